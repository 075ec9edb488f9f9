# حسابات الوسطاء: الحزم، وهل تُقَرّ في الداخل.
title-packages = الحزم
title-at-home = في الداخل
arithmetic-mediators-only = لوسطاء هذه الجهة وحدهم: ما يُحسب من التقديرات سريّ بقدر سريتها.
field-estimates = نص الملف
estimate-keep = احفظ ملف تقديرات
estimate-form-packages = القضايا وخياراتها، وقيمة كل خيار لدى كل طرف وعلى ماذا تستند، بالصيغة المشروحة في صفحة الدليل عن “caucus bargain”. الملف الذي يحمل عنوانًا موجودًا يحل محله، ويبقى السابق في السجل.
estimate-form-home = الهيئات والمقاعد ومصدرها، والمسارات والمواقف، بالصيغة المشروحة في صفحة الدليل عن “caucus ratify”. الملف الذي يحمل عنوانًا موجودًا يحل محله، ويبقى السابق في السجل.
estimate-paste = أو ألصق النص
estimate-do = احفظه
estimate-kept = الملفات المحفوظة
estimate-replaced = حلّ محله غيره

# الحزم.
packages-hint = ما قد يفضّله الطرفان معًا، بحسب تقديراتكم.
packages-empty = لا تقديرات بعد
packages-empty-do = اكتبوا القضايا وخياراتها وما تظنون أنه قيمة كل منها لدى كل طرف ومن أين عرفتموه؛ فتُحسب بدقة الحزم التي لا تفوقها حزمة أخرى لدى الجميع.
packages-none = لا حزمة مقبولة لدى كل الأطراف بحسب هذه التقديرات: لا مجال لاتفاق ممكن.
packages-plot = قيمة كل نقطة لدى كل طرف
packages-plot-says = { $n ->
    [zero] لا نقاط.
    [one] نقطة واحدة لا تفوقها حزمة لدى الطرفين: كلما ابتعدت أفقيًا زادت لدى { $first }، وكلما ارتفعت زادت لدى { $second }.
    [two] نقطتان لا تفوقهما حزمة لدى الطرفين: كلما ابتعدت أفقيًا زادت لدى { $first }، وكلما ارتفعت زادت لدى { $second }.
    [few] { $n_d } نقاط لا تفوقها حزمة لدى الطرفين: كلما ابتعدت أفقيًا زادت لدى { $first }، وكلما ارتفعت زادت لدى { $second }.
    [many] { $n_d } نقطة لا تفوقها حزمة لدى الطرفين: كلما ابتعدت أفقيًا زادت لدى { $first }، وكلما ارتفعت زادت لدى { $second }.
   *[other] { $n_d } نقطة لا تفوقها حزمة لدى الطرفين: كلما ابتعدت أفقيًا زادت لدى { $first }، وكلما ارتفعت زادت لدى { $second }.
}
packages-dot = { $first } و{ $second }
packages-frontier = الحزم التي لا تفوقها حزمة
packages-outcomes = من أصل { $n } حزمة تسمح بها القضايا.
packages-thinned = مخفّفة: قد يفوت كل طرف ما يصل إلى
packages-sampled = أُخذت عيّنة من قضية بلا درجات: قد توجد بين الدرجات حزم أفضل.
packages-picked = يختارها
packages-stands = إن أخطأت التقديرات
packages-stands-is = إن أخطأت التقديرات: لأي القيم المتفقة مع المعلوم تبقى الحزمة بلا ما يفوقها، وأقصى ما قد يخسره الجميع معًا باختيارها.
packages-look = ما تطلبه وما تكشفه
packages-look-do = انظر
packages-in-all = { $n } إجمالًا
packages-more = { $n ->
    [zero] لا نقاط أخرى.
    [one] نقطة أخرى غير معروضة.
    [two] نقطتان أخريان غير معروضتين.
    [few] { $n_d } نقاط أخرى غير معروضة.
    [many] { $n_d } نقطة أخرى غير معروضة.
   *[other] { $n_d } نقطة أخرى غير معروضة.
}
packages-solutions = معنى الحلول
solution-nash = ناش
solution-nash-is = أكبر حاصل ضرب للمكاسب فوق أسوأ اتفاق يقبله كل طرف.
solution-kalai-smorodinsky = كالاي-سمورودينسكي
solution-kalai-smorodinsky-is = أكبر قيمة لأقل المكاسب، مقيسًا كل منها بأفضل ما يمكن أن يناله الطرف؛ ثم الذي يليه.
solution-egalitarian = المساواتي
solution-egalitarian-is = أكبر قيمة لأقل المكاسب؛ ثم الذي يليه.
solution-utilitarian = النفعي
solution-utilitarian-is = أكبر مجموع. يتغيّر إذا تغيّر مقياس أحد الأطراف، فلا يقول الكثير وحده.
standing-always = لكلها
standing-sometimes = لبعضها
standing-never = لا لشيء منها
packages-chosen = لو طُرحت هذه الحزمة
packages-asks = ما تطلب من كل طرف أن يتنازل عنه
packages-leak = ما قد يستنتجه طرف عن قيم الآخر
packages-leak-hint = من عُرضت عليه حزمة اختيرت بقيم خاصة وعرف كيف اختيرت، استطاع أن يستبعد قيمًا. نقلها فعلك أنت.
packages-leak-of = من قيم { $owner }، يستطيع { $reader } أن يستبعد:
packages-leak-nothing = لا شيء
packages-issue = القضية
packages-option = الخيار
packages-before = الممكن قبلها
packages-after = الممكن بعدها
packages-impossible = لا شيء: لا تتفق مع تقديراتكم
packages-basis = علامَ تستند التقديرات
packages-reservation = أسوأ اتفاق يقبله
packages-nobody-knows = لا أحد يعلم
basis-statement = كلامه هو
basis-inference = استنتاجات
basis-guess = تخمينات
packages-trades = أين يمكن أن يتبادلا
packages-trades-hint = أحد الطرفين يقدّر الأولى أكثر من الآخر، والثانية أقل.
packages-trade = يكسب { $side } في { $gains } ويتراجع في { $gives }
packages-questions = ما يُسأل عنه بعد ذلك
packages-questions-hint = بكم يُنقص الجوابُ أقصى ما قد يخسره الجميع باختياركم.
packages-regret-now = الآن
packages-regret-then = بعد الجواب
packages-unjudged = النقاط أو القيم المفتوحة أكثر من أن يُحكم على كل منها في صفحة؛ يفعل ذلك “caucus bargain” والمكتبة.
packages-tried = ما طُرح على الأطراف
received-accepted = قبِل
received-basis = أساس للعمل
received-no-answer = لم يُجب
received-refused = رفض
received-not-put = لم يُطرح عليه

# في الداخل.
at-home-hint = هل يصمد الاتفاق في عاصمته.
at-home-empty = لا ملف عن الداخل بعد
at-home-empty-do = اكتبوا من يقرر، وبكم مقعدًا وبأي مصدر، ومن قال ماذا؛ فيُحسب ما يُقَرّ مهما فعل المترددون.
at-home-as-of = الحكم بتاريخ
at-home-kept = حُفظ
at-home-no-route = لا يذكر الملف مسارًا للقرار: ما قيل مذكور أدناه، ولا يُحسب شيء.
result-passes = يُقَرّ
result-fails = يسقط
result-open = مفتوح
at-home-interval = من { $least_d } إلى { $most_d } صوتًا، والمطلوب { $quota_d }
at-home-spare = { $n ->
    [zero] بلا فائض
    [one] بفائض صوت واحد
    [two] بفائض صوتين
    [few] بفائض { $n_d } أصوات
    [many] بفائض { $n_d } صوتًا
   *[other] بفائض { $n_d } صوت
}
at-home-short = { $n ->
    [zero] بلا نقص
    [one] ينقصه صوت واحد
    [two] ينقصه صوتان
    [few] تنقصه { $n_d } أصوات
    [many] ينقصه { $n_d } صوتًا
   *[other] ينقصه { $n_d } صوت
}
at-home-sufficient = يكفي إن قالوا جميعًا نعم
at-home-nobody = لا أحد بعد: يُقَرّ من الآن
at-home-blocking = يكفي لإيقافه إن قالوا جميعًا لا
at-home-completions = الطرق التي يُقَرّ بها
at-home-completions-are = عدد الطرق التي قد يصوّت بها المترددون، لا احتمال
at-home-pivots = كم مرة يحسم كل منهم
at-home-sets-incomplete = توجد مجموعات أكثر مما هو مذكور.
at-home-contradict = مواقف متناقضة؛ تُحسب مترددة:
at-home-provisions = ما يتضمنه الاتفاق
at-home-in = في الاتفاق
at-home-out = ليس في الاتفاق
at-home-flips = أي بند يغيّر موقف من
at-home-flip-in = بإدخال “{ $provision }” يتحول { $member } من { $from } إلى { $to } في { $route }: { $result }.
at-home-flip-out = بإخراج “{ $provision }” يتحول { $member } من { $from } إلى { $to } في { $route }: { $result }.
at-home-lapses = تعهدات تنتهي
at-home-lapse = بعد { $until } يُحسب { $member } { $to } في { $route }: { $result }.
at-home-stances = ما قيل، ومن نقله
at-home-no-stance = لم يُسجَّل موقف لأحد.
at-home-with = إذا كان فيه “{ $provision }”
at-home-without = من دون “{ $provision }”
at-home-until = صالح حتى
vote-yes = نعم
vote-no = لا
vote-abstain = يمتنع
vote-unknown = متردد
vote-leaves = ينسحب
at-home-quota = المطلوب { $n_d }
at-home-no-source = لم يُذكر مصدر.
at-home-member = العضو
at-home-seats = المقاعد
at-home-seats-not-stated = المقاعد غير مذكورة
at-home-banzhaf = بانزاف
at-home-shapley-shubik = شابلي-شوبيك
at-home-remark = ملاحظة
at-home-veto = لا يُقَرّ شيء من دونه
at-home-dummy = لا يحسم أبدًا
at-home-power-is = تصف المؤشرات القاعدة وحدها، كأن لا رأي لأحد.
at-home-minimal = مجموعات فائزة بلا فائض:
