# משפטי החשבון של המתווך: הערות ותלונות, מה שגוי ומה לעשות.

# התחום
bargain-sides = { $n } צדדים: חזית מחושבת לשניים עד שישה; בחרו אילו צדדים משתתפים
bargain-no-options = לסוגיה `{ $issue }` אין אפשרויות: תנו לה לפחות אחת
bargain-worths-missing = הצד `{ $side }` אינו מעריך כל אפשרות בכל סוגיה: הוסיפו את הערכים החסרים
bargain-interval = הצד `{ $side }`, הסוגיה `{ $issue }`: ערך נכתב נמוך, אומדן, גבוה בסדר עולה
bargain-link-unknown = קישור או ערך משותף מזכיר סוגיה, אפשרות או צד שלא הוצהרו
bargain-links-entangled = הקישורים קושרים יותר מ-{ $n } צירופים יחד: חלקו את הסוגיות המקושרות לקבוצות קטנות יותר
bargain-package = זו אינה חבילה של התחום הזה: בחרו אפשרות מותרת אחת בכל סוגיה, ושני צדדים שונים
bargain-too-many = יותר מדי חבילות להשוואה מדויקת: הרחיבו את המגבלות או יישבו קודם חלק מהסוגיות
bargain-winner-sides = ״הזוכה המתוקן״ מחלק בין שני צדדים: בחרו שניים
bargain-winner-none = אף סוגיה אינה ניתנת לחלוקה: סמנו את הסוגיות שכל צד יכול לקבל בהן חלק
bargain-winner-burden = הסוגיה `{ $issue }`: אחד הצדדים מעדיף שלא לקבל אותה; ״הזוכה המתוקן״ מחלק רק את מה ששניהם רוצים

# קבצים
bargain-no-form = ב-`{ $folder }` אין פרופילים של NegoLog, אין GENIUS XML ואין קובץ שלנו: בדקו את התיקייה
bargain-one-profile = ב-`{ $folder }` יש פחות משני פרופילים: למשא ומתן דרוש אחד לכל צד
bargain-not-utf8 = הקידוד אינו UTF-8: שמרו את הקובץ ב-UTF-8
bargain-not-xml = ‏XML שאינו תקין: { $text }
bargain-not-negolog = אינו פרופיל של NegoLog: { $text }
bargain-not-ours = אינו משא ומתן בתבנית שלנו: { $text }
bargain-not-a-number = `{ $text }` אינו מספר: כתבו מספר שלם, מספר עשרוני או שבר
bargain-number-bare = `{ $text }` עבר ייצוג בינרי: שימו מספרים עשרוניים ושברים במירכאות כדי שספרותיהם יישמרו
bargain-no-issues = הקובץ אינו מזכיר אף סוגיה
bargain-no-issue = הסוגיה `{ $name }` חסרה: כל צד חייב להעריך כל סוגיה
bargain-issue-unknown = הסוגיה `{ $name }` אינה מסוגיות המשא ומתן: בדקו את הכתיב
bargain-issue-twice = הסוגיה `{ $name }` מופיעה פעמיים: שנו את שמה של אחת
bargain-issue-kind = הסוגיה `{ $name }` מסוג `{ $kind }`: נקראים discrete,‏ integer ו-real
bargain-issue-form = הסוגיה `{ $name }`: תנו אפשרויות, או טווח של מספרים שלמים, או שתי אפשרויות ו-`divides`
bargain-no-weight = לסוגיה `{ $name }` אין משקל: הוסיפו משקל
bargain-option-missing = האפשרות `{ $name }` אינה מוערכת: הוסיפו את ערכה
bargain-option-unknown = האפשרות `{ $name }` אינה מאפשרויות הסוגיה: בדקו את הכתיב
bargain-no-attribute = ב-`{ $tag }` חסר `{ $name }`: הוסיפו אותו
bargain-nothing-positive = בסוגיה `{ $name }` אין הערכה חיובית לחלק בה: קראו את ההערכות כפי שנכתבו
bargain-range-empty = הטווח `{ $name }` מסתיים לפני תחילתו: החליפו בין הקצוות
bargain-range-wide = בטווח `{ $name }` יותר מ-100,000 צעדים: הגדילו את הצעדים
bargain-evaluator = המעריך `{ $name }` אינו מוכר: נקראים linear,‏ constant ו-triangular
bargain-nested-objectives = מטרות בתוך מטרות אינן נקראות: שימו את הסוגיות תחת מטרה אחת
bargain-hyper-rectangles = תועלת של היפר-מלבנים אינה חיבורית, ואין לה חזית מדויקת: השתמשו בפרופילים חיבוריים
bargain-worth-form = הסוגיה `{ $name }`: תנו ערך לכל אפשרות, או שיפוע והיסט על טווח, או דירוג מ-1 עם נמוך וגבוה
bargain-tried-issue = חבילה שנוסתה משמיטה את הסוגיה `{ $name }`: ציינו את האפשרות שלה
bargain-side-unknown = הצד `{ $name }` לא הוצהר: בדקו את הכתיב
bargain-reception = `{ $name }` אינו תיאור של תגובה: accepted,‏ basis,‏ no answer,‏ refused

# הערות על מה שנקרא
bargain-pool = { $n } הפרופילים האלה הם מאגר שממנו בוחרים משחקים, לא משחק אחד: בחרו צדדים
bargain-file-skipped = `{ $file }` אינו חלק מהמשא ומתן ולא נקרא
bargain-option-twice = `{ $file }` מעריך את האפשרות `{ $option }` פעמיים: הערך האחרון קובע
bargain-sampled = הסוגיה `{ $issue }` רציפה ונדגמה ב-{ $n } צעדים שווים: בין הצעדים החזית אינה מדויקת
bargain-reservation-zero = `{ $side }` אינו מציין ערך שמור: נלקח 0
bargain-reservation-scale = `{ $side }` מציין ערך שמור קטן מ-1 בעוד שכל חבילה שווה יותר: אולי הערכותיו מכוונות לחלוקה בגדולה שבהן

# בבית
home-seats-missing = המושבים של `{ $member }` ב-`{ $body }` אינם מצוינים, ומסלול נספר על הגוף הזה: יש לציין אותם או להשמיט את המסלול
home-not-ours = אינו קובץ ״בית״ בתבנית שלנו: { $text }
home-body-twice = הגוף `{ $name }` מופיע פעמיים: שתי ספירות של גוף אחד צריכות שני שמות
home-body-unknown = הגוף `{ $name }` לא הוצהר: בדקו את הכתיב
home-member-twice = החבר `{ $member }` מופיע פעמיים בגוף `{ $body }`: השאירו אחד
home-member-unknown = החבר `{ $name }` אינו יושב בגוף כזה: בדקו את הכתיב
home-route-twice = המסלול `{ $name }` מופיע פעמיים: שנו את שמו של אחד
home-route-unknown = המסלול `{ $name }` לא הוצהר: בדקו את הכתיב
home-provision-unknown = הסעיף `{ $name }` לא הוצהר: הוסיפו אותו וציינו אם הוא בהסכם
home-provision-option = הסעיף `{ $name }` מציין סוגיה בלי אפשרות או אפשרות בלי סוגיה: ציינו את שתיהן
home-condition = `{ $text }` אינו תנאי: כתבו `with` או `without` ואת שם הסעיף
home-date = `{ $text }` אינו תאריך: כתבו שנה-חודש-יום, כמו 2031-05-02
home-quota = `{ $text }` אינו מניין: כתבו מספר קולות, `more than 1/2` או `at least 2/3`
home-word = `{ $text }` אינו מוכר כאן: { $words }
