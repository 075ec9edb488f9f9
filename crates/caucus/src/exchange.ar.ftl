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
