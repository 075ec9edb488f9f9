# המילים של ארבע השאלות, של צורות הרשות ושל נוסחי השפות. טרם נקראו בידי דובר שפת אם.

## השאלה הראשונה: מה בעל הדברים מרשה למתווכים לעשות בהם.
use-ears-only = לאוזני המתווכים האלה בלבד
use-guide = רשאים להנחות את המתווכים, לא להיאמר
use-discretion = לפי שיקול דעת המתווכים, בגבולות שנקבעו
use-read-back = בנוסח שהוקרא תחילה חזרה
use-word-for-word = מילה במילה

## השאלה השנייה: של מי הדברים, כפי שהצד השני שומע.
source-own-idea = ללא: רעיון של המתווכים עצמם
source-what-if = ללא: מוצג כשאלה („מה אם”)
source-other-side = „הצד השני”
source-named = בשם הצד

## השאלה השלישית: מה נשאר.
form-said = נאמר בעל פה בלבד
form-read-out = מוקרא, לא נשאר דבר
form-shown = מוצג ונלקח חזרה
form-non-paper = נשאר נייר לא רשמי
form-formal = הודעה רשמית בכתב

## השאלה הרביעית: עד כמה הדברים מחייבים.
standing-personal = דעה אישית של חבר משלחת
standing-exploratory = לבירור בלבד, בלי לגרוע מעמדות
standing-ad-referendum = בכפוף לאישור הבירה
standing-instructed = על פי הנחיות
standing-agreed = מוסכם, בכפוף למכלול

## כיצד ניתנה הרשות.
permission-form-proof = באימות אישי של נותן הרשות
permission-form-paper = בנייר חתום
permission-form-spoken-two = בעל פה, הוקראה חזרה, בפני שני שומעים
permission-form-spoken-one = בעל פה, בפני שומע אחד
permission-form-standing-limits = רשות קבועה, בגבולות שנקבעו

## מעמדו של נוסח בשפה.
version-original = נוסח מקורי
version-working = תרגום עבודה
version-checked = תרגום שנבדק
version-agreed = נוסח מוסכם

## לוחות הנקראים לצד הלוח האזרחי.
calendar-hijri = היג׳רי (אום אל־קורא)
calendar-hebrew = עברי

## ספרות.
digits-western = ספרות מערביות
digits-arabic = ספרות ערביות־הודיות
