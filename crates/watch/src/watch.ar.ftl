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
