# الأدوار والصلاحيات وأنواع القيود والمستحق وموضع الرسالة؛ حالات الرفض؛ أعطال السجل. لم يقرأها بعدُ متحدث أصلي.

## صفة الشخص في المحادثات.
role-head = رئيس الوفد
role-member = عضو الوفد
role-mediator = وسيط
role-guarantor = ضامن
role-intermediary = وسيط إنساني محايد
role-observer = مراقب
role-interpreter = مترجم شفهي
role-note-taker = مدوّن المحضر
role-keeper = القائم على الدليل

## ما يمكن فعله في غرفة.
verb-read = القراءة
verb-say = القول أو التدوين
verb-permit = إعطاء الإذن أو سحبه
verb-note-permit = تدوين إذن
verb-convey = الإعداد والنقل
verb-announce = الإعلان للجميع
verb-offer = إيداع العروض المشروطة
verb-erase = اقتراح محو أو تأكيده
verb-keep = القيام على الدليل

## صفة الجهة في المحادثات.
part-side = طرف
part-mediator = وسيط
part-guarantor = ضامن
part-intermediary = وسيط إنساني محايد
part-observer = مراقب

## أنواع القيود.
kind-opened = فُتحت الغرفة
kind-party = جهة
kind-message = رسالة
kind-read-back = أُعيدت القراءة
kind-recalled = سُحبت الرسالة
kind-corrected = صُحّحت
kind-translated = صيغة لغوية
kind-asked = طُلب الإذن
kind-permitted = إذن
kind-declined = لم يُعطَ الإذن
kind-withdrawn = سُحب الإذن
kind-used = استُعمل الإذن
kind-arrived = نُقل إلى هذا الطرف
kind-prepared = نقل قيد الإعداد
kind-dropped = تُرك ما أُعدّ
kind-held = محفوظ لدى الوسطاء
kind-conveyed = نُقل
kind-round = جولة
kind-session = جلسة
kind-session-ended = انتهت الجلسة
kind-minutes = محضر
kind-step = الخطوة التالية
kind-step-done = أُنجزت الخطوة
kind-attempt = محاولة سابقة
kind-issue = مسألة
kind-mandate = تفويض
kind-position = موقف
kind-sticking-point = نقطة خلاف
kind-moved = تحرك نقطة خلاف
kind-statement = تصريح علني
kind-offer = عرض مشروط
kind-offer-withdrawn = سُحب العرض
kind-reaffirmed = أُكّد العرض من جديد
kind-opening = أُعلن عن فتح العروض
kind-opening-held = جرى فتح العروض
kind-opening-result = نتيجة فتح العروض
kind-paused = عُلّقت المحادثات
kind-resumed = استؤنفت المحادثات
kind-erasure-proposed = اقتُرح محو
kind-erased = مُحي
kind-looked-as = اطلاع على شاشات طرف
kind-list = قائمة
kind-list-rows = أسطر من قائمة
kind-counts = أعداد مصرَّح بها
kind-entry-claim = قول عن شخص
kind-entry-stage = أين وصل قيد شخص
kind-pairing = قائمتان جنباً إلى جنب
kind-pair-decided = قرار في زوج
kind-estimate = تقديرات
estimate-packages = الحزم
estimate-home = في الداخل
kind-plan = خطة تبادل
kind-movement = أمر تحرك
kind-movement-answer = جواب على أمر تحرك
kind-movement-log = سجل تحرك
kind-movement-count = عدّ في تحرك
kind-initialled = بند وُقّع بالأحرف الأولى
kind-reopened = بند أُعيد فتحه
kind-alternative-held = بديل يُتمسَّك به
kind-clause-read = قراءة بند
kind-finding-aside = نتيجة نُحّيت جانبًا

## المستحق.
due-permission-expires = ينتهي الإذن
due-permission-begins = يبدأ الإذن
due-opening = فتح العروض المشروطة
due-session = تبدأ الجلسة
due-step = تستحق الخطوة التالية

## موضع الرسالة لدى الوسطاء.
stage-new = جديدة
stage-held = محفوظة لدى الوسطاء
stage-in-preparation = قيد الإعداد
stage-waits-for-leave = بانتظار الإذن
stage-may-cross = يجوز نقلها
stage-conveyed = نُقلت
stage-recalled = سُحبت
stage-changed-after = تغيّرت بعد نقلها

## وضع العرض المشروط.
offer-live = قائم
offer-leaving = يُسحب بعد فتح العروض التالي
offer-withheld = محجوب حتى يُؤكَّد من جديد
offer-over = منتهٍ

## ما أُرسل لا يمكن استعماله كما هو.
bad-in-line = في السطر { $line_d } من الملف:
bad-no-words = لا نص هنا. اكتب الكلام وأرسله من جديد.
bad-too-long = النص أطول مما يُقبل: حجمه { $has ->
        [zero] { $has_d } كيلوبايت
        [one] كيلوبايت واحد ({ $has_d })
        [two] كيلوبايتان ({ $has_d })
        [few] { $has_d } كيلوبايتات
        [many] { $has_d } كيلوبايتًا
       *[other] { $has_d } كيلوبايت
    }، والحد الأقصى { $most ->
        [zero] { $most_d } كيلوبايت
        [one] كيلوبايت واحد ({ $most_d })
        [two] كيلوبايتان ({ $most_d })
        [few] { $most_d } كيلوبايتات
        [many] { $most_d } كيلوبايتًا
       *[other] { $most_d } كيلوبايت
    }. قسّمه إلى أجزاء.
bad-no-such-entry = ليس في هذه الغرفة قيد رقمه { $n_d } من نوع «{ $kind }». تحقق من الرقم.
bad-message-gone = مُحيت الكلمات التي يستند إليها. ضعه جانبًا أو أعدّه من جديد.
convey-rests-unseen = يستند إلى كلمات ليست في غرفك؛ ومن يحق له قراءتها يستطيع أن يقول هل يجوز نقله.
bad-no-such-party = { $party } ليست من جهات هذه المحادثات. اختر جهة من القائمة.
bad-no-such-issue = { $issue } ليست في قائمة المسائل المشتركة بين الجميع. اختر مسألة من القائمة، أو اطلب إدراجها أولًا.
bad-no-such-person = ليس في الدليل شخص باسم { $person }. تحقق من الاسم.
bad-no-such-delegate = { $person } ليس مندوبًا عن أحد الأطراف. لا تُفتح الكلمة الخاصة إلا لمندوب.
bad-no-mediator = تحتاج المحادثات إلى وسيط يدعو إليها. سمِّ وسيطًا.
bad-no-name = الشخص بلا اسم. أدخل الاسم كما ينبغي أن يظهر.
bad-speaker-not-here = لا كلام باسم { $party } في هذه الغرفة. اختر طرف هذه الغرفة أو وسطاءها.
bad-answers-nothing = القيد { $n_d } ليس رسالة يمكن الرد عليها. تحقق من الرقم.
bad-ask-of-another = الطلب { $n_d } يخص رسالة أخرى. أجب عن الطلب الخاص بهذه الرسالة.
bad-who-permitted = لم يُذكر اسم من أعطى الإذن. أدخل الاسم.
bad-expired-already = ينتهي هذا الإذن في { $until }، وقد مضى هذا الموعد. اختر موعدًا لاحقًا.
bad-said-what-instead = لم يثبت المتحدث على ما دُوّن. اكتب ما قاله بدلًا منه.
bad-who-checked = تحتاج الترجمة المراجَعة إلى اسم من راجعها. أدخل الاسم.
bad-not-from-a-caucus = لا يُعدّ للنقل إلا كلام قيل في لقاء منفرد مع أحد الأطراف. اختر رسالة من لقاء منفرد.
bad-opening-beforehand = يُعلن عن فتح العروض مسبقًا. اختر موعدًا لم يأتِ بعد.
bad-no-such-text = القيد { $n_d } ليس نسخة من النص في هذه الغرفة. راجع الرقم.
bad-no-such-clause = لا بند { $clause } في هذه النسخة. راجع الرقم.
bad-no-such-letter = لا بديل { $letter } في القوس { $bracket }. اختر أحد حروفه.
bad-no-such-finding = لا تجد الفحوص هذا في هذه النسخة. افتح الصفحة من جديد.
bad-who-initialled = لم يُذكر أحد. أدخل اسم الشخص.
bad-nothing-to-erase = لا شيء يُمحى عند الرقم { $n_d }. تحقق من الرقم.

## القواعد تحول دون ذلك.
refused-clause-in-brackets = في البند { $clause } ما لم يُتفق عليه. احسمه قبل التوقيع بالأحرف الأولى.
refused-initials-bind = التوقيع بالأحرف الأولى يُلزم إلى هذا الحد على الأقل: { $standing }. ما دون ذلك يقال ملاحظةً.
refused-already-initialled = سبق أن وقّع { $by } بالأحرف الأولى على هذه الكلمات من البند { $clause }.
refused-not-initialled = لم يوقّع أحد من هذا الطرف على هذه الكلمات من البند { $clause }؛ فلا شيء يُعاد فتحه.
refused-clause-reads-itself = البند { $clause } مكتوب بالصيغ: كلماته هي قراءته. غيّر الكلمات.
refused-text-holds-our-own = في هذا النص تعليقات أو قراءات أو مصادر تخص الوسطاء. احذفها قبل أن يوضع أمام طرف.
refused-clause-closed = وقّع كل طرف بالأحرف الأولى على كلمات { $clauses }. تبقى كما هي ما لم يُعد طرف فتحها باسمه.
refused-nothing-returned = لا شيء في هذا الملف يختلف عن النسخة التي أُعطيت.
refused-not-yours = يحتاج هذا إلى صلاحية في هذه الغرفة ليست لك: { $verb }. راجع القائم على الدليل إن كان في ذلك خطأ.
refused-clock-set-back = أُعيدت ساعة هذا الجهاز إلى الوراء. لا يُكتب شيء، حتى لا تُسجَّل ساعة مرتين، إلى أن يتحقق القائم على الدليل من الساعة. لم يُحفظ ما أرسلته.
refused-only-looking = أنت تطّلع على شاشات أحد الأطراف كما يراها. عد إلى شاشاتك لكي تتصرف.
refused-not-in-this-room = لا يُدرج هذا في هذه الغرفة. انتقل إلى الغرفة التي ينتمي إليها.
refused-nothing-said-here = لا يُقال شيء في هذه الغرفة؛ ففيها ما هو مشترك بين الجميع أو علني فقط. اختر لقاءً منفردًا أو غرفتك.
refused-speaks-for-own-side = لا يمكنك أن تتكلم هنا إلا باسم طرفك. لتسجيل كلام غيرك، دوّنه نيابةً عن طرفه.
refused-ideas-are-conveyed = تصل أفكار الوسطاء إلى الطرف بالنقل، حيث يُسأل «من كان يمكن أن يقول هذا؟». أعدّها هناك.
refused-above-mandate = لا يتجاوز تفويض المتحدث: { $standing }. اخفض المرتبة، أو دوّن أولًا تفويضًا جديدًا.
refused-not-a-note = كتب المتحدث هذه الرسالة بنفسه، فلا حاجة إلى إعادة قراءتها عليه.
refused-already-recalled = الرسالة { $n_d } مسحوبة من قبل. لا حاجة إلى شيء آخر.
refused-one-original = للرسالة نص أصلي واحد. أدخل هذا الكلام على أنه ترجمة، أو صحّح الرسالة.
refused-not-the-owner = لا يفعل هذا إلا صاحب الكلام، أو وسيط يدوّن نيابةً عنه.
refused-our-own-needs-no-leave = هذه فكرة الوسطاء أنفسهم، وليس لها صاحب يُطلب إذنه. انقلها، أو اتركها.
refused-already-asked = طُلب هذا الإذن من قبل، وهو بانتظار الجواب.
refused-already-answered = أُجيب عن الطلب { $n_d } من قبل. اطلب من جديد إن تغيّر شيء.
refused-own-permission-is-proved = يُعطى إذنك أنت بالإثبات. اختر هذا الشكل وأكّد بعبارة المرور والرمز.
refused-proof-is-the-owners = لا يعطي الإثبات إلا صاحب الكلام. دوّن الإذن على أنه ورقة موقّعة، أو شفهي، أو دائم ضمن حدود.
refused-to-its-owner = هذا الكلام ملك الطرف الذي سيُنقل إليه. اختر متلقيًا آخر.
refused-no-room-of-theirs = ليس لدى { $party } غرفة تتلقى فيها هذا. راجع القائم على الدليل.
refused-already-withdrawn = القيد { $n_d } مسحوب من قبل. لا حاجة إلى شيء آخر.
refused-not-a-sides-words = ليس هذا كلام الطرف صاحب ذلك اللقاء المنفرد. اختر رسالة من الطرف.
refused-partner-is-settled = ما أُعدّ برقم { $n_d } نُقل أو تُرك، فلا يمكن نقله مع هذا. اختر غيره.
refused-already-settled = ما أُعدّ برقم { $n_d } نُقل أو تُرك من قبل. أعدّه من جديد إن بقيت إليه حاجة.
convey-words-used-missing = يترك الإذن الصيغة للوسطاء. دوّن الكلام الذي قيل، ولمن قيل ومتى.
refused-already-paused = المحادثات معلّقة من قبل.
refused-not-paused = المحادثات ليست معلّقة.
refused-while-paused = لا يجري فتح العروض والمحادثات معلّقة. استأنف المحادثات أولًا.
refused-position-of-another = لا تُدرج مواقف طرف آخر في هذه الغرفة. أدرج الموقف في اللقاء المنفرد مع ذلك الطرف.
refused-offer-over = العرض { $n_d } انتهت مدته أو سُحب أو تطابق. أودع عرضًا جديدًا.
refused-opening-not-yet = أُعلن عن فتح العروض هذا في { $from }. يمكن أن يجري من ذلك الوقت.
refused-opening-held = جرى فتح العروض { $n_d } من قبل. أعلن عن غيره.
refused-cannot-be-erased = القيد { $n_d } لازم لفهم السجل، فلا يمكن محوه.
refused-two-persons = يحتاج المحو إلى شخصين. يجب أن يؤكده غير من اقترحه.
refused-already-erased = القيد { $n_d } ممحو من قبل.
refused-case-exists = توجد قضية باسم { $case }. اختر اسمًا آخر.
refused-person-exists = { $person } مدرج في الدليل من قبل. اختر اسمًا آخر.
refused-own-access = لا يمكنك إنهاء دخولك أنت. يجب أن يفعل ذلك قائم آخر على الدليل.
refused-cannot-be-written = تعذّر وضع هذا في الشكل الذي يُحفظ به. لم يُفعل شيء؛ أبلغ القائم على البرنامج.
refused-entry-unreadable = لا يستطيع هذا الإصدار من البرنامج قراءة القيد { $n_d }. استعمل الإصدار الذي كتبه، أو إصدارًا أحدث.

## أعطال السجل.
record-full = القرص في { $place } ممتلئ. لم يُحفظ شيء من هذا الفعل. أخلِ مساحة وأرسله من جديد؛ وما أُكّد استلامه من قبل محفوظ.
record-torn = المخزن في { $place } تالف ({ $what }). أوقف البرنامج، واحتفظ بنسخة من المجلد، واستعد آخر نسخة احتياطية؛ وتبيّن الإيصالات ما ينقصها.
record-altered = في سجل { $place }، القيد { $n_d } ليس كما خُتم ({ $what }). أوقف البرنامج، واحتفظ بنسخة من المجلد دليلًا، وقارنها بنسخة احتياطية وبإيصالات الأطراف.
record-altered-whole = سجل { $place } ليس كما خُتم ({ $what }). أوقف البرنامج، واحتفظ بنسخة من المجلد دليلًا، وقارنها بنسخة احتياطية وبإيصالات الأطراف.
record-locked = يستعمل برنامج آخر المخزن في { $place }. أوقفه، أو انتظر حتى ينتهي.
record-key-reused = أُرسل هذا الطلب من قبل بكلام آخر، وهو القيد { $n_d }. افتح الصفحة من جديد وأرسل الكلام الجديد منها.
record-not-there = ليس هذا في المخزن: { $what }. تحقق من العنوان.
record-exists = هذا في المخزن من قبل: { $what }. اختر اسمًا آخر، أو افتح ما هو موجود.
record-wrong-key = لا تفتح عبارة المرور أو نص الاستعادة { $place }. حاول من جديد، أو استعمل المفتاح الآخر؛ فإن ضاع الاثنان ضاع المخزن.
record-layout = لا يمكن فتح { $place } على أنه مخزن ({ $what }). استعمل إصدار البرنامج الذي أنشأه، أو إصدارًا أحدث.
record-refused = لم يقبل السجل هذا ({ $what }). غيّر الطلب.
record-disk = تعذّرت قراءة { $place } أو الكتابة فيه ({ $what }). تحقق من القرص ومن أذونات المجلد، ثم أرسل الطلب من جديد.

## Projections.
bad-no-projection = هذا الملف ليس ما يحق لشخص واحد أن يقرأه من القضية. اختر ملفًا صنعه `caucus export`.

# القوائم والتحركات.
refused-list-has-a-later-version = للقائمة إصدار لاحق، القيد { $n_d }. استورد الجديدة إصداراً يلي ذاك.
refused-list-without-an-entry = لا يصلح أي سطر من القائمة قيداً؛ لم يُحفظ شيء.
bad-list-too-long = للقائمة { $most_d } قيداً على الأكثر. أرسلها أجزاءً.
bad-count-without-a-source = يلزم العدد ذكر من يصرح به وأين يُقرأ.
bad-not-on-the-list = لا يوجد قيد كهذا في القائمة.
bad-claim-without-a-claimant = يجب ذكر من قال ذلك.
bad-one-list-twice = القائمتان واحدة. اختر أخرى.
bad-no-such-gate = لا يذكر الأمر بوابة كهذه.
bad-paper-line-twice = السطر { $line_d } من الورق موجود في السجل، وهو القيد { $n_d }. صحّح ذلك القيد أو خذ السطر التالي.
refused-corrected-before = صُحّح ذلك السطر من قبل. صحّح السطر الذي حل محله.
