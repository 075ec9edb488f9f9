# كلمات الأسئلة الأربعة وأشكال الإذن والصيغ اللغوية. لم يقرأها بعدُ متحدث أصلي.

## السؤال الأول: ماذا يأذن صاحب الكلام للوسطاء أن يفعلوا به.
use-ears-only = لعلم هؤلاء الوسطاء وحدهم
use-guide = يسترشد به الوسطاء ولا يُقال
use-discretion = بتقدير الوسطاء، ضمن حدود معلنة
use-read-back = بصيغة أُعيدت قراءتها أولًا
use-word-for-word = بالنص الحرفي

## السؤال الثاني: لمن يُنسب الكلام كما يسمعه الطرف الآخر.
source-own-idea = لا مصدر: فكرة الوسطاء أنفسهم
source-what-if = لا مصدر: يُطرح سؤالًا («ماذا لو»)
source-other-side = «الطرف الآخر»
source-named = باسم الطرف

## السؤال الثالث: ماذا يُترك.
form-said = يُقال شفهيًا فقط
form-read-out = يُقرأ ولا يُترك منه شيء
form-shown = يُعرض ويُسترد
form-non-paper = تُترك ورقة غير رسمية
form-formal = رسالة خطية رسمية

## السؤال الرابع: إلى أي حد يُلزم الكلام.
standing-personal = رأي شخصي لأحد المندوبين
standing-exploratory = استكشافي، من دون مساس بالمواقف
standing-ad-referendum = رهن موافقة العاصمة
standing-instructed = بناءً على تعليمات
standing-agreed = متفق عليه، رهن الاتفاق على الكل

## كيف أُعطي الإذن.
permission-form-proof = بإثبات صاحب الإذن نفسه
permission-form-paper = بورقة موقّعة
permission-form-spoken-two = شفهي، أُعيدت قراءته، سمعه شخصان
permission-form-spoken-one = شفهي، سمعه شخص واحد
permission-form-standing-limits = دائم، ضمن حدود

## مرتبة الصيغة اللغوية.
version-original = النص الأصلي
version-working = ترجمة عمل
version-checked = ترجمة مراجَعة
version-agreed = صيغة متفق عليها

## تقاويم تُقرأ إلى جانب التقويم المدني.
calendar-hijri = الهجري (أم القرى)
calendar-hebrew = العبري

## الأرقام.
digits-western = الأرقام الغربية
digits-arabic = الأرقام العربية المشرقية
