# מילות הדלת עצמה: מסכים, טפסים וכניסה.
language-own-name = עברית
not-read-by-native = דובר ילידי טרם קרא את המילים האלה.
skip = אל העמוד
close = סגירה
older = ישנים יותר
rooms = חדרים ועמודים
languages = שפת המסך
panel = על מה שנבחר
page-changed = משהו השתנה באחד מחדריך.
page-show = להציג
act-done = נעשה ונחתם.
receipt-n = קבלה { $n_d }
not-stated = לא נאמר
yours = { $time } בשעונך
looking-as = את/ה מתבונן/ת במסכים של { $of }. אפשר לקרוא בלבד; ההתבוננות נרשמת.
talks-pause = השיחות מושהות

moment = { $weekday } { $day } ב{ $month } { $year }, { $time }
hour = { $weekday } { $time }
day = { $day } ב{ $month }, { $time }
weekday-1 = יום שני
weekday-2 = יום שלישי
weekday-3 = יום רביעי
weekday-4 = יום חמישי
weekday-5 = יום שישי
weekday-6 = שבת
weekday-7 = יום ראשון
month-1 = ינואר
month-2 = פברואר
month-3 = מרץ
month-4 = אפריל
month-5 = מאי
month-6 = יוני
month-7 = יולי
month-8 = אוגוסט
month-9 = ספטמבר
month-10 = אוקטובר
month-11 = נובמבר
month-12 = דצמבר
left-minutes = { $n ->
    [one] נותרה דקה אחת
    [two] נותרו שתי דקות
   *[other] נותרו { $n_d } דקות
}
left-hours = { $n ->
    [one] נותרה שעה אחת
    [two] נותרו שעתיים
   *[other] נותרו { $n_d } שעות
}
past-minutes = { $n ->
    [one] דקה אחרי המועד
    [two] שתי דקות אחרי המועד
   *[other] { $n_d } דקות אחרי המועד
}
past-hours = { $n ->
    [one] שעה אחרי המועד
    [two] שעתיים אחרי המועד
   *[other] { $n_d } שעות אחרי המועד
}
hours-n = { $n ->
    [one] שעה אחת
    [two] שעתיים
   *[other] { $n_d } שעות
}

title-home = נקודת ההתחלה
title-today = היום
title-shuttle = דילוגים
title-convey = העברה
title-preparation = מוכן להעברה
title-my = השולחן שלי
title-talk = מה שנאמר
title-message = מסר
title-paper = נייר למסירה
title-note = רישום
title-sheet = גיליון רישום
title-positions = עמדות ונקודות מחלוקת
title-offers = הצעות מותנות
title-roadmap = מפת דרכים
title-session = ישיבה
title-statements = הצהרות פומביות
title-record = היומן
title-receipt = קבלה
title-entry = רשומה
title-export = ייצוא
title-search = חיפוש
title-go = מעבר אל
title-me = ההרשאות שלי
title-people = אנשים והרשאות
title-handbook = מילים ומקשים
title-live = שינויים
title-act = נעשה
title-sign-in = כניסה
title-enter = כניסה
title-invitation = הזמנה

room-own = החדר של { $of }
room-caucus = התייעצות { $of } עם { $with }
room-private-word = שיחה פרטית של { $person } עם { $with }
room-mediator = חדר המתווכים, { $of }
room-mediators = החדר המשותף למתווכים
room-guarantor = חדר הערב, { $of }
room-common = טקסטים משותפים לכול
room-public = פומבי
room-directory = המדריך
says-own = לחברי המשלחת שלכם בלבד. שום מתווך אינו קורא כאן.
says-caucus = אתם והמתווכים האלה. מה שנאמר כאן נשאר כאן, אלא אם בעליו מרשה אחרת.
says-private-word = נציג אחד והמתווכים האלה. אינו מופיע בשום יומן, ספירה או ייצוא אחר.
says-mediator = כאן נפגשות ההתייעצויות. דבר אינו יוצא בלי רשות בעליו.
says-mediators = כל גוף מתווך קורא כאן. מה שצד מסר לאחד מהם זקוק לרשותו כדי לעמוד כאן.
says-guarantor = חדרו של הערב, בנפרד מחדר המתווכים.
says-common = כל משתתפי השיחות קוראים כאן.
says-public = מה שנאמר בפומבי, ומי נשא אותו.
says-directory = חשבונות ותפקידים; לעולם לא מה שנאמר.
band-no-room = העמודים שלך
says-no-room = רק את/ה רואה את העמוד הזה.
kind-of-room-own = חדר עצמי, { $of }
kind-of-room-caucus = התייעצות, { $of }
kind-of-room-private-word = שיחה פרטית, { $of }
kind-of-room-mediator = חדר המתווכים, { $of }
kind-of-room-mediators = החדר המשותף למתווכים
kind-of-room-guarantor = חדר הערב, { $of }
kind-of-room-common = טקסטים משותפים לכול
kind-of-room-public = פומבי
kind-of-room-directory = המדריך

sign-in-title = כניסה
sign-in-name = השם שהונפק
sign-in-passphrase = משפט סיסמה
sign-in-code = קוד בן שש ספרות
sign-in-code-hint = ממחולל הקודים בטלפון. כל קוד פועל פעם אחת.
sign-in-do = להיכנס
sign-in-help = אין הרשאה או אבד הטלפון? פנו אל מי שמחזיק במדריך של השיחות.
sign-in-wrong = הפרטים אינם תואמים זה לזה. בדקו את השם, את משפט הסיסמה ואת הקוד, והמתינו לקוד הבא לפני ניסיון נוסף. אחרי כמה ניסיונות כושלים המתינו יותר בכל פעם.
sign-in-wait = יותר מדי ניסיונות. המתינו מעט ונסו שוב.
sign-in-other-page = הטופס נשלח מעמוד אחר. פתחו שוב את העמוד הזה והיכנסו ממנו.
sign-out = יציאה
host-who = את המחשב המארח מפעיל
host-country = ב־
host-key = המפתח בידי
host-warning = מי שמפעיל את המחשב הזה יכול לקרוא את מה שבשימוש בו. מה שנשמר חתום; דיסק גנוב אינו מגלה מילה.
invitation-title = הוזמנת
invitation-sign-in-name = השם שהונפק לך הוא
invitation-seed = הזינו את זה במחולל הקודים בטלפון. מוצג פעם אחת.
invitation-passphrase = בחרו משפט סיסמה
invitation-passphrase-hint = שנים־עשר תווים לפחות. כמה מילים שאין ביניהן קשר מתאימות.
invitation-do = לקבוע משפט סיסמה ולהיכנס
invitation-too-short = משפט הסיסמה קצר מדי. נדרשים שנים־עשר תווים לפחות.
invitation-wrong-code = הקוד אינו מתאים. בדקו את שעון הטלפון והשתמשו בקוד הבא.
enter-as = הכניסה היא בתור
enter-do = להיכנס
enter-demo = זו הדגמה עם מקרים פתורים. הכתובת פועלת במחשב הזה עד שההדגמה תסתיים.
not-found-title = לא נמצא
not-found = אין כאן דבר, או אין כאן דבר שמותר לך לראות.
not-found-home = אל נקודת ההתחלה
needs-proof = נדרשת הוכחה שלך: משפט סיסמה וקוד פעם נוספת, על מה שעומד להיעשות בדיוק.
proof-title = הוכחת זהות
proof-do = להוכיח ולהמשיך
proof-demo = אני האדם הנזכר, ואני מוכיח/ה זאת
proof-demo-hint = בהדגמה אין לאיש משפט סיסמה; הסימון הזה בא במקומו.
refused-title = לא נעשה
refused-proof-wrong = משפט הסיסמה או הקוד אינם מתאימים. דבר לא נעשה. המתינו לקוד הבא ונסו שוב.
refused-go-back = דבר לא השתנה. חזרו לטופס: מה שכתבתם עדיין בו.
what-you-wrote = מה שכתבת
try-again = ניסיון נוסף

bad-field-missing = חסר: { $field }. מלאו ושלחו שוב.
bad-field-word = ”{ $text }“ אינה אחת המילים האפשריות בשדה { $field }.
bad-identifier = אי אפשר להשתמש ב”{ $text }“ בשדה { $field }: אותיות לטיניות קטנות, ספרות ומקפים בלבד.
bad-marks = ”{ $text }“ אינו מסמן מילים. כתבו אות ראשונה ואחרונה, כך: 0-12 20-31.
bad-moment = ”{ $text }“ אינו מועד לשדה { $field }. כתבו כך: 2026-03-05T16:42.
bad-no-key = לטופס אין מפתח משלו. פתחו שוב את העמוד ושלחו ממנו.
bad-no-such-language = המסכים אינם דוברים את השפה הזאת.
bad-number = ”{ $text }“ אינו מספר שלם לשדה { $field }.
bad-option-line = ”{ $text }“ אינה אפשרות. כתבו שם קצר, נקודתיים, ואת מילותיה.

field-in-zone = { $field } (שעון { $zone })
field-text = המילים
field-note = מה שנאמר
field-title = כותרת
field-why = מדוע
field-words-used = המילים שבהן השתמשת
field-speaker = מי אמר
field-speaker-hint = להשאיר ריק אם השם אינו ידוע.
field-party = הצד
field-kind = סוג
field-standing = מעמד
field-use = שימוש
field-form = צורה
field-source = מקור
field-said-at = נאמר ב־
field-said-to = נאמר אל
field-present = מי עוד נכח
field-present-hint = גם מתורגמנים ורשמים; שמות מופרדים בפסיקים.
field-means = באיזה אמצעי
field-said-in = נאמר בשפה
field-written-from = נכתב מתוך
field-exactness = תמצית או מילים מדויקות
field-sheet-line = שורה בגיליון הרישום
field-tie = הטקסט או הרשימה שבהם מדובר
field-tie-version = גרסה
field-tie-clause = סעיף
field-lang = שפת המילים
field-state = מצב הנוסח הזה
field-by = על ידי
field-by-translator = תרגם
field-checked-by = בדק
field-checked-by-hint = רק אם אדם שני השווה למקור.
field-back = אותן מילים, מוחזרות לשפת בעליהן
field-back-hint = כדי שבעליהן יראה מה ייקרא.
field-to = אל
field-marked = המילים שמותר להן לעבור
field-marked-hint = סמנו במקור, או כתבו אות ראשונה ואחרונה, כך: 0-12 20-31. ריק פירושו הכול.
field-with = עובר רק יחד עם
field-answers-entry = משיב על
field-prevails = השפה הקובעת
field-limits = גבולות שיקול הדעת
field-limits-hint = לשימוש לפי שיקול דעת: מה מותר לומר ומה לא. נדרש גם מועד סיום.
field-not-before = לא לפני
field-expires = בתוקף עד
field-heard-by = שמעו
field-heard-by-hint = שמות מופרדים בפסיקים; גם מתורגמנים.
field-given = צורת הרשות
field-only-one = מי יכול היה לומר זאת
field-confirmed = האם הדובר עומד מאחורי דבריו
field-of = רשומה
field-at = ב־
field-begins = מתחיל
field-place = מקום
field-round = סבב
field-number = מספר
field-agenda = סדר יום, נושא בכל שורה
field-due = מועד
field-session = ישיבה
field-issue = סוגיה
field-issue-hint = שם קצר: אותיות לטיניות קטנות, ספרות ומקפים.
field-option = אפשרות
field-options = אפשרויות, אחת בכל שורה
field-options-hint = שם קצר, נקודתיים, מילים. למשל a: בתוך 72 שעות
field-text-ended = כיצד הסתיים
field-lane = היכן ננקטה
field-red-line = קו אדום: הוכרז שאינו נתון למשא ומתן
field-tied-to = קשור אל
field-movement = תנועה
field-delegate = נציג
field-given-by = ניתן מאת
field-refer-home = מה מופנה לבירה
field-takes = כמה זה אורך, בשעות
field-role = תפקיד
field-body = צד או גוף
field-body-hint = שמו הקצר, כפי שהוא בתיק.
field-person = שם קצר של האדם
field-person-hint = אותיות לטיניות קטנות, ספרות ומקפים.
field-name = שם
field-zone = אזור הזמן של האדם
field-zone-hint = כגון Europe/Oslo. ריק פירושו אזור השיחות.
field-part = מקום בשיחות
field-delegation = משלחת
field-carried-by = נשאו
field-carried-by-hint = כלי תקשורת, הקרוב לדובר ראשון.
field-said-on = נאמר בתאריך
field-until = עד
field-mediator = גוף מתווך

question-use = מה מותר לעשות במילים?
question-source = של מי ייאמר שהן?
question-form = מה נשאר מאחור?
question-standing = עד כמה הן מחייבות?
question-only-one = מי יכול היה לומר זאת?
only-one-no = יותר מצד אחד יכול לדעת זאת
only-one-yes = רק צד אחד יכול לדעת זאת
only-one-yes-hint = אם כך, אין זה רעיון של המתווכים עצמם.
use-ears-only-hint = ברירת המחדל. דבר אינו עובר.
use-guide-hint = המתווכים רשאים לפעול לפיו, ואינם אומרים ממנו דבר.
use-discretion-hint = בגבולות שנקבעו ועד מועד שנקבע; המילים שנאמרו נרשמות.
use-read-back-hint = רק בנוסח שבעליו ראה.
use-word-for-word-hint = מילות בעליהן ותו לא.
source-own-idea-hint = אין מאחוריו איש מלבד המתווכים.
source-what-if-hint = נשאל כשאלה; איש אינו נזכר בשמו.
source-other-side-hint = בא מן העבר השני; בלי שם.
source-named-hint = הצד נזכר בשמו.
form-said-hint = דבר אינו מוצג ודבר אינו נשאר.
form-read-out-hint = מוקרא מנייר; הנייר נשאר אצל המתווכים.
form-shown-hint = מוצג ונלקח בחזרה.
form-non-paper-hint = בלי חתימה ובלי ייחוס.
form-formal-hint = בכתב, עם הוכחה המשכנעת צד שלישי.
standing-personal-hint = אינו מחייב איש.
standing-exploratory-hint = כדי לבדוק אם יועיל.
standing-ad-referendum-hint = הבירה טרם הסכימה.
standing-instructed-hint = הבירה עומדת מאחוריו.
standing-agreed-hint = סגור, אם הכול ייסגר.
permission-form-proof-hint = בעליו הוכיח זאת על המילים האלה בדיוק.
permission-form-paper-hint = נייר חתום, סרוק ושמור.
permission-form-spoken-two-hint = הוקרא לבעליו באוזני שניים.
permission-form-spoken-one-hint = אינו נושא שם מילה במילה.
permission-form-standing-limits-hint = ניתן מראש, עם גבולות וסיום.

card-recalled = הוחזר
card-corrected = תוקן
card-noted = נרשם בשם אחר
card-read-back = הוקרא בחזרה ואושר
card-read-back-changed = הוקרא בחזרה, ונאמר אחרת
card-unconfirmed = לא אושר
card-answers = משיב על { $n_d }
card-versions = { $n ->
    [one] נוסח אחד בשפה נוספת
    [two] שני נוסחים בשפות נוספות
   *[other] { $n_d } נוסחים בשפות נוספות
}
card-tie = על { $what } { $version_d }
card-tie-clause = על { $what } { $version_d }, סעיף { $clause }
version-by = תרגום { $name }
version-checked-by = בדק { $name }
version-back = מוחזר לשפת בעליו:
prepared-n = הכנה { $n_d }
prepared-from = מאת { $of }
prepared-to = אל { $of }
prepared-dropped = הונח בצד
prepared-may-cross = מותר להעביר עכשיו
prepared-not-yet = עדיין לא
permission-given = צורת הרשות
permission-condition = תנאי
permission-tells = בעת שימוש
permission-holds = מצבה עכשיו
permission-stands = בתוקף
permission-withdrawn = נמשכה
permission-expired = מועדה עבר
permission-used = נעשה בה שימוש, כפי שביקשת שיימסר לך
permission-wording = הנוסח שהיא חלה עליו
only-if-other = רק אם תינתן גם רשות הצד השני לחלקו
tell-when-used = להודיע לבעלים בעת שימוש

today-next-session = הישיבה הבאה:
today-new-idea = להכין רעיון
today-paused = השיחות מושהות: דבר אינו מועבר ופתיחה אינה מתקיימת עד שיימשכו.
today-empty = דבר אינו ממתין לך. כאן יופיע מה שצד אומר בהתייעצות שלו, ומה שאת/ה רושם/ת בשמו.
today-changed = הוחזר או תוקן אחרי שהועבר
today-changed-hint = הצד השני שמע את המילים הישנות. הודיעו לו.
today-soon = מועדו בתוך 24 שעות
today-soon-none = אין דבר שמועדו קרב.
today-later = מועדו בתוך 72 שעות
today-new = חדש מן הצדדים
today-new-none = אין חדש.
today-may-cross = מותר להעביר עכשיו
today-waits = ממתין לרשות בעליו
today-unanswered = הועבר ואין עדיין תשובה
today-unread-back = רישומים שטרם הוקראו בחזרה
today-unread-back-hint = הקריאו אותם למי שאמר, ורשמו אם הוא עומד מאחוריהם.
today-note = לרשום מה שנאמר
today-note-hint = בחדר של הצד שאמר.
today-pause = השהיה
today-pause-link = להשהות את השיחות או לחדשן
look-as = להתבונן בתור צד
look-as-hint = רואים מה שהוא רואה בחדרים המשותפים לכם. כל התבוננות נרשמת.
look-as-side = להתבונן בתור { $of }

shuttle-waiting = { $n ->
    [0] אין חדש שממתין לך
    [one] מסר חדש אחד ממתין לך
    [two] שני מסרים חדשים ממתינים לך
   *[other] { $n_d } מסרים חדשים ממתינים לך
}
shuttle-prepared = { $n ->
    [one] אחד מוכן
    [two] שניים מוכנים
   *[other] { $n_d } מוכנים
}
shuttle-with-us = אצלנו
shuttle-from = מאת { $of }
shuttle-to = אל { $of }
shuttle-private = שיחה פרטית של { $person }, { $of }
shuttle-open-caucus = לפתוח את ההתייעצות
shuttle-note = לרשום מה שנאמר
shuttle-prepare = להכין להעברה
shuttle-told = נמסר להם
shuttle-hold = להחזיק
shuttle-none-from = עדיין לא נאמר כאן דבר. רשמו מה שאתם שומעים בשמם.
shuttle-none-to = עדיין לא הועבר דבר.
shuttle-none-prepared = דבר אינו מוכן. קחו מסר מצד, או העלו רעיון משלכם.
shuttle-next-opening = הפתיחה הבאה
shuttle-offers = רק בעליהן רואים אותן. מה שתואם נפתח לבעליו יחד, כתואם, בכפוף לאישור הבירה.

convey-original = המקור
convey-own = רעיון של המתווכים עצמם: אין מאחוריו מסר. הוא מוצג כשלכם רק אם יותר מצד אחד יכול היה לאומרו.
convey-open-message = לפתוח את המסר
convey-to = אל { $of }
convey-will-read = מה שיקראו או ישמעו
convey-will-read-hint = כל נוסח בשפה הוא מילים בפני עצמן. הרשות חלה על הנוסח שייקרא.
convey-version-in = נוסח ב{ $language }
convey-more = תנאים, על מה הוא משיב, איזו שפה קובעת
convey-prepare-reads = רק חדר המתווכים קורא הכנה. דבר עדיין אינו עובר.
convey-prepare-do = לשמור כמוכן
convey-nothing-crosses = ההכנה אינה שולחת דבר.
convey-against = אסור לו לעבור עכשיו:
convey-ask-do = לבקש את רשות בעליו
convey-permission = הרשות שעליה נשענים
convey-who-reads = בלחיצה הבאה { $of } מקבל/ת את המילים האלה בדיוק, בלי מחבר, זמן או קישור ממקום אחר.
convey-do = להעביר אל { $of }
convey-done = הועבר אל { $of }
convey-done-hint = מכאן אפשר לתקן, לא להחזיר.
convey-drop-do = להניח בצד
convey-no-trace = לא מחבר, לא זמן ולא מספר של המקור הולכים איתו.
with-none = עובר לבדו
answers-none = אינו משיב על דבר
prevails-not-agreed = לא סוכם

talk-empty = עדיין לא נאמר כאן דבר.
talk-note = לרשום מה שנאמר
talk-say = לומר משהו
note-hint = רק המילים נדרשות. כל השאר יכול להישאר לא נאמר.
note-more = מתי, באיזה אמצעי, מי נכח, על מה מדובר
note-own-voice = בקולכם שלכם: הבהרות, תשובות ביניים, לקיחה לתשומת לב ונהלים בלבד. רעיונות מועברים.
note-for-another = אני רושם/ת זאת בשם אדם אחר
note-who-reads = את הרישום הזה קוראים הצד שזו התייעצותו והמתווכים האלה. איש מלבדם.
note-do = להכניס את הרישום ליומן
say-more = בשם מי, ועל מה מדובר
say-who-reads = קורא זאת כל מי שרשאי להיכנס לחדר הזה. הפס שלמעלה אומר מי הם.
say-do = לומר בחדר הזה
said-in-same = שפת הרישום
noted-at = נרשם ב־
noted-by = רשם
message-first-words = המילים כפי שנאמרו תחילה
message-versions = נוסחים בשפות
message-permissions = רשויות
message-answers = משיב על
message-answered-by = תשובות עליו
message-answer = להשיב
message-arrived = כיצד הגיע
message-noted = כיצד נרשם
message-proof = הוכחת המסר הרשמי
asked-title = המתווכים שואלים אם הם רשאים לשאת זאת אל { $of }
asked-what = ייקרא או יישמע בדיוק זה:
asked-waits = ממתין לתשובת בעליו.
permit-title = לתת רשות או לרשום אותה
permit-hint = שתיקה אינה רשות. דבר אינו עובר עד שתרשו.
permit-conditions = תנאים
permit-proof-hint = במשפט סיסמה ובקוד מוכיחים שאת/ה הוא שמרשה בדיוק את זה.
permit-do = להרשות בדיוק את זה
permit-note-do = לרשום את הרשות הזאת
decline-title = לא להרשות
decline-do = לסרב
withdraw-do = למשוך את הרשות
withdraw-hint = אפשר למשוך רשות כל עוד המילים לא יצאו. כאן לא נמסר אם יצאו.
read-back-title = הקראה בחזרה
read-back-hint = הקריאו את הרישום למי שאמר.
read-back-question = האם הדובר עומד מאחוריו?
read-back-yes = כן, כפי שנרשם
read-back-no = לא, נאמר אחרת
read-back-do = לרשום את התשובה
correct-title = תיקון
correct-hint = המילים הראשונות נשארות ביומן לצד החדשות.
correct-do = לתקן
recall-title = החזרה
recall-hint = מה שטרם הועבר לא יועבר. כאן לא נמסר אם הועבר.
recall-do = להחזיר
translate-title = להוסיף נוסח בשפה
translate-do = להוסיף את הנוסח

sheet-hint = הדפיסו, כתבו ביד, והקלידו את השורות אחר כך לפי מספרן.
sheet-present = נוכחים:
sheet-line = שורה
sheet-time = שעה
sheet-who = מי, באיזה אמצעי
sheet-words = מילים (”מדויקות“ במירכאות)
shell-title = רישום בלי רשת
shell-hint = הרישום נשמר מוצפן בטלפון הזה, נשלח כשיש רשת, ואז נעלם ממנו.
shell-room = חדר
shell-keep = לשמור את הרישום
shell-wipe = למחוק את כל הרישומים מהטלפון הזה
shell-saved = נשמר בטלפון הזה.
shell-sent = נשלח ונעלם מהטלפון הזה.
shell-waiting = רישומים ממתינים:
shell-refused = לא נשלח; נשאר כאן. היכנסו, ואז פתחו שוב את העמוד הזה.
shell-needs-script = בלי סקריפטים השתמשו בעמוד הרישום הרגיל או בגיליון המודפס.
shell-limit = לכל היותר { $n_d } רישומים ממתינים בטלפון.

my-say-to = לומר משהו אל { $of }
my-quiet = דבר אינו ממתין לך. מה שהמתווכים מביאים ומה שהם שואלים מופיע כאן.
my-caucus = התייעצות עם { $with }
my-private-word = שיחה פרטית עם { $with }
my-asked = מבוקש ממך
my-answer-ask = להרשות או לסרב
my-to-answer = הובא אליך וטרם נענה
my-holding = רשויות בתוקף
my-latest = אחרונים
my-mandates = מנדטים
my-next-opening = הפתיחה הבאה להצעות מותנות
my-what-others-see = מה שאחרים רואים
my-what-others-see-hint = איש מחוץ למשלחתכם אינו קורא את חדרה. התייעצות נקראת בידי מתווכיה. הצד השני יודע רק מה שאתם מרשים, כשהוא מועבר; לא נמסר לכם מתי, אלא אם רשותכם מבקשת זאת.

positions-hint = עמדות פרטיות עומדות רק בחדריכם.
positions-empty = אין עדיין סוגיה ברשימה המשותפת. מתווך מכניס סוגיות במפת הדרכים.
positions-caption = סוגיות לפי צדדים: העמדה הפרטית, המועברת והפומבית האחרונה של כל צד.
positions-no-data = אין נתונים
positions-apart = מילותיהם האחרונות שונות
positions-same = אותן מילים
positions-older = { $n ->
    [one] אחת קודמת
    [two] שתיים קודמות
   *[other] { $n_d } קודמות
}
positions-add = לרשום עמדה
positions-add-do = לרשום את העמדה
sticking-title = נקודות מחלוקת
sticking-none = לא הוכנסה אף אחת.
sticking-no-data = לא נרשמה תנועה
sticking-stalled = אין תנועה 72 שעות
sticking-since = מאז
sticking-moves = { $n ->
    [one] תנועה אחת
    [two] שתי תנועות
   *[other] { $n_d } תנועות
}
sticking-move = לרשום תנועה
sticking-move-do = לרשום
sticking-add = להכניס נקודת מחלוקת
sticking-add-do = להכניס

offers-hint = אם יסכימו לזה, נסכים לזה. רק ראש משלחתכם מפקיד; איש מלבדכם אינו רואה.
offers-hint-mediator = אתם מכריזים על פתיחות. אינכם רואים הצעה אלא אם בעליה מתיר, ואז בהתייעצות שלו.
offers-own = ההצעות שלנו
offers-none = לא הופקדה הצעה. הצעה משתתפת בפתיחה הבאה.
offers-openings = פתיחות
offers-no-opening = לא הוכרזה פתיחה.
offer-n = ההצעה שלנו { $n_d }
offer-if = אם יסכימו ל־
offer-then = נסכים ל־
offer-leave-open = דבר בעניין הזה
offer-mediators-see = המתווכים רשאים לראות
offer-mediators-may-see = להתיר למתווכים לראות
offer-reaffirm = לאשרר
offer-withdraw = למשוך אחרי הפתיחה הבאה
offer-lodge = להפקיד הצעה
offer-lodge-do = להפקיד
offer-no-issues = אין עדיין ברשימה המשותפת סוגיה עם אפשרויות בשם.
offer-who-sees = היא מחייבת עד תום מועדה. מה שאינו תואם נשאר סמוי.
opening-held = התקיימה
opening-announced = הוכרזה
opening-nothing = אף הצעה שלנו לא תאמה.
opening-matched = תואם, בכפוף לאישור הבירה:
opening-hold = לקיים את הפתיחה
opening-announce = להכריז על פתיחה
opening-announce-do = להכריז לכול
opening-who-sees = כל משתתפי השיחות קוראים שהוכרזה ומתי.

roadmap-hint = אחת לכל משתתפי השיחות.
roadmap-empty = עדיין לא הוכנס סבב. מתווך מכניס סבבים וישיבות.
roadmap-next = מה בא אחר כך
roadmap-next-none = לא נאמר.
roadmap-attempts = ניסיונות קודמים
roadmap-who = מי משתתף
round-n = סבב { $n_d }
round-no-session = אין עדיין ישיבה.
round-add = להוסיף סבב
round-add-do = להוסיף את הסבב לכול
step-open = עתיד לבוא
step-done = נעשה
step-done-do = לרשום שנעשה
step-add = להוסיף מה שבא אחר כך
step-add-do = להוסיף לכול
issue-add = להוסיף סוגיה
issue-add-do = להוסיף את הסוגיה לכול
attempt-add = להוסיף ניסיון קודם
attempt-add-do = להוסיף לכול
session-add = להוסיף ישיבה
session-add-do = לקבוע את הישיבה לכול
session-who = מי בחדר
session-from = ממתי, אם לא מן ההתחלה
session-who-not-stated = לא נאמר מי נפגש עם מי.
session-ended = הסתיימה
session-under-way = נמשכת
session-to-come = עתידה לבוא
session-agenda = סדר יום
session-minutes = פרוטוקולים שמותר לך לקרוא
session-minutes-none = אין בחדריך.
session-end = סיום הישיבה
session-end-do = לרשום שהסתיימה
attends-from = מן
attends-since = מאז
part-guarantees = וגם ערב, בחדר נפרד
place-not-stated = המקום לא נאמר
minutes-add = לרשום פרוטוקול
minutes-hint = החדר שתבחרו קובע מי קורא.
minutes-do = להכניס את הפרוטוקול לחדר הזה
announce-who-reads = את מה שתכניסו כאן קוראים כל משתתפי השיחות.
pause-title = להשהות את השיחות
pause-hint = בזמן ההשהיה דבר אינו מועבר, פתיחה אינה מתקיימת וההצעות מוקפאות. מועדי ההסכם עצמו נמשכים.
pause-do = להשהות את השיחות
resume-hint = הצעות נשארות מוקפאות עד שבעליהן מאשררים אותן.
resume-do = לחדש את השיחות

statements-hint = מוחזקות בנפרד ממה שנאמר בהתייעצויות. כל אחת עם מי שנשא אותה.
statements-empty = לא הוכנסה הצהרה פומבית.
statement-quoted = ציטוט
statement-in-our-words = במילים שלנו
statement-add = להכניס הצהרה פומבית
statement-add-do = להכניס לכול
filter-do = להציג

record-size = { $n ->
    [one] רשומה אחת בחדר הזה
    [two] שתי רשומות בחדר הזה
   *[other] { $n_d } רשומות בחדר הזה
}
record-mine = שלי בלבד
record-export = לקחת כקובץ
record-n = רשומה
record-kind = סוג
record-by = כתב
record-at = ב־
record-of = על { $n_d }
record-receipt = קבלה
record-receipt-open = לפתוח
record-none = אין כאן דבר.
record-head = ראש היומן הזה, חתום
record-head-hint = מי ששומר קבלה יכול להראות בעזרתה שדבר לפניה לא שונה ולא הושמט.
record-key = המפתח הבודק אותו
erase-title = מחיקה
erase-hint = בידי שניים: אחד מציע, ואחר מאשר בהוכחה. המספר והקבלה נשארים, כמחוקים.
erase-propose = להציע מחיקה
erase-propose-do = להציע
erase-proposed = מוצע: רשומה { $n_d }
erase-reaches = היא מגיעה אל המילים החתומות, פתיחתן ומפתחן, תצלום החדר ויומן הכתיבה המקדים.
erase-cannot-reach = היא אינה מגיעה אל מה שהועבר, קבצים שנלקחו וגיבויים עד שיפוגו.
erase-confirm-do = לאשר ולמחוק
receipt-hint = שמרו אותה. בעזרתה כל אחד יכול לבדוק, בלי המחשב הזה, שהרשומה ביומן.
receipt-file = לקחת כקובץ
receipt-erased = מילות הרשומה הזאת נמחקו, כפי שהיומן אומר.

search-label = מילים
search-hint = בחדריך בלבד. כתיב האותיות הערביות והעבריות, הניקוד והספרות אינם משנים.
search-empty = הקלידו מילה.
search-none = אין דבר בחדריך.
search-more = יש עוד. השתמשו ביותר מילים.
palette-none = אין עמוד בשם הזה.
keys = מקשים
keys-move = הבא והקודם
keys-open = לפתוח

me-access = מה מותר לך, והיכן
me-access-hint = איש אינו קורא או פועל בחדר שאינו רשום כאן.
me-sessions = הכניסות שלך
me-keys = מקשים
me-keys-off = לכבות מקשים בודדים בדפדפן הזה
session-this = זו
session-other = אחרת
session-lasts = עד
session-end-this = לסיים
people-hint = חשבונות ותפקידים. מחזיק המדריך אינו קורא דבר ממה שנאמר.
people-empty = אין לאיש חשבון.
people-ended = ההרשאה הסתיימה
people-set-up = קבע משפט סיסמה
people-not-set-up = טרם הוגדר
people-sessions = { $n ->
    [one] כניסה אחת
    [two] שתי כניסות
   *[other] { $n_d } כניסות
}
people-sign-in = השם שהונפק
people-may = מה מותר לתפקיד הזה, והיכן
people-invite = להזמין
people-clock = השעון
people-clock-back = שעון המחשב הוזז לאחור. דבר אינו נכתב עד שיאושר שהוא נכון כפי שהוא. הרשומות שומרות על סדר כתיבתן; מועדים והיתרים שפגים נקבעים לפי השעון כפי שהוא.
people-clock-now = הוא מראה
people-clock-before = קודם לכן הראה
people-clock-right = נכון כפי שהוא: להמשיך
people-end-sessions = לסיים כניסות
people-end-access = לסיים הרשאה מיד
people-role-do = לשנות תפקיד
people-add = להוסיף אדם
people-add-do = להוסיף
invited-title = ההזמנה הופקה
invited-hint = מסרו לאדם את הכתובת הזאת בדרך בטוחה. היא פועלת פעם אחת, בתוך שלושה ימים, ומוצגת רק עכשיו.

handbook-carrying = צד אומר דבר בהתייעצות שלו. המתווכים מכינים את מה שמותר לו לעבור ושואלים. בעליו מרשה, בצורה נקובה. רק אז הוא מועבר, כרשומה חדשה בהתייעצות של הצד השני.
handbook-receipts = קבלות
handbook-receipts-text = כל מעשה נענה בקבלה. שמרו אותה: היא מראה אחר כך, בלי המחשב הזה, שהרשומה הייתה ושדבר לפניה לא שונה.
handbook-limits = מה שאין בכוחו של זה
handbook-limits-text = אין הגנה מפני תוכנות במכשיר שלך, צילומים, עיתוי של תשובות, צו בית משפט למי שמפעיל את המחשב, או הזיכרון.

## Marking words of the original.
mark-words = סימון המילים שנבחרו
unmark-words = הסרת הסימון
mark-sentences = בחירה לפי משפט

# A second calendar
second = { $day } ב{ $month } { $year }
hijri-1 = מוחרם
hijri-2 = צפר
hijri-3 = רביע אל־אוול
hijri-4 = רביע את׳־ת׳אני
hijri-5 = ג׳ומאדא אל־אולא
hijri-6 = ג׳ומאדא אל־אח׳רה
hijri-7 = רג׳ב
hijri-8 = שעבאן
hijri-9 = רמדאן
hijri-10 = שוואל
hijri-11 = ד׳ו אל־קעדה
hijri-12 = ד׳ו אל־חיג׳ה
hebrew-1 = תשרי
hebrew-2 = חשוון
hebrew-3 = כסלו
hebrew-4 = טבת
hebrew-5 = שבט
hebrew-6 = אדר
hebrew-7 = ניסן
hebrew-8 = אייר
hebrew-9 = סיוון
hebrew-10 = תמוז
hebrew-11 = אב
hebrew-12 = אלול
hebrew-5-leap = אדר א׳
me-reading = כיצד קוראים
me-reading-do = לקבוע
field-digits = ספרות
field-calendar = לוח שני
digits-of-language = של השפה
calendar-none = ללא

# תרשימים.
draw-acts-given = מעשים שניתנו
draw-ahead = { $who } מקדים ב־{ $acts }
draw-and = , { "" }
draw-ban = איסור
draw-full-sign = סימן מלא: אין ממנו חזרה
draw-gap = דבר אינו עונה
draw-kept = נמשך
draw-left-out = הושמטו, כי אינם יכולים לקרות: { $clauses }
draw-may = רשאי
draw-nobody-first = איש אינו יכול להיות ראשון
draw-not-agreed = הזמן טרם הוסכם
draw-phase = שלב { $n_d }
draw-shortened = לא בקנה מידה: המרחקים מקוצרים
draw-takes = לא בבחירת איש
draw-within = תוך { $time } מן התנאי
