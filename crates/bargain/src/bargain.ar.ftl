# جمل حسابات الوسيط: الملاحظات والشكاوى، ما الخطأ وما العمل.

# المجال
bargain-sides = { $n } من الأطراف: الحدّ يُحسب لطرفين إلى ستة؛ اختر الأطراف المتفاوضة
bargain-no-options = المسألة `{ $issue }` بلا خيارات: أعطها خيارًا واحدًا على الأقل
bargain-worths-missing = الطرف `{ $side }` لا يقدّر كل خيارات كل المسائل: أضف القيم الناقصة
bargain-interval = الطرف `{ $side }`، المسألة `{ $issue }`: تُكتب القيمة أدنى ثم تقدير ثم أعلى بترتيب صاعد
bargain-link-unknown = رابط أو قيمة مشتركة تذكر مسألة أو خيارًا أو طرفًا غير معلن
bargain-links-entangled = الروابط تجمع أكثر من { $n } تركيبة معًا: قسّم المسائل المرتبطة إلى مجموعات أصغر
bargain-package = هذه ليست حزمة من هذا المجال: اختر خيارًا مسموحًا لكل مسألة، وطرفين مختلفين
bargain-too-many = الحزم أكثر من أن تُقارن بدقة: ارفع الحدود أو سوِّ بعض المسائل أولًا
bargain-winner-sides = طريقة الفائز المعدّل تقسم بين طرفين: اختر طرفين
bargain-winner-none = لا مسألة قابلة للقسمة: علّم المسائل التي يمكن لكل طرف أن يأخذ جزءًا منها
bargain-winner-burden = المسألة `{ $issue }`: أحد الطرفين لا يريدها؛ الفائز المعدّل يقسم ما يريده الطرفان فقط

# الملفات
bargain-no-form = لا يحوي `{ $folder }` ملفات NegoLog ولا GENIUS XML ولا ملفًا من ملفاتنا: راجع المجلد
bargain-one-profile = يحوي `{ $folder }` أقل من ملفَّي تفضيلات: يلزم ملف لكل طرف
bargain-not-utf8 = الترميز ليس UTF-8: احفظ الملف بترميز UTF-8
bargain-not-xml = ليس XML سليمًا: { $text }
bargain-not-negolog = ليس ملف NegoLog: { $text }
bargain-not-ours = ليس تفاوضًا بصيغتنا: { $text }
bargain-not-a-number = `{ $text }` ليس عددًا: اكتب عددًا صحيحًا أو عشريًا أو كسرًا
bargain-number-bare = مرّ `{ $text }` بالتمثيل الثنائي: ضع الأعداد العشرية والكسور بين علامتي تنصيص لتبقى أرقامها
bargain-no-issues = لا يذكر الملف أي مسألة
bargain-no-issue = المسألة `{ $name }` ناقصة: على كل طرف أن يقدّر كل مسألة
bargain-issue-unknown = المسألة `{ $name }` ليست من مسائل التفاوض: راجع كتابتها
bargain-issue-twice = المسألة `{ $name }` مكررة: غيّر اسم إحداهما
bargain-issue-kind = المسألة `{ $name }` من نوع `{ $kind }`: يُقرأ discrete وinteger وreal
bargain-issue-form = المسألة `{ $name }`: أعطها خيارات، أو مدى من الأعداد الصحيحة، أو خيارين مع `divides`
bargain-no-weight = المسألة `{ $name }` بلا وزن: أضف وزنًا
bargain-option-missing = الخيار `{ $name }` بلا قيمة: أضف قيمته
bargain-option-unknown = الخيار `{ $name }` ليس من خيارات المسألة: راجع كتابته
bargain-no-attribute = ينقص `{ $tag }` السمة `{ $name }`: أضفها
bargain-nothing-positive = ليس في المسألة `{ $name }` تقييم موجب يُقسم عليه: اقرأ التقييمات كما كُتبت
bargain-range-empty = المدى `{ $name }` ينتهي قبل بدايته: بدّل الطرفين
bargain-range-wide = المدى `{ $name }` يزيد على 100,000 خطوة: كبّر الخطوات
bargain-evaluator = المقيّم `{ $name }` غير معروف: يُقرأ linear وconstant وtriangular
bargain-nested-objectives = لا تُقرأ أهداف داخل أهداف: ضع المسائل تحت هدف واحد
bargain-hyper-rectangles = منفعة المستطيلات الفائقة ليست جمعية، ولا يُحسب لها حدّ دقيق: استعمل تفضيلات جمعية
bargain-worth-form = المسألة `{ $name }`: أعط قيمة لكل خيار، أو ميلًا وإزاحة على مدى، أو رتبًا من 1 مع أدنى وأعلى
bargain-tried-issue = حزمة جُرّبت تُغفل المسألة `{ $name }`: سمّ خيارها
bargain-side-unknown = الطرف `{ $name }` غير معلن: راجع كتابته
bargain-reception = `{ $name }` ليس وصفًا للاستقبال: accepted، basis، no answer، refused

# ملاحظات القراءة
bargain-pool = هذه الملفات الـ{ $n } مجموعة تُؤخذ منها ألعاب، لا لعبة واحدة: اختر الأطراف
bargain-file-skipped = `{ $file }` ليس جزءًا من التفاوض ولم يُقرأ
bargain-option-twice = يقدّر `{ $file }` الخيار `{ $option }` مرتين: تُحتسب القيمة الأخيرة
bargain-sampled = المسألة `{ $issue }` متصلة وأُخذت عند { $n } خطوة متساوية: الحدّ ليس دقيقًا بينها
bargain-reservation-zero = لا يذكر `{ $side }` قيمة تحفظ: اعتُبرت 0
bargain-reservation-scale = يذكر `{ $side }` قيمة تحفظ أقل من 1 وكل حزمة تساوي أكثر: لعل تقييماته مقصودة مقسومة على أكبرها

# في الداخل
home-seats-missing = مقاعد `{ $member }` في `{ $body }` غير مذكورة، وثمة مسار يُحسب على هذه الهيئة: اذكرها أو احذف المسار
home-not-ours = ليس ملف داخل بصيغتنا: { $text }
home-body-twice = الهيئة `{ $name }` مكررة: إحصاءان لهيئة واحدة يلزمهما اسمان
home-body-unknown = الهيئة `{ $name }` غير معلنة: راجع كتابتها
home-member-twice = العضو `{ $member }` مكرر في الهيئة `{ $body }`: أبقِ واحدًا
home-member-unknown = العضو `{ $name }` ليس في هيئة كهذه: راجع كتابته
home-route-twice = المسار `{ $name }` مكرر: غيّر اسم أحدهما
home-route-unknown = المسار `{ $name }` غير معلن: راجع كتابته
home-provision-unknown = البند `{ $name }` غير معلن: أضفه واذكر هل هو في الاتفاق
home-provision-option = البند `{ $name }` يذكر مسألة بلا خيار أو خيارًا بلا مسألته: اذكر الاثنين
home-condition = `{ $text }` ليس شرطًا: اكتب `with` أو `without` ثم اسم البند
home-date = `{ $text }` ليس تاريخًا: اكتب السنة-الشهر-اليوم، مثل 2031-05-02
home-quota = `{ $text }` ليس نصابًا: اكتب عدد أصوات أو `more than 1/2` أو `at least 2/3`
home-word = `{ $text }` غير معروف هنا: { $words }
