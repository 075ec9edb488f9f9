# سلاسل الأرقام: أنواع العدّ.
watch-kind-count = إجمالاً
watch-kind-new = جديد
watch-kind-recovered = جثامين انتُشلت
watch-kind-died-of-wounds = توفوا متأثرين بجراحهم
watch-kind-added-late = أضيف متأخراً
watch-kind-corrected = تصحيح
watch-kind-total = مجموع تراكمي
watch-kind-stock = في ذلك الوقت

# الفترات.
watch-window-before = { $hours ->
    [zero] قبل تقرير { $date } بـ{ $hours_d } ساعة
    [one] في الساعة السابقة لتقرير { $date }
    [two] في الساعتين السابقتين لتقرير { $date }
    [few] في الساعات الـ{ $hours_d } السابقة لتقرير { $date }
    [many] في الساعات الـ{ $hours_d } السابقة لتقرير { $date }
   *[other] في الساعات الـ{ $hours_d } السابقة لتقرير { $date }
}
watch-window-day = في { $date }
watch-window-between = من { $from } إلى { $to }
watch-window-since = منذ { $from } حتى تقرير { $date }
watch-window-whole = منذ البداية حتى تقرير { $date }
watch-window-as-of = كما في { $date }
watch-window-unstated = في فترة لا يحددها تقرير { $date }

# الأرقام.
watch-figure-before = { $hours ->
    [zero] { $amount } { $counted }، { $kind }، قبل تقرير { $date } بـ{ $hours_d } ساعة
    [one] { $amount } { $counted }، { $kind }، في الساعة السابقة لتقرير { $date }
    [two] { $amount } { $counted }، { $kind }، في الساعتين السابقتين لتقرير { $date }
    [few] { $amount } { $counted }، { $kind }، في الساعات الـ{ $hours_d } السابقة لتقرير { $date }
    [many] { $amount } { $counted }، { $kind }، في الساعات الـ{ $hours_d } السابقة لتقرير { $date }
   *[other] { $amount } { $counted }، { $kind }، في الساعات الـ{ $hours_d } السابقة لتقرير { $date }
}
watch-figure-day = { $amount } { $counted }، { $kind }، في { $date }
watch-figure-between = { $amount } { $counted }، { $kind }، من { $from } إلى { $to }
watch-figure-since = { $amount } { $counted }، { $kind }، منذ { $from } حتى تقرير { $date }
watch-figure-whole = { $amount } { $counted }، { $kind }، منذ البداية حتى تقرير { $date }
watch-figure-as-of = { $amount } { $counted }، { $kind }، كما في { $date }
watch-figure-unstated = { $amount } { $counted }، { $kind }، في فترة لا يحددها تقرير { $date }

# ارتفاع المجموع.
watch-rise = من { $from } إلى { $to } ارتفع المجموع بمقدار { $n_d }
watch-rise-range = من { $from } إلى { $to } انتقل المجموع من { $first } إلى { $second }؛ والمدى لا يعطي ارتفاعاً واحداً
watch-rise-part = منها { $kind }: { $n_d }
watch-rise-rest = لم يفصّله المصدر: { $n_d }
watch-found-own-differs = ارتفع المجموع أكثر مما تبلغه أرقام التقارير نفسها بمقدار { $by_d } (تحت الصفر: أقل)
watch-found-parts-differ = تقرير { $date } يذكر { $own_d } إجمالاً، وأجزاؤه تبلغ { $parts_d }
watch-found-gap = { $rest_d } من الارتفاع يقع في أيام لا تقرير لها ولا تمكن مقارنته
watch-found-fell = انخفض المجموع بمقدار { $by_d }
watch-found-not-new = { $n_d } من الارتفاع أضيف متأخراً أو صُحّح، ولم يقع في هذه الفترة
watch-found-two-values = رقمان لفترة واحدة: { $first } و{ $second }؛ يُؤخذ بالصف اللاحق
watch-found-ranges = أحد الأرقام مدى، ويترك مجالاً

# المقارنة.
watch-within = يقع داخله وهو جزء منه؛ ولا يُجمعان أبداً
watch-within-greater = يقع داخله، وهو أكبر منه
watch-match = الرقم نفسه
watch-pair-same = الفترة نفسها والرقم نفسه
watch-pair-differ = الفترة نفسها؛ والرقمان يختلفان بمقدار { $by_d } عن
watch-pair-meet = الفترة نفسها؛ مدى يوافقه الرقم الآخر
watch-pair-apart = الفترة نفسها؛ مدى لا يوافقه الرقم الآخر
watch-apart-other-window = لا يؤكده ولا ينفيه { $source }: فتراته غير هذه
watch-apart-no-such-time = لا يؤكده ولا ينفيه { $source }: لا يذكر شيئاً عن هذا الوقت
watch-apart-window-not-stated = لا يؤكده ولا ينفيه { $source }: إحدى الفترتين غير مذكورة
watch-apart-other-kind = لا يؤكده ولا ينفيه { $source }: ليس فيه عدّ من هذا النوع
watch-beside = وإلى جانبه، في تقارير { $source }:

# قراءة جداول الأرقام.
watch-series-date = { $text } تحت { $column } ليس تاريخاً
watch-series-date-hint = اكتبه هكذا: 2025-10-06
watch-series-twice = عنوانان يعنيان عموداً واحداً؛ الثاني هو { $heading }
watch-series-twice-hint = غيّر أحدهما أو احذفه
watch-series-lacks = لا توجد الأعمدة { $lacks }؛ والموجود: { $head }
watch-series-lacks-hint = ضع العناوين `date` و`source` و`counted` و`value`؛ انظر صفحة السلاسل في الدليل
watch-series-kind = { $text } ليس نوع عدّ؛ والأنواع هي: { $known }
watch-series-kind-hint = اكتب واحداً منها، أو اترك الخلية فارغة
watch-series-empty = { $column } فارغ
watch-series-empty-hint = اذكر من يعدّ، وماذا يعدّ
watch-series-number = { $text } ليس رقماً
watch-series-number-hint = اكتبه هكذا: `67160` أو `67,160` أو `10-12` أو `at least 10`
watch-series-no-number = لا رقم في الصف
watch-series-no-number-hint = املأ `value`، أو `low` و`high`
watch-series-range = { $text } و{ $range } لا يتوافقان
watch-series-range-hint = يجب أن يكون الأدنى تحت الأعلى، والقيمة بينهما
watch-series-below = { $text } تحت الصفر
watch-series-below-hint = لا يجوز ذلك إلا في صف من نوع `corrected`
watch-series-window = { $text } ليست فترة
watch-series-window-hint = اكتب `24 hours` أو `day` أو `whole` أو `as of`، أو املأ `from` و`to` بتاريخين
watch-series-no-from = للفترة نهاية وليس لها بداية
watch-series-backwards = الفترة معكوسة، من { $from } إلى { $to }

# اللوحة: أين يقف الالتزام.
watch-state-not-begun = لم يبدأ
watch-state-waiting = منتظر
watch-state-due = مستحق
watch-state-in-effect = سارٍ
watch-state-suspended = معلّق
watch-state-done = أُنجز
watch-state-reported = أُبلغ عنه
watch-state-verified = جرى التحقق منه
watch-state-past-its-time = فات موعده
watch-state-cured = تُدورك
watch-state-lifted = رُفع
watch-state-over = انتهى

# اللوحة: ما حُكم به على الادعاء.
watch-judgment-verified = جرى التحقق منه
watch-judgment-contested = موضع خلاف
watch-judgment-denied = أُنكر
watch-judgment-accident = اتُّفق على أنه حادث
watch-judgment-closed = أغلقته الهيئة المشتركة

# اللوحة: الساعة.
watch-unit-minute = دقيقة
watch-unit-hour = ساعة
watch-unit-day = يوم
watch-unit-week = أسبوع
watch-unit-month = شهر
watch-unit-year = سنة
watch-unit-open = وحدة تُركت مفتوحة
watch-clock-offset = تُحسب من { $anchors }: العدد { $n_d }، والوحدة { $unit }
watch-clock-open = تُحسب من { $anchors }: والنص يترك العدد مفتوحاً
watch-clock-at = بحلول { $anchors }
watch-clock-inclusive = يوم الحدث هو اليوم الأول
watch-clock-elapsed = تُعدّ الأيام من اليوم التالي
watch-clock-counting-open = يترك النص عدّ الأيام مفتوحاً
watch-clock-zone = الساعة هي { $zone }
watch-clock-zone-open = يترك النص الساعة مفتوحة
watch-clock-due = تستحق { $at }
watch-clock-not-running = لا تجري: ما تُحسب منه لم يقع، أو ثمة عدد مفتوح
watch-clock-extended = مُدّدت إجمالاً بعدد دقائق هو { $minutes_d }

# اللوحة: ما يسمح به النص.
watch-allow-suspend = البند { $clause } يسمح لـ{ $who } بتعليق { $to }
watch-allow-suspended = البند { $clause } يعلّق { $to }
watch-allow-end = البند { $clause } ينهي { $to }
watch-allow-end-all = البند { $clause } ينهي الاتفاق
watch-allow-extend = البند { $clause } يعطي وقتاً إضافياً لـ{ $to }
watch-allow-act = البند { $clause } يطلب فعلاً من { $who }
watch-allow-act-open = البند { $clause } يطلب فعلاً ولا يسمّي أحداً
watch-allow-open = البند { $clause } يجيب عنه ويترك الكيفية مفتوحة
watch-allow-met = تحقق شرطه
watch-allow-if-found = إذا وجد من يسمّيه النص أنه خُرق
watch-allow-if-not-done = إذا لم يُنجز في موعده

# اللوحة: لماذا لا يحرّك الحدث الالتزام.
watch-counts-other-reporter = يسمّي النص من يبلّغ عن هذا، وهو غيره
watch-counts-nobody-named = لا يسمّي النص أحداً لهذا، وهو غير مقبول من الجميع
watch-counts-other-verifier = يسمّي النص من له أن يقول هذا، وهو غيره
watch-counts-not-by-telling = الحكم بالخرق فعل قائم بذاته، له تاريخ وأسباب

# الحوادث: قراءة جدول.
watch-incident-utf8 = الترميز ليس يونيكود؛ احفظ الملف بترميز يونيكود
watch-incident-empty = لا شيء فيه؛ ضع صف عناوين وصفاً لكل حادث
watch-incident-columns = لا عمود للتاريخ، أو لا عمود لما حدث؛ سمّهما `event_date` و`event_type`، أو `date` و`what`
watch-incident-date = { $text } ليس تاريخاً؛ اكتبه هكذا: 2025-10-06
watch-incident-time = { $text } ليس وقتاً من اليوم؛ اكتبه هكذا: 14:05
watch-incident-point = { $lat } و{ $lon } ليسا خط عرض وخط طول بالدرجات
watch-incident-killed = { $text } ليس عدد قتلى؛ اترك الخلية فارغة حين لا يُذكر

# الحوادث: لماذا قد يكون بلاغان عن حادث واحد.
watch-duplicate-place = المكان نفسه
watch-duplicate-near = مكانان بينهما نحو كيلومترين
watch-duplicate-day = اليوم نفسه
watch-duplicate-next-day = بينهما يوم
watch-duplicate-kind = النوع نفسه
watch-duplicate-other-kind = نوع آخر
watch-duplicate-sides = الطرفان نفساهما
watch-duplicate-killed = عدد القتلى نفسه، { $n_d }
watch-duplicate-killed-differ = عددان مختلفان للقتلى، { $first_d } و{ $second_d }

# الخط الساخن.
watch-asked-restraint = ضبط النفس
watch-asked-stop-fire = وقف إطلاق النار
watch-asked-access = السماح بالوصول
watch-asked-investigation = التحقيق
watch-unknown-who = من فعله
watch-unknown-where = أين بالضبط
watch-unknown-when = متى بالضبط
watch-unknown-hurt = هل أصيب أحد
watch-unknown-going-on = هل ما زال مستمراً
watch-unknown-with = بماذا
watch-unknown-meant = هل كان مقصوداً

# الخطوط والمناطق: قراءة بيانات الخرائط.
watch-line-no-geojson = ليست بيانات خريطة بالصيغة المعروفة: { $why }
watch-line-bare = شكل بلا اسم؛ ضعه في معلم له الخاصيتان `name` و`date`
watch-line-no-name = معلم بلا اسم؛ أعطه الخاصية `name`
watch-line-date = { $text } ليس تاريخاً؛ اكتبه هكذا: 2025-10-06
watch-line-other-geometry = ليس خطاً ولا سطحاً؛ أعط `LineString` أو `Polygon`
watch-line-position = موضع بلا خط طول وخط عرض بالدرجات، على هذا الترتيب
watch-line-short = خط فيه أقل من نقطتين
watch-line-ring = حلقة لا تنتهي حيث بدأت، أو زواياها أقل من ثلاث
watch-line-across = لا يقاس شكل يقطع خط الطول 180؛ اقسمه عنده
watch-line-too-long = مواضع أكثر مما يُقرأ من ملف واحد؛ بسّطه أو اقسمه
