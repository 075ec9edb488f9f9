# الرسائل والملاحظات والمواقف؛ ما يحول دون نقل الكلام؛ ما يحول دون إيداع عرض. لم يقرأها بعدُ متحدث أصلي.

## نوع الرسالة.
message-kind-statement = بيان
message-kind-proposal = اقتراح
message-kind-counter-proposal = اقتراح مقابل
message-kind-question = سؤال
message-kind-answer = جواب
message-kind-clarification = توضيح
message-kind-holding-reply = رد مؤقت
message-kind-acceptance = قبول
message-kind-refusal = رفض
message-kind-taken-note = أُخذ العلم
message-kind-protest = احتجاج
message-kind-non-paper = ورقة غير رسمية
message-kind-procedural = مسألة إجرائية
message-kind-list = قائمة أشخاص
message-kind-text = نص التفاوض

## بأي وسيلة قيل، ومن أي شيء دُوّن، وبأي دقة.
means-in-person = وجهًا لوجه
means-telephone = بالهاتف
means-courier = بواسطة رسول
means-chat = في محادثة نصية خارجية
means-not-stated = الوسيلة غير مذكورة
written-from-memory = من الذاكرة
written-from-paper = من ورقة
written-from-recording = من تسجيل
exactness-gist = المضمون
exactness-exact = الكلام بنصه

## أين اتُّخذ الموقف؛ كيف تتحرك نقطة الخلاف.
lane-private = خاص
lane-carried = منقول
lane-public = علني
movement-stalled = متوقفة
movement-apart = المواقف تتباعد
movement-closer = المواقف تتقارب
movement-parked = مؤجلة بالاتفاق
movement-settled = مسوّاة، رهن الاتفاق على الكل

## اللغات.
language-ar = العربية
language-en = الإنجليزية
language-he = العبرية

## ما يحول دون نقل الكلام إلى الطرف الآخر.
convey-no-words = لا كلام لنقله. اكتب ما سيقرؤه الطرف الآخر أو يسمعه.
convey-not-our-own = لا يمكن أن يعرف هذا إلا طرف واحد، فلا يجوز أن يُنقل على أنه من الوسطاء. اطلب إذن صاحبه، أو اترك هذا الجزء.
convey-no-owner-to-name = لا يستند هذا إلى رسالة من أحد الأطراف، فلا يجوز أن يُنسب إليه. انقله على أنه فكرتكم، أو ابدأ من رسالة الطرف.
convey-nobody-agreed = هذه فكرة الوسطاء أنفسهم، ولم يوافق عليها أحد. اختر مرتبة أدنى.
convey-standing-tells = إن مرتبة أعلى من «استكشافي» تكشف للطرف الآخر أن لهذا الكلام صاحبًا. اخفض المرتبة، أو اطلب الإذن بذكر المصدر.
convey-kind-tells = «{ $kind }» فعل يصدر عن طرف؛ فإن نُقل بلا صاحب كشف للطرف الآخر أن لهذا الكلام صاحبًا. اختر نوعًا آخر، أو اطلب الإذن بذكر المصدر.
convey-prevails-missing = اللغة التي يُعتدّ بها ({ $language }) ليست بين الصيغ التي ستُقرأ. أضف هذه الصيغة، أو اترك الأمر غير متفق عليه.
convey-recalled = سحب صاحب الرسالة رسالته. لا يجوز نقلها.
convey-corrected-since = صحّح صاحب الكلام كلامه بعد إعطاء الإذن. اعرض عليه الصيغة الجديدة واطلب الإذن من جديد.
convey-above-standing = أُعطي هذا الكلام بمرتبة لا تتجاوز: { $standing }. انقله بهذه المرتبة أو بأدنى منها.
convey-above-mandate = لا يتجاوز تفويض المتحدث: { $standing }. اخفض المرتبة، أو انتظر كلمة العاصمة.
convey-no-permission = لم يأذن صاحب الكلام بهذا. السكوت ليس إذنًا: اطلب الإذن.
convey-withdrawn = سحب صاحب الكلام إذنه. اطلب الإذن من جديد قبل نقل أي شيء.
convey-other-receiver = الإذن لمتلقٍّ آخر. اطلب الإذن بالنقل إلى هذا المتلقي.
convey-not-to-be-said = أُعدّ هذا على أنه كلام لا يُقال. أعدّه من جديد باستعمال يجيز قوله.
convey-ears-only = أعطى صاحب الكلام كلامه لعلم الوسطاء وحدهم. لا يجوز قوله.
convey-guide-only = أجاز صاحب الكلام أن يسترشد به الوسطاء. لا يجوز قوله.
convey-limits-missing = الإذن المتروك لتقدير الوسطاء، أو الدائم ضمن حدود، يحتاج إلى حدود مكتوبة وإلى موعد ينتهي عنده. اطلب الأمرين من صاحبه.
convey-name-not-at-discretion = ما يُقال بتقدير الوسطاء لا يجوز أن يُنقل باسم الطرف. اختر مصدرًا آخر، أو أعد قراءة الصيغة الدقيقة على صاحبها.
convey-use-beyond = لا يتجاوز إذن صاحب الكلام هذا الاستعمال: { $use }. أعدّه كذلك، أو اطلب ما هو أكثر.
convey-other-wording = لم يأذن صاحب الكلام بهذه الصيغة ({ $language }). استعمل الصيغة المأذون بها، أو اعرض عليه هذه واطلب الإذن.
convey-version-otherwise = مرتبة هذه الصيغة ({ $language }) في الإذن هي «{ $version }». لا يجوز أن تُقدَّم بأكثر من ذلك.
convey-not-word-for-word = الإذن هو لكلام صاحبه كما هو. انقله بالنص الحرفي، أو اطلب الإذن بهذه الصيغة.
convey-source-beyond = لا يشمل الإذن هذا المصدر. فقد أُعطي من أجل: { $source }. انقله كذلك، أو اطلب الإذن من جديد.
convey-form-beyond = لا يتجاوز الإذن هذا الشكل: { $form }. انقله كذلك، أو اطلب الإذن من جديد.
convey-standing-beyond = لا يتجاوز الإذن هذه المرتبة: { $standing }. انقله كذلك، أو اطلب الإذن من جديد.
convey-name-needs-proof = النقل بالنص الحرفي باسم الطرف يحتاج إلى إثبات الشخص نفسه، أو ورقة موقّعة، أو إذن شفهي أُعيدت قراءته وسمعه شخصان. احصل على أحدها.
convey-heard-by-two = يجب أن يكون شخصان مختلفان قد سمعا هذا الإذن. اذكر اسميهما، أو سجّله على أنه سمعه شخص واحد.
convey-not-yet = يبدأ الإذن في { $from }. انتظر حتى ذلك الحين.
convey-expired = انتهى الإذن في { $until }. اطلب من صاحبه تجديده.
convey-waits-for-other = لا يجوز أن يُنقل هذا إلا مع الجزء الآخر، والجزء الآخر لا يجوز نقله بعد. أكمل الجزء الآخر أولًا.
convey-needs-others-part = لا يسري إذن صاحب الكلام إلا إذا أذن الطرف الآخر بنقل ما يخصه أيضًا. اربط هذا بما يُعدّ من كلام الطرف الآخر.

## ما يحول دون إيداع عرض مشروط.
lodge-no-condition = لا يذكر العرض أي شرط. اذكر ما ينبغي أن يوافق عليه الطرف الآخر.
lodge-no-commitment = لا يذكر العرض شيئًا يوافق عليه طرفكم. أضف التزامًا واحدًا على الأقل.
lodge-unknown-issue = { $issue } ليست في قائمة المسائل المشتركة بين الجميع. اختر مسألة من القائمة.
lodge-unknown-option = { $option } ليس من خيارات المسألة { $issue }. اختر أحد خياراتها المسماة.
lodge-issue-twice = وردت المسألة { $issue } مرتين في الشق نفسه من العرض. أبقِ لها خيارًا واحدًا.
lodge-contradicts = في المسألة { $issue } يطلب العرض خيارًا ويلتزم بخيار آخر. اجعلهما خيارًا واحدًا، أو احذف أحدهما.
lodge-expired = تنتهي مدة هذا العرض في { $until }، وقد مضى هذا الموعد. اختر موعدًا لاحقًا.
lodge-already-live = لطرفكم عرض قائم يلتزم في المسألة { $issue }. اسحبه أولًا؛ وهو يبقى قائمًا حتى ينتهي فتح العروض التالي.

## How far a clause is read by the program.
text-read-forms = بالصيغ
text-read-beside = نثر له قراءة
text-read-not-read = غير مقروء

## Ways out of a finding.
text-way-take = خذ { $letter } في القوس { $bracket }.
text-way-drop = احذف { $clause }.
