# ملف القائمة.
exchange-file-empty = الملف فارغ.
exchange-file-no-rows = في الملف عناوين أعمدة وليس فيه صفوف.
exchange-file-too-large = حجم الملف بعد فكّه أكبر مما تمكن قراءته. احفظه مجدداً وفيه القائمة وحدها.
exchange-file-broken = الملف ليس مصنّفاً يمكن فتحه، أو هو تالف.
exchange-file-no-name = لا يوجد عمود عنوانه اسم. العناوين هي: { $head }.
exchange-file-twice = عمودان لهما المعنى نفسه؛ عنوان الثاني { $head }.

# صف في القائمة.
exchange-row-long = الخلية تحت { $head } فيها أكثر من { $most } حرفاً.
exchange-row-formula = الخلية تحت { $head } فيها صيغة حسابية لا قيمة.
exchange-row-no-name = لا اسم في الصف.
exchange-row-name-unreadable = ليس في { $text } حرف من اسم عربي أو عبري أو لاتيني.
exchange-row-id-twice = الرقم { $id } موجود من قبل في الصف { $before }.
exchange-row-date-unreadable = { $text } لا يُقرأ تاريخاً؛ أُبقي القيد من دون تاريخ.
exchange-row-date-no-such-day = { $text } يوم غير موجود؛ أُبقي القيد من دون تاريخ.
exchange-row-date-year = سنة { $text } لا تناسب أياً من التقاويم؛ أُبقي القيد من دون تاريخ.
exchange-row-sex-unreadable = { $text } لا يُقرأ جنساً؛ أُبقي القيد من دونه.
exchange-row-like-another = الاسم وتاريخ الميلاد هما ما في الصف { $before }: شخص واحد مرتين، أو شخصان.

# الأعداد.
exchange-count-parts = مجموع الأجزاء { $sum } والعدد الكلي { $total }.
exchange-count-total = في القائمة { $listed } والعدد الكلي المذكور { $total }.
exchange-count-part = { $part }: في القائمة { $listed } والمذكور { $stated }.

# لماذا يُقترح أن القيدين لشخص واحد.
exchange-why-parts = يتفق { $agree } من { $of } من أجزاء الاسم ({ $left }، { $right })
exchange-why-turned = اسم العائلة أولاً في إحدى القائمتين
exchange-why-part-differs = { $role } مختلف: { $left }، { $right }
exchange-why-part-left-only = { $role } في القائمة الأولى فقط: { $part }
exchange-why-part-right-only = { $role } في القائمة الثانية فقط: { $part }
exchange-why-born-same = تاريخ الميلاد نفسه
exchange-why-born-within = تاريخ الميلاد نفسه مكتوباً بتقويمين
exchange-why-born-swapped = يتفق تاريخا الميلاد بتبادل اليوم والشهر
exchange-why-born-one-differs = يختلف تاريخا الميلاد في اليوم أو الشهر أو السنة وحدها
exchange-why-born-year-only = سنة الميلاد نفسها؛ إحدى القائمتين لا تذكر غيرها
exchange-why-born-same-year = سنة الميلاد نفسها واليوم مختلف
exchange-why-born-near-year = بين سنتي الميلاد سنة أو سنتان
exchange-why-born-differs = تاريخا الميلاد مختلفان
exchange-why-document-same = رقم الوثيقة نفسه
exchange-why-document-differs = أرقام وثائق أخرى
exchange-why-father-same = يتفق اسما الأبوين
exchange-why-father-differs = يختلف اسما الأبوين
exchange-why-place-same = يتفق المكانان
exchange-why-place-differs = يختلف المكانان
exchange-why-sex-same = الجنس نفسه
exchange-why-sex-differs = الجنس مختلف
exchange-why-rival = قد يكون المقصود قيداً آخر ({ $percent } %)

exchange-script-ar = العربية
exchange-script-he = العبرية
exchange-script-la = اللاتينية

exchange-role-given = الاسم الأول
exchange-role-father = اسم الأب
exchange-role-grandfather = اسم الجد
exchange-role-family = اسم العائلة
exchange-role-kunya = الكنية
exchange-role-nisba = اسم العائلة
exchange-role-honorific = اللقب
exchange-role-initial = الحرف الأول

exchange-decision-same = نفسه
exchange-decision-likely = مرجّح
exchange-decision-unsure = غير مؤكد

# حال القيد.
exchange-stage-proposed = مقترح
exchange-stage-acknowledged = معترف به
exchange-stage-denied = منفي
exchange-stage-duplicate = مكرر
exchange-stage-contested = متنازع عليه
exchange-stage-agreed = متفق عليه
exchange-stage-objection-window = مفتوح للاعتراض
exchange-stage-cleared = مسموح له بالسفر
exchange-stage-not-on-this-movement = ليس في هذه الحركة
exchange-stage-family-informed = أُبلغت العائلة
exchange-stage-in-batch = ضمن دفعة
exchange-stage-at-the-gate = عند البوابة
exchange-stage-received = استلمه الوسيط المحايد
exchange-stage-confirmed = أكد الوسيط المحايد نقله
exchange-stage-withdrawn = مسحوب
exchange-stage-vetoed = مرفوض بحق الاعتراض
exchange-stage-substituted = حلّ غيره محله

# ملف الخطة.
exchange-plan-toml = لا تمكن قراءة الخطة: { $why }
exchange-plan-sides = للخطة طرفان باسمين مختلفين.
exchange-plan-no-side = { $what } ليس اسم طرف.
exchange-plan-no-class = لا شيء مما يُقدَّم اسمه { $what }.
exchange-plan-class-twice = { $what } مذكور مرتين؛ أعط كلاً اسماً له.
exchange-plan-payer-gives = الطرف الذي يدفع يقدّم أيضاً { $what }؛ في الخطة التي فيها دفع مقدّم واحد.
exchange-plan-worth = كلفة { $what } أو قيمته دون الصفر، أو مداها معكوس.
exchange-plan-circle = { $what } ينتظر نفسه.
exchange-plan-guarantee = ضمان دون الصفر.
exchange-plan-too-large = الأعداد أكبر من أن تُحسب بدقة.

# الخطة.
exchange-verdict-safe = يوجد ترتيب آمن.
exchange-verdict-none = لا يوجد ترتيب آمن.
exchange-verdict-open = لم يُحسم وجود ترتيب آمن: الحالات أكثر من أن تُبحث كلها.
exchange-verdict-exact = بُحثت كل الحالات ({ $states }).
exchange-verdict-bound = الحالات أكثر من أن تُبحث كلها ({ $states })؛ المذكور مثبت، وقد يوجد ما هو أفضل.
exchange-last-mover = { $side } آخر من يتحرك، ومعه { $what }، ويلزمه ضمان قدره { $cost }: لم يعد له شيء مستحق.

# حياة القيد.
exchange-life-not-next = القيد عند: { $now }؛ ولا يمكن أن يليه: { $next }.
exchange-life-by-whom = يجب ذكر من قال ذلك في: { $next }.
exchange-list-people = أشخاص
exchange-list-remains = رفات

# الأعداد في ثلاث نقاط.
exchange-point-people = من الأشخاص
exchange-point-remains = من الرفات
exchange-point-released-over = أُفرج عن { $n } { $what }، والموافَق عليه { $of }.
exchange-point-gates-over = عبر البوابات { $n } { $what }، والمُفرج عنه { $of }.

# القرارات في الأزواج.
exchange-pair-accepted = شخص واحد
exchange-pair-refused = شخصان
exchange-pair-asked = سُئل أحد الطرفين
exchange-pair-open = لم يُقرَّر
exchange-decided-meanwhile = قرّر شخص آخر هذا الزوج في أثناء ذلك: { $verdict }، { $at }. انظر فيه ثانية.
exchange-decided-unseen = القرار الذي رأيته ليس لهذا الزوج. افتح الزوج من جديد.
exchange-decided-already = هذا الزوج مسجل من قبل: { $verdict }.
exchange-decided-taken = أحد القيدين مقبول مع قيد آخر. ارجع عن ذلك أولاً.
exchange-decided-remains = الاسم وحده لا يُغلق ملف رفات: اذكر من تعرّف إليها وكيف.

# أمر التحرك.
exchange-order-route = الطريق والأوقات
exchange-order-vehicles = المركبات
exchange-order-frequencies = الترددات وإشارات النداء
exchange-order-forces = القوات المُبلَّغة، ومن أبلغها
exchange-order-medical = الرعاية الطبية
exchange-order-remains = الرفات، على حدة وبكرامة
exchange-order-media = إبعاد الإعلام
exchange-order-spare = قاعدة الشخص البديل
exchange-order-stop = من له أن يوقفه، وكيف
exchange-order-wanting = لم يُحسم: { $part }.
exchange-order-no-list = لم تُجمَّد له أي قائمة.
exchange-order-more-than-listed = سيتحرك { $moving }، وفي القوائم المجمدة { $listed }.
exchange-order-no-gate = لم تُذكر بوابة أو نقطة تجمع.
exchange-order-no-yes = لا موافقة على الأمر من { $party }.
exchange-order-said-no = رفض { $party } الأمر.
exchange-asked-t-12 = قبل ١٢ ساعة
exchange-asked-t-2 = قبل ساعتين
exchange-asked-t-0 = ساعة الانطلاق
exchange-go-not-asked = { $at }: لا جواب من { $party }.
exchange-go-no = { $at }: يقول { $party } لا.
exchange-log-at-gate = عند البوابة
exchange-log-received = تسلّمهم الوسيط
exchange-log-confirmed = أكّد الوسيط النقل
exchange-log-delay = تأخير
exchange-log-stopped = أُوقف
exchange-log-goes-on = يستمر
exchange-heard-form = بنموذج الوسيط
exchange-heard-voice = صوتاً
exchange-heard-paper = من الورق
exchange-log-received-over = تُسلِّم { $n } { $what }؛ وفي الأمر { $of }.
exchange-log-confirmed-over = أُكِّد { $n } { $what }؛ والمتسلَّم { $of }.
exchange-log-not-confirmed = تُسلِّم ولم يُؤكَّد بعد: { $n } { $what }.
