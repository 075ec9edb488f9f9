# תפקידים, הרשאות, סוגי רישומים, מה שמועדו קרוב, היכן עומדת הודעה; סירובים; תקלות של הרשומה. טרם נקראו בידי דובר שפת אם.

## מה אדם בשיחות.
role-head = ראש משלחת
role-member = חבר משלחת
role-mediator = מתווך
role-guarantor = ערב
role-intermediary = גורם ביניים ניטרלי
role-observer = משקיף
role-interpreter = מתורגמן
role-note-taker = רושם פרוטוקול
role-keeper = ממונה על המדריך

## מה אפשר לעשות בחדר.
verb-read = קריאה
verb-say = אמירה או רישום
verb-permit = מתן רשות או ביטולה
verb-note-permit = רישום רשות
verb-convey = הכנה והעברה
verb-announce = הודעה לכול
verb-offer = הגשת הצעות מותנות
verb-erase = הצעת מחיקה או אישורה
verb-keep = ניהול המדריך

## מה גוף בשיחות.
part-side = צד
part-mediator = מתווך
part-guarantor = ערב
part-intermediary = גורם ביניים ניטרלי
part-observer = משקיף

## סוגי רישומים.
kind-opened = החדר נפתח
kind-party = גוף
kind-message = הודעה
kind-read-back = הוקרא חזרה
kind-recalled = ההודעה נמשכה חזרה
kind-corrected = תוקן
kind-translated = נוסח בשפה
kind-asked = התבקשה רשות
kind-permitted = רשות
kind-declined = לא ניתנה רשות
kind-withdrawn = הרשות בוטלה
kind-used = נעשה שימוש ברשות
kind-arrived = הועבר לצד זה
kind-prepared = העברה בהכנה
kind-dropped = ההכנה הונחה בצד
kind-held = נשמר אצל המתווכים
kind-conveyed = הועבר
kind-round = סבב
kind-session = ישיבה
kind-session-ended = הישיבה הסתיימה
kind-minutes = פרוטוקול
kind-step = הצעד הבא
kind-step-done = הצעד נעשה
kind-attempt = ניסיון קודם
kind-issue = נושא
kind-mandate = מנדט
kind-position = עמדה
kind-sticking-point = נקודת מחלוקת
kind-moved = תזוזה בנקודת מחלוקת
kind-statement = הצהרה פומבית
kind-offer = הצעה מותנית
kind-offer-withdrawn = ההצעה נמשכה
kind-reaffirmed = ההצעה אושררה
kind-opening = הודע על פתיחת הצעות
kind-opening-held = פתיחת ההצעות התקיימה
kind-opening-result = תוצאת פתיחת ההצעות
kind-paused = השיחות הושהו
kind-resumed = השיחות חודשו
kind-erasure-proposed = הוצעה מחיקה
kind-erased = נמחק
kind-looked-as = צפייה במסכי צד
kind-list = רשימה
kind-list-rows = שורות של רשימה
kind-counts = מספרים שנמסרו
kind-entry-claim = טענה על אדם
kind-entry-stage = מצבה של רשומת אדם
kind-pairing = שתי רשימות זו מול זו
kind-pair-decided = החלטה על זוג
kind-estimate = הערכות
estimate-packages = חבילות
estimate-home = בבית
kind-plan = תוכנית חילופין
kind-movement = פקודת תנועה
kind-movement-answer = תשובה לפקודת תנועה
kind-movement-log = יומן תנועה
kind-movement-count = ספירה של תנועה
kind-initialled = סעיף נחתם בראשי תיבות
kind-reopened = סעיף נפתח מחדש
kind-alternative-held = חלופה שמחזיקים בה
kind-clause-read = קריאה של סעיף
kind-finding-aside = ממצא הונח בצד

## מה שמועדו קרוב.
due-permission-expires = הרשות מסתיימת
due-permission-begins = הרשות מתחילה
due-opening = פתיחת הצעות מותנות
due-session = הישיבה מתחילה
due-step = מועד הצעד הבא

## היכן עומדת הודעה אצל המתווכים.
stage-new = חדשה
stage-held = נשמרת אצל המתווכים
stage-in-preparation = בהכנה
stage-waits-for-leave = ממתינה לרשות
stage-may-cross = רשאית לעבור
stage-conveyed = הועברה
stage-recalled = נמשכה חזרה
stage-changed-after = השתנתה לאחר שהועברה

## כיצד עומדת הצעה מותנית.
offer-live = תקפה
offer-leaving = תימשך לאחר פתיחת ההצעות הבאה
offer-withheld = מעוכבת עד שתאושרר
offer-over = תמה

## מה שנשלח אינו ניתן לשימוש כמות שהוא.
bad-in-line = בשורה { $line_d } של הקובץ:
bad-no-words = אין טקסט. יש לכתוב את הדברים ולשלוח שוב.
bad-too-long = הטקסט ארוך מדי: יש בו { $has ->
        [one] קילובייט אחד ({ $has_d })
        [two] שני קילובייטים ({ $has_d })
       *[other] { $has_d } קילובייטים
    }, והמותר הוא { $most ->
        [one] קילובייט אחד ({ $most_d })
        [two] שני קילובייטים ({ $most_d })
       *[other] { $most_d } קילובייטים
    }. יש לחלק אותו לחלקים.
bad-no-such-entry = בחדר זה אין רישום { $n_d } מסוג „{ $kind }”. יש לבדוק את המספר.
bad-message-gone = המילים שעליהן זה נשען נמחקו. יש להניח בצד או להכין מחדש.
convey-rests-unseen = זה נשען על מילים שאינן בחדרים שלך; מי שרשאי לקרוא אותן יוכל לומר אם מותר להעביר.
bad-no-such-party = { $party } אינו גוף בשיחות אלה. יש לבחור מן הרשימה.
bad-no-such-issue = { $issue } אינו ברשימת הנושאים המשותפת לכול. יש לבחור מן הרשימה, או לבקש שיוכנס אליה תחילה.
bad-no-such-person = אין במדריך אדם בשם { $person }. יש לבדוק את השם.
bad-no-such-delegate = { $person } אינו חבר משלחת של צד. שיחה אישית נפתחת לחבר משלחת בלבד.
bad-no-mediator = לשיחות דרוש מתווך שיכנס אותן. יש לנקוב בשמו.
bad-no-name = לאדם אין שם. יש להזין את השם כפי שיוצג.
bad-speaker-not-here = { $party } אינו מדבר בחדר זה. יש לבחור בצד של חדר זה או במתווכים שלו.
bad-answers-nothing = רישום { $n_d } אינו הודעה שאפשר להשיב עליה. יש לבדוק את המספר.
bad-ask-of-another = בקשה { $n_d } נוגעת להודעה אחרת. יש להשיב על הבקשה השייכת להודעה זו.
bad-who-permitted = לא צוין מי נתן את הרשות. יש להזין את שמו.
bad-expired-already = הרשות תסתיים ב{ $until }, מועד שכבר עבר. יש לבחור מועד מאוחר יותר.
bad-said-what-instead = הדובר לא עמד מאחורי מה שנרשם. יש לכתוב מה אמר במקום זאת.
bad-who-checked = לתרגום שנבדק דרוש שמו של מי שבדק אותו. יש להזין את השם.
bad-not-from-a-caucus = רק דברים מפגישה נפרדת עם צד אפשר להכין להעברה. יש לבחור הודעה מפגישה נפרדת.
bad-opening-beforehand = על פתיחת הצעות מודיעים מראש. יש לבחור מועד שטרם הגיע.
bad-no-such-text = רשומה { $n_d } אינה גרסה של הנוסח בחדר הזה. בדקו את המספר.
bad-no-such-clause = אין בגרסה הזאת סעיף { $clause }. בדקו את המספר.
bad-no-such-letter = אין בסוגריים { $bracket } חלופה { $letter }. בחרו אחת מאותיותיהם.
bad-no-such-finding = הבדיקות אינן מוצאות זאת בגרסה הזאת. פתחו את הדף מחדש.
bad-who-initialled = לא צוין איש. הכניסו את שם האדם.
bad-nothing-to-erase = אין מה למחוק במספר { $n_d }. יש לבדוק את המספר.

## הכללים מונעים זאת.
refused-clause-in-brackets = משהו בסעיף { $clause } אינו מוסכם. סגרו אותו לפני חתימה בראשי תיבות.
refused-initials-bind = ראשי תיבות מחייבים לפחות עד כאן: { $standing }. פחות מזה נאמר כהערה.
refused-already-initialled = { $by } כבר חתם בראשי תיבות על המילים האלה של סעיף { $clause }.
refused-not-initialled = איש מהצד הזה לא חתם על המילים האלה של סעיף { $clause }; אין מה לפתוח מחדש.
refused-clause-reads-itself = סעיף { $clause } כתוב בתבניות: מילותיו הן קריאתו. שנו את המילים.
refused-text-holds-our-own = יש בנוסח הזה הערות, קריאות או מקורות של המתווכים עצמם. הוציאו אותם לפני שהוא מונח לפני צד.
refused-clause-closed = כל הצדדים חתמו בראשי תיבות על מילות { $clauses }. הן נשארות כפי שהן, אלא אם צד יפתח אותן מחדש בשמן.
refused-nothing-returned = דבר בקובץ הזה אינו שונה מהגרסה שנמסרה.
refused-not-yours = לפעולה זו דרושה הרשאה בחדר זה שאינה בידך: { $verb }. אם זו טעות, יש לפנות לממונה על המדריך.
refused-clock-set-back = שעון המחשב הוזז לאחור. דבר אינו נכתב, כדי ששום שעה לא תירשם פעמיים, עד שהממונה על המדריך יבדוק את השעון. מה ששלחת לא נשמר.
refused-only-looking = כרגע מוצגים מסכי צד כפי שהוא רואה אותם. יש לחזור למסכים שלך כדי לפעול.
refused-not-in-this-room = עניין זה אינו נרשם בחדר זה. יש לעבור לחדר שאליו הוא שייך.
refused-nothing-said-here = בחדר זה לא נאמר דבר; יש בו רק מה שמשותף לכול או פומבי. יש לבחור פגישה נפרדת או את חדרך.
refused-speaks-for-own-side = כאן אפשר לדבר רק בשם הצד שלך. כדי לתעד דברי אחר, יש לרשום אותם בשם צדו.
refused-ideas-are-conveyed = רעיונות המתווכים מגיעים לצד בהעברה, ושם נשאל „מי היה יכול לומר זאת?”. יש להכין זאת שם.
refused-above-mandate = המנדט של הדובר אינו עולה על: { $standing }. יש להנמיך את המעמד, או לרשום תחילה מנדט חדש.
refused-not-a-note = הודעה זו נכתבה בידי הדובר עצמו ואין צורך להקריא אותה חזרה.
refused-already-recalled = הודעה { $n_d } כבר נמשכה חזרה. אין צורך בדבר נוסף.
refused-one-original = להודעה יש נוסח מקורי אחד. יש להזין דברים אלה כתרגום, או לתקן את ההודעה.
refused-not-the-owner = רק בעל הדברים, או מתווך הרושם בשמו, יכול לעשות זאת.
refused-our-own-needs-no-leave = זו מחשבה של המתווכים עצמם, ואין לה בעלים שממנו יש לבקש רשות. יש להעביר אותה, או להניח אותה בצד.
refused-already-asked = רשות זו כבר התבקשה וממתינה לתשובה.
refused-already-answered = בקשה { $n_d } כבר נענתה. אם חל שינוי, יש לבקש שוב.
refused-own-permission-is-proved = את רשותך שלך נותנים באימות. יש לבחור צורה זו ולאשר במשפט הסיסמה ובקוד.
refused-proof-is-the-owners = רק בעל הדברים יכול לתת אימות. יש לרשום את הרשות כנייר חתום, בעל פה, או קבועה בגבולות שנקבעו.
refused-to-its-owner = הדברים שייכים לצד שאליו היו מועברים. יש לבחור מקבל אחר.
refused-no-room-of-theirs = ל־{ $party } אין חדר שבו אפשר לקבל זאת. יש לפנות לממונה על המדריך.
refused-already-withdrawn = רישום { $n_d } כבר בוטל. אין צורך בדבר נוסף.
refused-not-a-sides-words = אלה אינם דברי הצד של אותה פגישה נפרדת. יש לבחור הודעה של הצד.
refused-partner-is-settled = הכנה { $n_d } הועברה או הונחה בצד ואינה יכולה לעבור יחד עם זו. יש לבחור אחרת.
refused-already-settled = הכנה { $n_d } כבר הועברה או הונחה בצד. אם עדיין יש בה צורך, יש להכין מחדש.
convey-words-used-missing = הרשות משאירה את המילים למתווכים. יש לרשום את המילים שנאמרו, למי ומתי.
refused-already-paused = השיחות כבר מושהות.
refused-not-paused = השיחות אינן מושהות.
refused-while-paused = אין מקיימים פתיחת הצעות כשהשיחות מושהות. יש לחדש תחילה את השיחות.
refused-position-of-another = עמדות של צד אחר אינן נרשמות בחדר זה. יש לרשום אותן בפגישה הנפרדת עם אותו צד.
refused-offer-over = הצעה { $n_d } פגה, נמשכה או הותאמה. יש להגיש הצעה חדשה.
refused-opening-not-yet = על פתיחת הצעות זו הודע ל{ $from }. אפשר לקיים אותה מאז והלאה.
refused-opening-held = פתיחת הצעות { $n_d } כבר התקיימה. יש להודיע על אחרת.
refused-cannot-be-erased = רישום { $n_d } נחוץ להבנת הרשומה ואי אפשר למחוק אותו.
refused-two-persons = למחיקה דרושים שני אנשים. מי שאינו המציע צריך לאשר אותה.
refused-already-erased = רישום { $n_d } כבר נמחק.
refused-case-exists = כבר קיים תיק בשם { $case }. יש לבחור שם אחר.
refused-person-exists = { $person } כבר רשום במדריך. יש לבחור שם אחר.
refused-own-access = אין באפשרותך לסיים את הגישה שלך. ממונה אחר על המדריך צריך לעשות זאת.
refused-cannot-be-written = לא ניתן היה להביא פעולה זו לצורה שבה היא נשמרת. דבר לא נעשה; יש לפנות לאחראי על התוכנה.
refused-entry-unreadable = גרסה זו של התוכנה אינה יכולה לקרוא את רישום { $n_d }. יש להשתמש בגרסה שכתבה אותו, או במאוחרת ממנה.

## תקלות של הרשומה.
record-full = הדיסק ב־{ $place } מלא. דבר מפעולה זו לא נשמר. יש לפנות מקום ולשלוח שוב; מה שאושר קודם לכן שמור.
record-torn = המאגר ב־{ $place } פגום ({ $what }). יש לעצור את התוכנה, לשמור עותק של התיקייה ולשחזר את הגיבוי האחרון; הקבלות מראות מה חסר בו.
record-altered = ברשומה של { $place }, רישום { $n_d } אינו כפי שנחתם ({ $what }). יש לעצור את התוכנה, לשמור עותק של התיקייה כראיה, ולהשוות אותו לגיבוי ולקבלות של הצדדים.
record-altered-whole = הרשומה של { $place } אינה כפי שנחתמה ({ $what }). יש לעצור את התוכנה, לשמור עותק של התיקייה כראיה, ולהשוות אותו לגיבוי ולקבלות של הצדדים.
record-locked = תוכנה אחרת משתמשת במאגר ב־{ $place }. יש לעצור אותה, או להמתין לסיומה.
record-key-reused = בקשה זו נשלחה קודם לכן במילים אחרות, כרישום { $n_d }. יש לפתוח את הדף מחדש ולשלוח ממנו את המילים החדשות.
record-not-there = פריט זה אינו במאגר: { $what }. יש לבדוק את הכתובת.
record-exists = פריט זה כבר במאגר: { $what }. יש לבחור שם אחר, או לפתוח את הקיים.
record-wrong-key = משפט הסיסמה או טקסט השחזור אינם פותחים את { $place }. יש לנסות שוב, או להשתמש במפתח האחר; אם שניהם אבדו, אבד גם המאגר.
record-layout = אי אפשר לפתוח את { $place } כמאגר ({ $what }). יש להשתמש בגרסת התוכנה שיצרה אותו, או במאוחרת ממנה.
record-refused = הרשומה לא קיבלה זאת ({ $what }). יש לשנות את הבקשה.
record-disk = אי אפשר היה לקרוא את { $place } או לכתוב בו ({ $what }). יש לבדוק את הדיסק ואת הרשאות התיקייה, ואז לשלוח שוב את הבקשה.

## Projections.
bad-no-projection = קובץ זה אינו מה שאדם אחד רשאי לקרוא מתוך תיק. יש לבחור קובץ שנוצר על ידי `caucus export`.

# רשימות ותנועות.
refused-list-has-a-later-version = לרשימה יש גרסה מאוחרת יותר, רשומה { $n_d }. יש לייבא את החדשה כגרסה שאחריה.
refused-list-without-an-entry = אף שורה ברשימה אינה יכולה להיות רשומה; דבר לא נשמר.
bad-list-too-long = ברשימה יכולות להיות { $most_d } רשומות לכל היותר. יש לשלוח אותה בחלקים.
bad-count-without-a-source = מספר צריך מי שמוסר אותו והיכן זה כתוב.
bad-not-on-the-list = אין רשומה כזאת ברשימה.
bad-claim-without-a-claimant = יש לנקוב מי אומר זאת.
bad-one-list-twice = שתי הרשימות הן אחת. יש לבחור אחרת.
bad-no-such-gate = הפקודה אינה נוקבת בשער כזה.
bad-paper-line-twice = שורה { $line_d } של הנייר כבר ביומן, ברשומה { $n_d }. תקנו את הרשומה ההיא, או קחו את השורה הבאה.
refused-corrected-before = השורה ההיא תוקנה כבר. תקנו את השורה שבאה במקומה.
