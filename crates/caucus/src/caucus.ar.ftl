# كلمات الباب نفسه: الشاشات والنماذج والدخول.
language-own-name = العربية
not-read-by-native = لم يقرأ هذه الكلمات بعدُ متحدث أصلي.
skip = إلى الصفحة
close = إغلاق
older = الأقدم
rooms = الغرف والصفحات
languages = لغة الشاشة
panel = عن المحدد
page-changed = تغيّر شيء في إحدى غرفك.
page-show = أظهره
act-done = تمّ وخُتم.
receipt-n = إيصال { $n_d }
not-stated = غير مذكور
yours = { $time } بتوقيتك
looking-as = أنت تنظر في شاشات { $of }. يمكنك القراءة فقط، ويُدوَّن النظر.
talks-pause = المحادثات متوقفة مؤقتًا

moment = { $weekday } { $day } { $month } { $year }، { $time }
hour = { $weekday } { $time }
day = { $day } { $month }، { $time }
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
left-minutes = { $n ->
    [zero] لم تبقَ دقيقة
    [one] بقيت دقيقة واحدة
    [two] بقيت دقيقتان
    [few] بقيت { $n_d } دقائق
    [many] بقيت { $n_d } دقيقة
   *[other] بقيت { $n_d } دقيقة
}
left-hours = { $n ->
    [zero] لم تبقَ ساعة
    [one] بقيت ساعة واحدة
    [two] بقيت ساعتان
    [few] بقيت { $n_d } ساعات
    [many] بقيت { $n_d } ساعة
   *[other] بقيت { $n_d } ساعة
}
past-minutes = { $n ->
    [zero] حان وقته الآن
    [one] مضت دقيقة على وقته
    [two] مضت دقيقتان على وقته
    [few] مضت { $n_d } دقائق على وقته
    [many] مضت { $n_d } دقيقة على وقته
   *[other] مضت { $n_d } دقيقة على وقته
}
past-hours = { $n ->
    [zero] حان وقته الآن
    [one] مضت ساعة على وقته
    [two] مضت ساعتان على وقته
    [few] مضت { $n_d } ساعات على وقته
    [many] مضت { $n_d } ساعة على وقته
   *[other] مضت { $n_d } ساعة على وقته
}
hours-n = { $n ->
    [zero] بلا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n_d } ساعات
    [many] { $n_d } ساعة
   *[other] { $n_d } ساعة
}

title-home = حيث تبدأ
title-today = اليوم
title-shuttle = المكوك
title-convey = نقل
title-preparation = معدّ للنقل
title-my = مكتبي
title-talk = ما قيل
title-message = رسالة
title-paper = ورقة للتسليم
title-note = تدوين
title-sheet = صحيفة التدوين
title-positions = المواقف ونقاط الخلاف
title-offers = عروض مشروطة
title-roadmap = خريطة الطريق
title-session = جلسة
title-statements = تصريحات علنية
title-record = السجل
title-receipt = إيصال
title-entry = قيد
title-export = تصدير
title-search = بحث
title-go = اذهب إلى
title-me = صلاحياتي
title-people = الأشخاص والصلاحيات
title-handbook = الكلمات والمفاتيح
title-live = تغييرات
title-act = تمّ
title-sign-in = الدخول
title-enter = ادخل
title-invitation = دعوة

room-own = الغرفة الخاصة لـ{ $of }
room-caucus = خلوة { $of } مع { $with }
room-private-word = كلمة خاصة بين { $person } و{ $with }
room-mediator = غرفة الوسطاء، { $of }
room-mediators = الغرفة المشتركة بين الوسطاء
room-guarantor = غرفة الضامن، { $of }
room-common = نصوص مشتركة للجميع
room-public = علني
room-directory = الدليل
says-own = لأعضاء وفدك فقط. لا يقرأ هنا أي وسيط.
says-caucus = أنتم وهؤلاء الوسطاء. ما يقال هنا يبقى هنا ما لم يأذن صاحبه بغير ذلك.
says-private-word = مندوب واحد وهؤلاء الوسطاء. لا يرد في أي سجل أو عدّ أو تصدير آخر.
says-mediator = هنا تلتقي الخلوات. لا يخرج شيء إلا بإذن صاحبه.
says-mediators = كل جهة وسيطة تقرأ هنا. ما أعطاه طرف لإحداها يحتاج إلى إذنه ليرد هنا.
says-guarantor = غرفة الضامن الخاصة، منفصلة عن غرفة الوسطاء.
says-common = كل من في المحادثات يقرأ هنا.
says-public = ما قيل علنًا، ومن نقله.
says-directory = الحسابات والأدوار؛ لا شيء مما يقال.
band-no-room = صفحاتك الخاصة
says-no-room = لا يرى هذه الصفحة سواك.
kind-of-room-own = غرفة خاصة، { $of }
kind-of-room-caucus = خلوة، { $of }
kind-of-room-private-word = كلمة خاصة، { $of }
kind-of-room-mediator = غرفة الوسطاء، { $of }
kind-of-room-mediators = الغرفة المشتركة بين الوسطاء
kind-of-room-guarantor = غرفة الضامن، { $of }
kind-of-room-common = نصوص مشتركة للجميع
kind-of-room-public = علني
kind-of-room-directory = الدليل

sign-in-title = الدخول
sign-in-name = الاسم الممنوح
sign-in-passphrase = عبارة المرور
sign-in-code = رمز من ستة أرقام
sign-in-code-hint = من مولّد الرموز في هاتفك. كل رمز يعمل مرة واحدة.
sign-in-do = ادخل
sign-in-help = بلا صلاحية أو فقدت هاتفك؟ اسأل من يحفظ دليل محادثاتكم.
sign-in-wrong = هذه لا يوافق بعضها بعضًا. تحقق من الاسم وعبارة المرور والرمز، وانتظر الرمز التالي قبل المحاولة من جديد. وبعد عدة محاولات فاشلة انتظر أطول في كل مرة.
sign-in-wait = محاولات كثيرة. انتظر قليلًا ثم حاول من جديد.
sign-in-other-page = أُرسل هذا النموذج من صفحة أخرى. افتح هذه الصفحة من جديد وادخل منها.
sign-out = الخروج
host-who = يدير هذا المضيف
host-country = في
host-key = المفتاح بيد
host-warning = من يدير هذا الجهاز يستطيع قراءة ما هو قيد الاستعمال عليه. ما هو محفوظ مختوم؛ والقرص المسروق لا يُظهر كلمة.
invitation-title = لقد دُعيت
invitation-sign-in-name = اسمك الممنوح هو
invitation-seed = أدخل هذا في مولّد الرموز في هاتفك. يظهر مرة واحدة.
invitation-passphrase = اختر عبارة مرور
invitation-passphrase-hint = اثنا عشر حرفًا على الأقل. بضع كلمات لا صلة بينها تكفي.
invitation-do = ثبّت عبارة المرور وادخل
invitation-too-short = عبارة المرور قصيرة. تحتاج إلى اثني عشر حرفًا على الأقل.
invitation-wrong-code = الرمز لا يوافق. تحقق من ساعة هاتفك واستعمل الرمز التالي.
enter-as = تدخل بصفة
enter-do = ادخل
enter-demo = هذا عرض توضيحي بحالات مشروحة. يعمل العنوان على هذا الجهاز إلى أن ينتهي العرض.
not-found-title = غير موجود
not-found = لا شيء هنا، أو لا شيء يجوز لك أن تراه.
not-found-home = إلى حيث تبدأ
needs-proof = هذا يحتاج إلى إثباتك: عبارة المرور والرمز من جديد، على ما سيُفعل بالضبط.
proof-title = أثبت أنك أنت
proof-do = أثبت وتابع
proof-demo = أنا الشخص المذكور، وأثبت ذلك
proof-demo-hint = في العرض التوضيحي لا عبارة مرور لأحد؛ هذه العلامة تنوب عنها.
refused-title = لم يُفعل
refused-proof-wrong = عبارة المرور أو الرمز لا يوافق. لم يُفعل شيء. انتظر الرمز التالي وحاول من جديد.
refused-go-back = لم يتغير شيء. عُد إلى نموذجك: ما كتبته لا يزال فيه.
what-you-wrote = ما كتبته
try-again = حاول من جديد

bad-field-missing = { $field }: هذه الخانة فارغة. املأها وأرسل من جديد.
bad-field-word = «{ $text }» ليست من الكلمات الجائزة في خانة { $field }.
bad-identifier = لا يمكن استعمال «{ $text }» في خانة { $field }: استعمل حروفًا لاتينية صغيرة وأرقامًا وواصلات.
bad-marks = «{ $text }» لا يحدد كلمات. اكتب أول حرف وآخر حرف، هكذا: 0-12 20-31.
bad-moment = «{ $text }» ليس وقتًا لخانة { $field }. اكتبه هكذا: 2026-03-05T16:42.
bad-no-key = ليس للنموذج مفتاح خاص به. افتح الصفحة من جديد وأرسل منها.
bad-no-such-language = الشاشات لا تتكلم هذه اللغة.
bad-number = «{ $text }» ليس عددًا صحيحًا لخانة { $field }.
bad-option-line = «{ $text }» ليس خيارًا. اكتب اسمه القصير ثم نقطتين ثم كلماته.

field-in-zone = { $field } (بتوقيت { $zone })
field-text = الكلمات
field-note = ما قيل
field-title = العنوان
field-why = السبب
field-words-used = الكلمات التي استعملتها
field-speaker = من قالها
field-speaker-hint = اتركها فارغة إن لم يُعرف الاسم.
field-party = الطرف
field-kind = النوع
field-standing = المرتبة
field-use = الاستعمال
field-form = الشكل
field-source = المصدر
field-said-at = قيل في
field-said-to = قيل لـ
field-present = من حضر أيضًا
field-present-hint = والمترجمون والمدوّنون كذلك؛ افصل الأسماء بفواصل.
field-means = بأي وسيلة
field-said-in = لغة القول
field-written-from = كُتب من
field-exactness = المعنى أم الكلمات بعينها
field-sheet-line = سطر صحيفة التدوين
field-tie = النص أو القائمة المقصودة
field-tie-version = النسخة
field-tie-clause = البند
field-lang = لغة الكلمات
field-state = حال هذه الصيغة
field-by = بواسطة
field-by-translator = ترجمة
field-checked-by = راجعها
field-checked-by-hint = فقط إن قارنها شخص ثانٍ بالأصل.
field-back = الكلمات نفسها مردودة إلى لغة صاحبها
field-back-hint = ليرى صاحبها ما سيُقرأ.
field-to = إلى
field-marked = الكلمات التي يجوز أن تعبر
field-marked-hint = حددها في الأصل، أو اكتب أول حرف وآخر حرف هكذا: 0-12 20-31. الفراغ يعني الكل.
field-with = لا يعبر إلا مع
field-answers-entry = يجيب عن
field-prevails = اللغة المرجّحة
field-limits = حدود التقدير
field-limits-hint = للاستعمال بحسب التقدير: ما يجوز قوله وما لا يجوز. ويلزم وقت ينتهي فيه.
field-not-before = ليس قبل
field-expires = يسري حتى
field-heard-by = سمعه
field-heard-by-hint = أسماء بينها فواصل؛ والمترجمون كذلك.
field-given = شكل الإذن
field-only-one = من كان يستطيع قول هذا
field-confirmed = هل يثبت القائل على قوله
field-of = القيد
field-at = في
field-begins = يبدأ
field-place = المكان
field-round = الجولة
field-number = الرقم
field-agenda = جدول الأعمال، بند في كل سطر
field-due = الموعد
field-session = الجلسة
field-issue = المسألة
field-issue-hint = اسم قصير: حروف لاتينية صغيرة وأرقام وواصلات.
field-option = الخيار
field-options = الخيارات، خيار في كل سطر
field-options-hint = اسم قصير، نقطتان، كلمات. مثال: a: خلال 72 ساعة
field-text-ended = كيف انتهت
field-lane = أين اتُّخذ
field-red-line = خط أحمر: أُعلن أنه غير قابل للتفاوض
field-tied-to = مرتبط بـ
field-movement = الحركة
field-delegate = المندوب
field-given-by = منحه
field-refer-home = ما يُرجع فيه إلى العاصمة
field-takes = يستغرق ذلك، بالساعات
field-role = الدور
field-body = الطرف أو الجهة
field-body-hint = اسمها القصير كما يرد في الملف.
field-person = الاسم القصير للشخص
field-person-hint = حروف لاتينية صغيرة وأرقام وواصلات.
field-name = الاسم
field-zone = المنطقة الزمنية للشخص
field-zone-hint = مثل Europe/Oslo. الفراغ يعني منطقة المحادثات.
field-part = الصفة في المحادثات
field-delegation = الوفد
field-carried-by = نقله
field-carried-by-hint = الوسائل الناقلة، الأقرب إلى القائل أولًا.
field-said-on = تاريخ القول
field-until = حتى
field-mediator = الجهة الوسيطة

question-use = ماذا يجوز أن يُفعل بالكلمات؟
question-source = إلى من تُنسب الكلمات؟
question-form = ماذا يُترك؟
question-standing = إلى أي حد تُلزم؟
question-only-one = من كان يستطيع قول هذا؟
only-one-no = أكثر من طرف يمكن أن يعرفه
only-one-yes = طرف واحد فقط يمكن أن يعرفه
only-one-yes-hint = إذن ليست فكرة الوسطاء أنفسهم.
use-ears-only-hint = الأصل. لا يعبر شيء.
use-guide-hint = يجوز للوسطاء أن يتصرفوا على أساسه، ولا يقولون منه شيئًا.
use-discretion-hint = ضمن حدود مذكورة وإلى وقت مذكور؛ وتُدوَّن الكلمات المستعملة.
use-read-back-hint = بالصيغة التي رآها صاحبها فقط.
use-word-for-word-hint = لا شيء سوى كلمات صاحبها.
source-own-idea-hint = لا أحد وراءها سوى الوسطاء.
source-what-if-hint = تُطرح سؤالًا؛ ولا يُسمّى أحد.
source-other-side-hint = تأتي من الجهة المقابلة؛ ولا يُذكر اسم.
source-named-hint = يُسمّى الطرف.
form-said-hint = لا يُعرض شيء ولا يبقى شيء.
form-read-out-hint = تُقرأ من ورقة؛ والورقة تبقى مع الوسطاء.
form-shown-hint = تُعرض ثم تُستعاد.
form-non-paper-hint = بلا توقيع وبلا نسبة.
form-formal-hint = مكتوبة، ومعها إثبات يُقنع طرفًا ثالثًا.
standing-personal-hint = لا تُلزم أحدًا.
standing-exploratory-hint = لمعرفة ما إذا كانت تفيد.
standing-ad-referendum-hint = لا تزال موافقة العاصمة مطلوبة.
standing-instructed-hint = العاصمة وراءها.
standing-agreed-hint = محسومة، إن حُسم كل شيء.
permission-form-proof-hint = أثبته صاحبه على هذه الكلمات بعينها.
permission-form-paper-hint = ورقة موقّعة، ممسوحة ومحفوظة.
permission-form-spoken-two-hint = قُرئ على صاحبه بسماع اثنين.
permission-form-spoken-one-hint = لا يحمل اسمًا بالحرف.
permission-form-standing-limits-hint = أُعطي مسبقًا، بحدود وأجل.

card-recalled = استُرجع
card-corrected = صُحّح
card-noted = دُوّن بالنيابة
card-read-back = قُرئ على قائله وأقرّه
card-read-back-changed = قُرئ على قائله فقال غيره
card-unconfirmed = غير مؤكد
card-answers = يجيب عن { $n_d }
card-versions = { $n ->
    [zero] بلا صيغ لغوية أخرى
    [one] صيغة لغوية أخرى
    [two] صيغتان لغويتان أخريان
    [few] { $n_d } صيغ لغوية أخرى
    [many] { $n_d } صيغة لغوية أخرى
   *[other] { $n_d } صيغة لغوية أخرى
}
card-tie = بشأن { $what } { $version_d }
card-tie-clause = بشأن { $what } { $version_d }، البند { $clause }
version-by = ترجمة { $name }
version-checked-by = راجعها { $name }
version-back = مردودة إلى لغة صاحبها:
prepared-n = الإعداد { $n_d }
prepared-from = من { $of }
prepared-to = إلى { $of }
prepared-dropped = وُضع جانبًا
prepared-may-cross = يجوز نقله الآن
prepared-not-yet = ليس بعد
permission-given = شكل الإذن
permission-condition = الشرط
permission-tells = عند الاستعمال
permission-holds = حاله الآن
permission-stands = سارٍ
permission-withdrawn = مسحوب
permission-expired = انقضى وقته
permission-used = استُعمل، كما طلبت أن تُخبر
permission-wording = الصيغة التي يشملها
only-if-other = فقط إن أُعطي إذن الطرف الآخر في ما يخصه أيضًا
tell-when-used = أخبر صاحبه عند استعماله

today-next-session = الجلسة التالية:
today-new-idea = أعدّ فكرة
today-paused = المحادثات متوقفة مؤقتًا: لا يُنقل شيء ولا يُعقد فتح حتى تُستأنف.
today-empty = لا شيء ينتظرك. يظهر هنا ما يقوله طرف في خلوته، وما تدوّنه بالنيابة عنه.
today-changed = استُرجع أو صُحّح بعد نقله
today-changed-hint = سمع الطرف الآخر الكلمات القديمة. أخبره.
today-soon = موعده خلال 24 ساعة
today-soon-none = لا موعد قريب.
today-later = موعده خلال 72 ساعة
today-new = جديد من الطرفين
today-new-none = لا جديد.
today-may-cross = يجوز نقله الآن
today-waits = ينتظر إذن صاحبه
today-unanswered = نُقل ولا جواب بعد
today-unread-back = مدوّنات لم تُقرأ على قائليها بعد
today-unread-back-hint = اقرأها على قائلها، ودوّن هل يثبت على قوله.
today-note = دوّن ما قيل
today-note-hint = في غرفة الطرف الذي قاله.
today-pause = توقف
today-pause-link = أوقف المحادثات مؤقتًا أو استأنفها
look-as = انظر كأنك طرف
look-as-hint = ترى ما يراه في الغرف المشتركة بينكما. يُدوَّن كل نظر.
look-as-side = انظر كأنك { $of }

shuttle-waiting = { $n ->
    [0] لا جديد ينتظرك
    [zero] لا جديد ينتظرك
    [one] رسالة جديدة تنتظرك
    [two] رسالتان جديدتان تنتظرانك
    [few] { $n_d } رسائل جديدة تنتظرك
    [many] { $n_d } رسالة جديدة تنتظرك
   *[other] { $n_d } رسالة جديدة تنتظرك
}
shuttle-prepared = { $n ->
    [zero] لا شيء معدّ
    [one] واحد معدّ
    [two] اثنان معدّان
    [few] { $n_d } معدّة
    [many] { $n_d } معدًّا
   *[other] { $n_d } معدّ
}
shuttle-with-us = عندنا
shuttle-from = من { $of }
shuttle-to = إلى { $of }
shuttle-private = كلمة خاصة من { $person }، { $of }
shuttle-open-caucus = افتح الخلوة
shuttle-note = دوّن ما قيل
shuttle-prepare = أعدّ للنقل
shuttle-told = أُخبروا بذلك
shuttle-hold = احتفظ به
shuttle-none-from = لم يُقل شيء هنا بعد. دوّن ما تسمعه بالنيابة عنهم.
shuttle-none-to = لم يُنقل شيء بعد.
shuttle-none-prepared = لا شيء معدّ. خذ رسالة من طرف، أو ضع فكرة من عندك.
shuttle-next-opening = الفتح التالي
shuttle-offers = لا يراها إلا أصحابها. ما يتطابق يُفتح لأصحابه معًا، متطابقًا، رهن موافقة العواصم.

convey-original = الأصل
convey-own = فكرة الوسطاء أنفسهم: لا رسالة وراءها. لا تُقدَّم على أنها منكم إلا إن كان أكثر من طرف يستطيع قولها.
convey-open-message = افتح الرسالة
convey-to = إلى { $of }
convey-will-read = ما سيقرؤونه أو يسمعونه
convey-will-read-hint = كل صيغة لغوية كلمات قائمة بذاتها. الإذن يشمل الصيغة التي ستُقرأ.
convey-version-in = صيغة بـ{ $language }
convey-more = الشروط، وما يجيب عنه، واللغة المرجّحة
convey-prepare-reads = لا يقرأ الإعداد إلا غرفة الوسطاء. لا يعبر شيء بعد.
convey-prepare-do = احفظه معدًّا
convey-nothing-crosses = الإعداد لا يرسل شيئًا.
convey-against = لا يجوز أن يعبر الآن:
convey-ask-do = اطلب إذن صاحبه
convey-permission = الإذن المستند إليه
convey-who-reads = عند الضغطة التالية تصل إلى { $of } هذه الكلمات بعينها، بلا كاتب ولا وقت ولا رابط من مكان آخر.
convey-do = انقل إلى { $of }
convey-done = نُقل إلى { $of }
convey-done-hint = يمكن تصحيحه من الآن فصاعدًا، لا استرجاعه.
convey-drop-do = ضعه جانبًا
convey-no-trace = لا يذهب معه كاتب الأصل ولا وقته ولا رقمه.
with-none = يعبر وحده
answers-none = لا يجيب عن شيء
prevails-not-agreed = غير متفق عليه

talk-empty = لم يُقل شيء هنا بعد.
talk-note = دوّن ما قيل
talk-say = قل شيئًا
note-hint = الكلمات وحدها لازمة. كل ما عداها يجوز أن يبقى غير مذكور.
note-more = متى وبأي وسيلة ومن حضر وبأي شأن
note-own-voice = بصوتكم أنتم: توضيحات وردود مؤقتة وأخذ علم وإجراءات فقط. الأفكار تُنقل نقلًا.
note-for-another = أدوّن هذا بالنيابة عن غيري
note-who-reads = يقرأ هذا التدوين الطرف صاحب هذه الخلوة وهؤلاء الوسطاء. لا أحد سواهم.
note-do = ضع التدوين في السجل
say-more = بالنيابة عن أحد، وبأي شأن
say-who-reads = يقرؤه كل من له أن يدخل هذه الغرفة. الشريط أعلاه يذكر من هم.
say-do = قله في هذه الغرفة
said-in-same = لغة التدوين نفسها
noted-at = دُوّن في
noted-by = دوّنه
message-first-words = الكلمات كما قيلت أولًا
message-versions = الصيغ اللغوية
message-permissions = الأذون
message-answers = تجيب عن
message-answered-by = أجوبتها
message-answer = أجب
message-arrived = كيف وصلت
message-noted = كيف دُوّنت
message-proof = إثبات الرسالة الرسمية
asked-title = يسأل الوسطاء هل يجوز لهم نقل هذا إلى { $of }
asked-what = سيُقرأ أو يُسمع هذا بعينه:
asked-waits = ينتظر جواب صاحبه.
permit-title = أعطِ إذنًا أو دوّنه
permit-hint = السكوت ليس إذنًا. لا يعبر شيء حتى تأذن.
permit-conditions = الشروط
permit-proof-hint = تُثبت بعبارة المرور والرمز أنك أنت من يأذن بهذا بعينه.
permit-do = ائذن بهذا بعينه
permit-note-do = دوّن هذا الإذن
decline-title = لا تأذن
decline-do = امتنع
withdraw-do = اسحب الإذن
withdraw-hint = يمكن سحب الإذن حتى تخرج الكلمات. لا تُخبر هنا هل خرجت.
read-back-title = القراءة على القائل
read-back-hint = اقرأ التدوين على قائله.
read-back-question = هل يثبت القائل على قوله؟
read-back-yes = نعم، كما دُوّن
read-back-no = لا، قيل غيره
read-back-do = دوّن الجواب
correct-title = تصحيح
correct-hint = تبقى الكلمات الأولى في السجل إلى جانب الجديدة.
correct-do = صحّح
recall-title = استرجاع
recall-hint = ما لم يُنقل بعد لن يُنقل. لا تُخبر هنا هل نُقل.
recall-do = استرجعه
translate-title = أضف صيغة لغوية
translate-do = أضف هذه الصيغة

sheet-hint = اطبعها، واكتب بخط اليد، ثم أدخل السطور لاحقًا بأرقامها.
sheet-present = الحاضرون:
sheet-line = السطر
sheet-time = الوقت
sheet-who = من، وبأي وسيلة
sheet-words = الكلمات («بعينها» بين علامتي اقتباس)
shell-title = تدوين بلا شبكة
shell-hint = يُحفظ التدوين مشفّرًا في هذا الهاتف، ويُرسل حين تعود الشبكة، ثم يزول منه.
shell-room = الغرفة
shell-keep = احفظ التدوين
shell-wipe = امحُ كل التدوينات من هذا الهاتف
shell-saved = حُفظ في هذا الهاتف.
shell-sent = أُرسل وزال من هذا الهاتف.
shell-waiting = تدوينات تنتظر:
shell-refused = لم يُرسل وبقي هنا. ادخل ثم افتح هذه الصفحة من جديد.
shell-needs-script = بلا برامج نصية استعمل صفحة التدوين العادية أو الصحيفة المطبوعة.
shell-limit = أقصى ما ينتظر في الهاتف { $n_d } تدوينًا.

my-say-to = قل شيئًا لـ{ $of }
my-quiet = لا شيء ينتظرك. يظهر هنا ما يأتي به الوسطاء وما يسألونه.
my-caucus = الخلوة مع { $with }
my-private-word = كلمة خاصة مع { $with }
my-asked = مطلوب منك
my-answer-ask = ائذن أو امتنع
my-to-answer = جيء به إليك ولم يُجب عنه بعد
my-holding = أذون سارية
my-latest = الأحدث
my-mandates = التفويضات
my-next-opening = الفتح التالي للعروض المشروطة
my-what-others-see = ما يراه غيركم
my-what-others-see-hint = لا يقرأ غرفتكم الخاصة أحد من خارج وفدكم. الخلوة يقرؤها وسطاؤها. لا يعلم الطرف الآخر إلا ما تأذنون به، حين يُنقل؛ ولا تُخبرون متى، إلا إن طلب ذلك إذنكم.

positions-hint = المواقف الخاصة لا ترد إلا في غرفكم.
positions-empty = لا مسألة في القائمة المشتركة بعد. يُدخل الوسيط المسائل في خريطة الطريق.
positions-caption = المسائل بحسب الأطراف: آخر موقف خاص ومنقول وعلني لكل طرف.
positions-no-data = لا بيانات
positions-apart = كلماتهم الأخيرة تختلف
positions-same = الكلمات نفسها
positions-older = { $n ->
    [zero] لا أقدم منه
    [one] واحد أقدم
    [two] اثنان أقدم
    [few] { $n_d } أقدم
    [many] { $n_d } أقدم
   *[other] { $n_d } أقدم
}
positions-add = دوّن موقفًا
positions-add-do = دوّن هذا الموقف
sticking-title = نقاط الخلاف
sticking-none = لم تُدخل أي نقطة.
sticking-no-data = لم تُدوَّن حركة
sticking-stalled = لا حركة منذ 72 ساعة
sticking-since = منذ
sticking-moves = { $n ->
    [zero] بلا حركة
    [one] حركة واحدة
    [two] حركتان
    [few] { $n_d } حركات
    [many] { $n_d } حركة
   *[other] { $n_d } حركة
}
sticking-move = دوّن حركة
sticking-move-do = دوّنها
sticking-add = أدخل نقطة خلاف
sticking-add-do = أدخلها

offers-hint = إن وافقوا على هذا وافقنا على ذاك. لا يودعها إلا رئيس وفدكم؛ ولا يراها غيركم.
offers-hint-mediator = أنتم تعلنون الفتح. لا ترون عرضًا إلا إن سمح صاحبه، وفي خلوته.
offers-own = عروضنا
offers-none = لم يودع شيء. يدخل العرض في الفتح التالي.
offers-openings = الفتح
offers-no-opening = لم يُعلن فتح.
offer-n = عرضنا { $n_d }
offer-if = إن وافقوا على
offer-then = وافقنا على
offer-leave-open = لا شيء في هذا
offer-mediators-see = يجوز للوسطاء أن يروه
offer-mediators-may-see = دع الوسطاء يرونه
offer-reaffirm = جدّد تأكيده
offer-withdraw = اسحبه بعد الفتح التالي
offer-lodge = أودع عرضًا
offer-lodge-do = أودعه
offer-no-issues = لا مسألة في القائمة المشتركة لها خيارات مسماة بعد.
offer-who-sees = يُلزم إلى أن ينقضي وقته. وما لا يتطابق يبقى غير مرئي.
opening-held = عُقد
opening-announced = أُعلن
opening-nothing = لم يتطابق أي عرض من عروضنا.
opening-matched = متطابق، رهن موافقة العاصمة:
opening-hold = اعقد الفتح
opening-announce = أعلن فتحًا
opening-announce-do = أعلنه للجميع
opening-who-sees = يقرأ كل من في المحادثات أنه أُعلن ومتى.

roadmap-hint = واحدة لكل من في المحادثات.
roadmap-empty = لم تُدخل جولة بعد. يُدخل الوسيط الجولات والجلسات.
roadmap-next = ما يأتي بعد
roadmap-next-none = غير مذكور.
roadmap-attempts = محاولات سابقة
roadmap-who = من يشارك
round-n = الجولة { $n_d }
round-no-session = لا جلسة بعد.
round-add = أضف جولة
round-add-do = أضف الجولة للجميع
step-open = قادم
step-done = تمّ
step-done-do = دوّن أنه تمّ
step-add = أضف ما يأتي بعد
step-add-do = أضفه للجميع
issue-add = أضف مسألة
issue-add-do = أضف المسألة للجميع
attempt-add = أضف محاولة سابقة
attempt-add-do = أضفها للجميع
session-add = أضف جلسة
session-add-do = حدد الجلسة للجميع
session-who = من في الغرفة
session-from = من متى، إن لم يكن من البداية
session-who-not-stated = لم يُذكر من يلتقي من.
session-ended = انتهت
session-under-way = جارية
session-to-come = قادمة
session-agenda = جدول الأعمال
session-minutes = محاضر يجوز لك قراءتها
session-minutes-none = لا شيء في غرفك.
session-end = انتهاء الجلسة
session-end-do = دوّن أنها انتهت
attends-from = من
attends-since = منذ
part-guarantees = وضامن أيضًا، في غرفة منفصلة
place-not-stated = المكان غير مذكور
minutes-add = دوّن محضرًا
minutes-hint = الغرفة التي تختارها تحدد من يقرؤه.
minutes-do = ضع المحضر في هذه الغرفة
announce-who-reads = ما تُدخله هنا يقرؤه كل من في المحادثات.
pause-title = أوقف المحادثات مؤقتًا
pause-hint = ما دامت المحادثات متوقفة لا يُنقل شيء ولا يُعقد فتح وتُحجب العروض. مواعيد الاتفاق نفسه تستمر.
pause-do = أوقف المحادثات
resume-hint = تبقى العروض محجوبة حتى يجدد أصحابها تأكيدها.
resume-do = استأنف المحادثات

statements-hint = منفصلة عما يقال في الخلوات. وكل منها مع من نقله.
statements-empty = لم يُدخل تصريح علني.
statement-quoted = اقتباس
statement-in-our-words = بكلماتنا
statement-add = أدخل تصريحًا علنيًا
statement-add-do = أدخله للجميع
filter-do = أظهر

record-size = { $n ->
    [zero] لا قيد في هذه الغرفة
    [one] قيد واحد في هذه الغرفة
    [two] قيدان في هذه الغرفة
    [few] { $n_d } قيود في هذه الغرفة
    [many] { $n_d } قيدًا في هذه الغرفة
   *[other] { $n_d } قيد في هذه الغرفة
}
record-mine = قيودي فقط
record-export = خذه ملفًا
record-n = القيد
record-kind = النوع
record-by = كتبه
record-at = في
record-of = بشأن { $n_d }
record-receipt = الإيصال
record-receipt-open = افتح
record-none = لا شيء هنا.
record-head = رأس هذا السجل، موقّعًا
record-head-hint = من يحتفظ بإيصال يستطيع أن يُظهر به أن شيئًا قبله لم يُغيَّر ولم يُسقط.
record-key = المفتاح الذي يتحقق منه
erase-title = محو
erase-hint = بشخصين: يقترح واحد ويؤكد آخر بإثبات. يبقى الرقم والإيصال على أنه ممحوّ.
erase-propose = اقترح محوًا
erase-propose-do = اقترح
erase-proposed = مقترح: القيد { $n_d }
erase-reaches = يبلغ الكلمات المختومة وفتحها ومفتاحها ولقطة الغرفة وسجل الكتابة المسبق.
erase-cannot-reach = لا يبلغ ما نُقل ولا الملفات التي أُخذت ولا النسخ الاحتياطية حتى تنقضي.
erase-confirm-do = أكّد وامحُ
receipt-hint = احتفظ به. به يستطيع أي أحد أن يتحقق، من دون هذا الجهاز، أن القيد في السجل.
receipt-file = خذه ملفًا
receipt-erased = مُحيت كلمات هذا القيد، كما يذكر السجل.

search-label = كلمات
search-hint = في غرفك فقط. لا تهم طريقة كتابة الحروف العربية والعبرية ولا الحركات ولا الأرقام.
search-empty = اكتب كلمة.
search-none = لا شيء في غرفك.
search-more = هناك المزيد. استعمل كلمات أكثر.
palette-none = لا صفحة بهذا الاسم.
keys = المفاتيح
keys-move = التالي والسابق
keys-open = افتح

me-access = ما يجوز لك، وأين
me-access-hint = لا يقرأ أحد ولا يفعل شيئًا في غرفة غير مذكورة هنا.
me-sessions = جلسات دخولك
me-keys = المفاتيح
me-keys-off = عطّل المفاتيح المفردة في هذا المتصفح
session-this = هذه
session-other = أخرى
session-lasts = حتى
session-end-this = أنهها
people-hint = حسابات وأدوار. لا يقرأ حافظ الدليل شيئًا مما يقال.
people-empty = لا حساب لأحد.
people-ended = انتهت الصلاحية
people-set-up = ثبّت عبارة مرور
people-not-set-up = لم يثبّت بعد
people-sessions = { $n ->
    [zero] بلا جلسات دخول
    [one] جلسة دخول واحدة
    [two] جلستا دخول
    [few] { $n_d } جلسات دخول
    [many] { $n_d } جلسة دخول
   *[other] { $n_d } جلسة دخول
}
people-sign-in = الاسم الممنوح
people-may = ما يجوز لهذا الدور، وأين
people-invite = ادعُ
people-clock = الساعة
people-clock-back = أُعيدت ساعة هذا الجهاز إلى الوراء. لا يُكتب شيء إلى أن تؤكد أنها صحيحة كما هي. تحتفظ القيود بترتيب كتابتها، وتُحسب المواعيد والأذون المنقضية بالساعة كما هي.
people-clock-now = تشير الآن إلى
people-clock-before = وكانت قد أشارت إلى
people-clock-right = صحيحة كما هي: تابع
people-end-sessions = أنهِ جلسات الدخول
people-end-access = أنهِ الصلاحية فورًا
people-role-do = غيّر الدور
people-add = أضف شخصًا
people-add-do = أضف
invited-title = صدرت الدعوة
invited-hint = أعطِ الشخص هذا العنوان بطريق آمن. يعمل مرة واحدة خلال ثلاثة أيام، ولا يظهر إلا الآن.

handbook-carrying = يقول طرف شيئًا في خلوته. يُعدّ الوسطاء ما يجوز أن يعبر ويسألون. يأذن به صاحبه بشكل مذكور. عندئذ فقط يُنقل، قيدًا جديدًا في خلوة الطرف الآخر.
handbook-receipts = الإيصالات
handbook-receipts-text = كل فعل يُجاب عنه بإيصال. احتفظ به: يُظهر لاحقًا، من دون هذا الجهاز، أن القيد كان موجودًا وأن شيئًا قبله لم يُغيَّر.
handbook-limits = ما لا يستطيعه هذا
handbook-limits-text = لا يحمي من برامج على جهازك، ولا من الصور، ولا من توقيت الردود، ولا من أمر محكمة لمن يدير الجهاز، ولا من الذاكرة.

## Marking words of the original.
mark-words = علِّم الكلمات المختارة
unmark-words = أزل العلامة
mark-sentences = اختر جملة جملة

# A second calendar
second = { $day } { $month } { $year }
hijri-1 = محرم
hijri-2 = صفر
hijri-3 = ربيع الأول
hijri-4 = ربيع الآخر
hijri-5 = جمادى الأولى
hijri-6 = جمادى الآخرة
hijri-7 = رجب
hijri-8 = شعبان
hijri-9 = رمضان
hijri-10 = شوال
hijri-11 = ذو القعدة
hijri-12 = ذو الحجة
hebrew-1 = تشري
hebrew-2 = حشوان
hebrew-3 = كسلو
hebrew-4 = طيبت
hebrew-5 = شباط العبري
hebrew-6 = أدار
hebrew-7 = نيسان العبري
hebrew-8 = أيار العبري
hebrew-9 = سيوان
hebrew-10 = تموز العبري
hebrew-11 = آب العبري
hebrew-12 = أيلول العبري
hebrew-5-leap = أدار الأول
me-reading = طريقة قراءتك
me-reading-do = اعتمدها
field-digits = الأرقام
field-calendar = تقويم ثانٍ
digits-of-language = أرقام اللغة
calendar-none = بلا

# الرسوم.
draw-acts-given = الأفعال المقدَّمة
draw-ahead = { $who } متقدم بـ{ $acts }
draw-and = ، { "" }
draw-ban = حظر
draw-full-sign = العلامة الممتلئة: لا رجعة فيه
draw-gap = لا شيء يجيب
draw-kept = مستمر
draw-left-out = تُركت لأنها لا يمكن أن تقع: { $clauses }
draw-may = يجوز
draw-nobody-first = لا أحد يستطيع أن يبدأ
draw-not-agreed = الموعد غير متفق عليه
draw-phase = المرحلة { $n_d }
draw-shortened = ليس بمقياس: المسافات مختصرة
draw-takes = ليس باختيار أحد
draw-within = خلال { $time } من شرطه
