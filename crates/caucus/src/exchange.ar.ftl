# قوائم التبادل وأزواجه وخططه وتحركاته.
title-lists = القوائم
title-list = قائمة
title-forward = تقديم
title-match = مطابقة
title-pairs = قائمتان، زوجاً زوجاً

# القوائم.
lists-hint = قوائم طرفكم، وما نُقل إليكم. القائمة لكم وحدكم حتى تأذنوا بغير ذلك.
lists-hint-mediator = القوائم التي سلّمها كل طرف في خلوته. لا يرى طرف أن هناك غيرها.
lists-empty = لا قائمة بعد. استوردوا واحدة من ملف: يُسمى كل سطر لا يُقرأ، ويُحفظ الباقي.
lists-empty-mediator = لا قائمة بعد. يستوردها الطرف في خلوته، أو تستوردونها هناك إن سلّمها إليكم.
lists-conveyed = منقولة
lists-conveyed-list = قائمة نُقلت إليكم
lists-put-forward-list = قائمة مقدَّمة
lists-conveyed-notice = نُقل إليكم هؤلاء الأشخاص؛ والكلمات هي ما قُرئ أو تُرك بحرفه.
lists-version = الإصدار { $n_d }
lists-remains = رفات
lists-remains-hint = قائمة الرفات قائمة بذاتها. لا يُغلقها تطابق اسم أبداً، بل التعرّف وحده.
lists-replaced = حلّ محلها إصدار لاحق
lists-latest = افتح الأحدث
lists-no-status = بلا حالة
lists-entries = { $n ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n_d } قيود
    [many] { $n_d } قيداً
   *[other] { $n_d } قيد
}
lists-bad = { $n ->
    [zero] لا سطر مستبعداً
    [one] سطر واحد مستبعد
    [two] سطران مستبعدان
    [few] { $n_d } أسطر مستبعدة
    [many] { $n_d } سطراً مستبعداً
   *[other] { $n_d } سطر مستبعد
}
lists-doubts = { $n ->
    [zero] لا سطر للنظر
    [one] سطر واحد للنظر فيه
    [two] سطران للنظر فيهما
    [few] { $n_d } أسطر للنظر فيها
    [many] { $n_d } سطراً للنظر فيها
   *[other] { $n_d } سطر للنظر فيها
}
lists-removed = { $n ->
    [zero] لم يُحذف قيد
    [one] حُذف قيد واحد
    [two] حُذف قيدان
    [few] حُذفت { $n_d } قيود
    [many] حُذف { $n_d } قيداً
   *[other] حُذف { $n_d } قيد
}
lists-more = { $n ->
    [zero] لا غيرها
    [one] وواحد غيرها
    [two] واثنان غيرها
    [few] و{ $n_d } غيرها
    [many] و{ $n_d } غيرها
   *[other] و{ $n_d } غيرها
}
lists-row = السطر { $n_d }
lists-counts = أعداد بلا أسماء
lists-counts-none = لم تُدوَّن أعداد. وما لا يصرح به أحد جدير بالتدوين أيضاً.
lists-count-part = منها
lists-count-of-whom = منهم
lists-count-not-stated = غير مصرَّح به
lists-count-add = دوّن عدداً
lists-count-whole = الأجزاء هي الكل
lists-count-do = دوّن هذا العدد
lists-import = استيراد قائمة
lists-import-hint = ملف CSV أو Excel، بأي ترتيب للأعمدة، وعناوين بالعربية أو العبرية أو الإنجليزية.
lists-paste = أو ألصق الأسطر
lists-new-list = قائمة جديدة
lists-who-reads-own = يقرؤها أعضاء وفدكم وحدهم.
lists-who-reads-caucus = يقرؤها هذا الوفد وهؤلاء الوسطاء. ولا يعلم غيرهم بوجودها.
lists-import-do = استورد هذه القائمة
lists-changes = منذ الإصدار السابق
lists-changes-sum = جديد { $added_d } · متغيّر { $changed_d } · محذوف { $removed_d } · كما كان { $same_d }
lists-bad-title = أسطر مستبعدة
lists-doubts-title = أسطر للنظر فيها
lists-whole = القائمة كلها
lists-next = القيود التالية
lists-caption = كل قيد كما تقوله القائمة، بخطه.
lists-choose = اختيار
lists-said = ما قيل عن القيد
lists-forward = قدّم
lists-forward-hint = ضع علامة على من يُقدَّم شخصاً شخصاً؛ وبلا علامة تُقدَّم القائمة كلها.
lists-forward-what = تصير هذه الكلمات رسالة في هذه الخلوة كغيرها: قد يستأذنكم الوسطاء في نقلها، كلها أو شخصاً شخصاً، ولا يعبر شيء بلا إذنكم.
lists-forward-words = ما يُقدَّم بحرفه، شخص في كل سطر
lists-forward-do = قل هذا في الخلوة
lists-added = جديد
lists-fate = المصير
lists-whereabouts = مكان الوجود
lists-no-evidence = بلا دليل مذكور
lists-embargoed = لا يُعلن الاسم: لم تُبلَّغ الأسرة
lists-open-entry = افتح
lists-this = هذه القائمة
lists-imported = استُوردت
lists-versions = الإصدارات
lists-kind = لِـ
lists-claim = ما يُقال
lists-claim-hint = المصير ومكان الوجود قولان. لا يمحو اللاحق السابق.
lists-claim-says = ما قيل
lists-claim-do = دوّن هذا القول
lists-stage = أين وصل القيد
lists-stage-hint = يُحفظ في غرفة الوسطاء. لا سبب بجانب «ليس في هذا التحرك»، لا هنا ولا في أي مكان.
lists-stage-last = لا شيء بعد ما وصل إليه.
lists-stage-do = دوّن أين وصل
field-file = الملف
field-file-hint = CSV أو XLSX حتى 16 ميغابايت. لا يُحفظ اسم الملف.
field-table = الأسطر مع سطر عناوين
field-version-of = الإصدار التالي لـ
field-total = المجموع
field-total-hint = يُترك فارغاً إن لم يُصرَّح به.
field-parts = الأجزاء، واحد في كل سطر
field-parts-hint = حالة وعدد، مثل: أحياء: 20
field-about = عن
field-claimant = من يقول ذلك
field-since = منذ
field-evidence = الدليل
field-evidence-hint = ما لم يُذكر ليس دليلاً.
field-entry = القيد
field-stage = وصل إلى
field-instead = رقم الشخص البديل
field-list = القائمة
field-left = القائمة الأولى
field-right = القائمة الأخرى
field-verdict = القرار
field-seen = القرار الذي رُئي
field-identified = من تعرّف إليها، وكيف

# الأزواج.
pairs-hint = قائمتا الطرفين، زوجاً زوجاً. لا يقرأ هذا إلا أنتم وفريقكم؛ ولا يعلم طرف بما في قائمة الآخر.
pairs-empty = لم توضع قائمتان جنباً إلى جنب بعد. اختر اثنتين من الجانب.
pairs-empty-lists = تلزم قائمتان. تأتيان في الخلوتين: يستورد كل طرف قائمته، أو تستوردون ما سلّمه إليكم.
pairs-open = وضع قائمتين جنباً إلى جنب
pairs-open-hint = تبقى القرارات حين يأتي إصدار جديد لأي من القائمتين.
pairs-open-do = ضعهما جنباً إلى جنب
pairs-progress = قُرِّر { $done_d } من { $all_d }
pairs-work = اعمل على الأزواج
pairs-gone = قرارات في قيود لم تعد في أي من القائمتين: { $n_d }
pairs-doubtful = للقرار
pairs-doubtful-none = لا شيء هنا.
pairs-matched = متطابقة
pairs-matched-none = لم يُقبل أي زوج بعد.
pairs-refused = مرفوضة: شخصان
pairs-only = فقط في قائمة
pairs-alone-none = لا أحد.
pairs-sums = كيف يكتمل عدد كل قائمة
pairs-list = القائمة
pairs-open-pairs = للقرار
pairs-one-sided = في جانب واحد
pairs-all = الكل
pairs-proposed = المقترح
pairs-decided = المقرَّر
pairs-score = { $n_d } من 100
pairs-by-person = جُمعا باليد
pairs-lists = القائمتان
pairs-by-hand = قيدان من اختيارك
pairs-by-hand-hint = الرقمان قبل القيود المنفردة، بينهما نقطة: 3.7
pairs-by-hand-none = لم يبق منفرد في إحدى القائمتين.
pairs-by-hand-rows = الأول والآخر
pairs-by-hand-do = افتح هذين
pairs-nobody-else = لا يصل شيء من هذه الصفحة إلى أي طرف. وما تسألونه الطرفَ هو عن قيده وحده.
pairs-one = زوج واحد
pairs-before = السابق
pairs-next = التالي
pairs-board = كل الأزواج
pairs-why = لماذا
pairs-why-none = لا شيء معه ولا عليه.
pairs-born = يُقرأ
pairs-changed = تغيّر منذ ذلك
pairs-accept = شخص واحد
pairs-refuse = شخصان
pairs-asked = سُئل طرف
pairs-undo = ارجع عنه
pairs-decisions = القرارات
pairs-decisions-none = لم يقرر أحد.
pairs-ask = اسأل الطرف عن قيده
pairs-ask-hint = يُقال بصوتكم في خلوة ذلك الطرف. التزموا بما في قائمته هو.
pairs-ask-words = في قائمتكم «{ $list }»، القيد { $id }: { $name }. نرجو التحقق من كتابة الاسم وتاريخ الميلاد والمكان، وإخبارنا هل يبقى القيد.
pairs-ask-do = قل هذا في الخلوة
pairs-with-why = قرار مع سبب
pairs-with-why-do = دوّن هذا القرار

# خطط التبادل.
title-plans = خطة التبادل
title-plan = خطة التبادل
plans-hint = الترتيب الذي يعطي به الطرفان فلا يكسب أحدهما إن انصرف في المنتصف.
plans-empty = لا خطة بعد. اكتب ما يعطيه كل طرف، وكلفته وقيمته، وكم يتحرك معاً.
plans-write = كتابة خطة
plans-write-do = احسب هذه الخطة
field-plan = الخطة
field-plan-hint = الطرفان، وما يعطيه كل منهما، والخطوات المشتركة، والأيام؛ وفي صفحة الترتيب من الدليل معنى كل كلمة.
plan-worths = القيم آراء: حُسبت الكلفة بأعلاها والقيمة بأدناها.
plan-file = الخطة كما كُتبت
plan-gives = ما يُعطى
plan-worth = كلفته { $cost }، وقيمته { $value }
plan-for-good = لا رجعة فيه
plan-guarantee = يخسر { $n_d } إن انصرف
plan-nobody-else = ما يغري طرفاً بالانصراف للوسطاء وحدهم. ولا يُعرض على طرف إلا بفعل مسمّى.
plan-enough = ضمانات تكفي
plan-two-ways = دفعة واحدة، أو كلٌّ حين يجهز
plan-all-at-once = دفعة واحدة
plan-as-each = كلٌّ حين يجهز
plan-safe = آمن
plan-moves-most = أكثر ما يتحرك في خطوة
plan-at-stake = ما يُخشى عليه إن انقطع
plan-handovers = عمليات التسليم
plan-least = لا ترتيب آمن بهذين الضمانين يكشف أحداً أقل عند ذروته.
plan-yes = نعم
plan-no = لا
plan-steps = خطوة خطوة
plan-step = الخطوة
plan-side-gives = يعطي
plan-exposed = المنكشف بعدها
plan-tempted = مكسب الانصراف الآن
plan-day = اليوم
plan-before = قبل أي شيء
plan-together = معاً
plan-not-in-time = المهلة لا تسمح بها.
plan-step-too-large = الخطوة { $n_d } أكثر مما يحمله يوم ولا تُقسم.
plan-slack = كم يجوز أن تخطئ الآراء
plan-slack-value = آمن من قيمة { $n_d }
plan-slack-any-value = آمن بأي قيمة
plan-slack-cost = آمن حتى كلفة { $n_d }
plan-slack-any-cost = بأي كلفة
plan-example-second = المجموعة الثانية
plan-example-first = المجموعة الأولى
plans-not-stated = حيث لم يُذكر عدد لا يُحسب شيء: تحتاج الخطة إلى عدد ما يعطيه كل طرف.
plans-counts = ما قيل عن الأعداد
plan-drawing-never = { $who } لا ينكشف أبداً.
plan-drawing-most = أكثر ما ينكشف { $who } بعد الخطوة { $step_d }: بمقدار { $n_d }.
plan-drawing-says = { $steps ->
    [zero] لا خطوات
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $steps_d } خطوات
    [many] { $steps_d } خطوة
   *[other] { $steps_d } خطوة
}. { $first } { $second }
plan-drawing-axis = ما أُعطي زيادة على ما أُخذ
plan-drawing-title = المنكشف بعد كل خطوة
plan-over = فوق الضمان
plan-not-decided = لم يُحسم: أكبر من أن يُبحث كله
plan-for-guarantees = الترتيب أدناه لضمانين قدرهما { $a_d } ({ $left }) و{ $b_d } ({ $right })، لا لما في الخطة.
plan-enough-more = هناك أزواج أخرى غير ما ذُكر.
plan-beneath = ضمانات لا ترتيب آمن دونها
plan-paid-least = { $side } يدفع. يجب أن يبلغ الضمانان { $n_d } على الأقل.
plan-owed-first = المستحق حين يتحرك الأول
plan-owed-last = المستحق حين يتحرك الأخير

# التحركات.
title-handover = التسليم
title-movement = تحرك
handover-hint = أوامر التحرك، ومن يقول انطلقوا، والسجل: أعداد بلا أسماء.
handover-empty = لم يُؤمر بتحرك بعد.
handover-leaves = ينطلق
handover-write = كتابة أمر تحرك
handover-write-hint = ما يُترك فارغاً يبقى غير محسوم. وتُجمَّد القوائم كما هي الآن.
handover-write-do = جمّد القوائم واكتب هذا الأمر
handover-freeze = القوائم التي تُجمَّد
field-leaves = ينطلق
field-people = أشخاص
field-remains = رفات
field-gates = البوابات ونقاط التجمع
field-gates-hint = واحدة في كل سطر، بترتيب الطريق.
field-gate = البوابة
field-what = ماذا
field-heard = كيف سُمع
field-asked = سُئل عند
field-yes = الجواب
field-point = عُدّ عند
field-identified-hint = الاسم وحده لا يُغلق ملف رفات.
handover-paper = النسخة الورقية
handover-paper-hint = اطبعها. تُكتب أسطرها بعد ذلك بأرقامها.
handover-go = الموافقة والانطلاق
handover-order = الأمر
handover-moving = من يتحرك
handover-lists = القوائم المجمدة
handover-same = كما جُمّدت
handover-not-same = لم تعد كما جُمّدت
handover-newer = يوجد إصدار لاحق
handover-log = السجل
handover-log-none = لا شيء في السجل.
handover-numbers = الأعداد
handover-apart = أعداد الموافقة والإفراج والبوابات منفصلة؛ والتسلّم والتأكيد أمران.
handover-point = أين
handover-approved = وُوفق عليه
handover-released = أُفرج عنه
handover-ordered = في الأمر
handover-counted = معدود
handover-who = من
handover-yes-to-order = الموافقة على الأمر
handover-may-leave = يمكن الانطلاق
handover-against = { $n ->
    [zero] لا شيء يمنع
    [one] أمر واحد يمنع
    [two] أمران يمنعان
    [few] { $n_d } أمور تمنع
    [many] { $n_d } أمراً يمنع
   *[other] { $n_d } أمر يمنع
}
handover-what-stands = ما يمنع الانطلاق
handover-no-answer = لا جواب
handover-go-yes = نعم، انطلقوا
handover-go-no = لا
handover-told = قيل لِـ
handover-paper-line = ورق، سطر { $n_d }
handover-what = ماذا
handover-log-write = كتابة في السجل
handover-no-gate = بلا بوابة
handover-log-more = الوقت والكلمات وما قيل للطرفين
handover-log-do = اكتب هذا السطر
handover-no-names = أعداد فقط: لا مكان لاسم في السجل.
handover-answer = دوّن جواباً
handover-answer-do = دوّن هذا الجواب
handover-count = دوّن عدّاً
handover-count-do = دوّن هذا العدّ
handover-phone = على هاتف
handover-n-people = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n_d } أشخاص
    [many] { $n_d } شخصاً
   *[other] { $n_d } شخص
}
handover-n-remains = { $n ->
    [zero] لا رفات
    [one] رفات شخص واحد
    [two] رفات شخصين
    [few] رفات { $n_d } أشخاص
    [many] رفات { $n_d } شخصاً
   *[other] رفات { $n_d } شخص
}
handover-then = ، ثم { "" }
handover-not-said = لم يُذكر
handover-corrected = صُحّح
handover-corrects = يصحّح سطراً سابقاً
handover-corrects-nothing = لا شيء: سطر جديد
field-corrects = يحل محل سطر
handover-typed = إدخال من الورق
movement-title = تسليم بلا شبكة
movement-hint = أعداد تحرك واحد كما يؤكدها الوسيط المحايد، بلا أسماء أبداً. يُحفظ كل سطر مشفّراً في هذا الهاتف ويُرسل بالترتيب مرة واحدة حين تعود الشبكة.
movement-saved = حُفظ في هذا الهاتف.
movement-waiting = أسطر تنتظر:
movement-sent = أُرسل.
movement-sign-in = ادخل ثم افتح هذه الصفحة من جديد
movement-none = لا تحرك معروف هنا بعد. افتح هذه الصفحة مرة مع الشبكة من صفحة التحرك.
movement-gone = لم يبق شيء من التحرك في هذا الهاتف.
movement-keep = احفظ هذا السطر
movement-less = أقل بواحد: { $what }
movement-more = أكثر بواحد: { $what }
movement-end = في النهاية
movement-end-hint = الأول يرسل ما ينتظر ثم يمحو. والثاني يمحو الآن بلا سؤال؛ وما لم يُرسل يبقى على الورق وحده.
movement-over = انتهى التحرك: أرسل وامحُ
movement-wipe = امحُ الآن
movement-needs-script = بلا برامج نصية استعمل صفحة التحرك أو ورقته المرقّمة.
movement-limit = { $n ->
    [zero] لا سطر ينتظر في الهاتف.
    [one] أقصى ما ينتظر في الهاتف سطر واحد.
    [two] أقصى ما ينتظر في الهاتف سطران.
    [few] أقصى ما ينتظر في الهاتف { $n_d } أسطر.
    [many] أقصى ما ينتظر في الهاتف { $n_d } سطراً.
   *[other] أقصى ما ينتظر في الهاتف { $n_d } سطر.
} وتبقى النسخة الورقية إلى جانبه.
