# רשימות, זוגות, תוכניות ותנועות של חילופין.
title-lists = רשימות
title-list = רשימה
title-forward = הצגה
title-match = התאמה
title-pairs = שתי רשימות, זוג אחר זוג

# רשימות.
lists-hint = הרשימות של הצד שלכם, ומה שהועבר אליכם. רשימה היא שלכם בלבד עד שתתירו אחרת.
lists-hint-mediator = הרשימות שכל צד מסר לכם בחדרו עמכם. אף צד אינו רואה שיש אחרת.
lists-empty = אין עדיין רשימה. אפשר לייבא מקובץ: שורות שאי אפשר לקרוא נקובות, והשאר נשמרות.
lists-empty-mediator = אין עדיין רשימה. צד מייבא אותה בחדרו עמכם, או שאתם מייבאים שם מה שמסר לכם.
lists-conveyed = הועברה
lists-conveyed-list = רשימה שהועברה אליכם
lists-put-forward-list = רשימה שהוצגה
lists-conveyed-notice = אנשים אלה הועברו אליכם; המילים הן בדיוק מה שהוקרא או הושאר.
lists-version = גרסה { $n_d }
lists-remains = שרידים
lists-remains-hint = רשימת שרידים עומדת בפני עצמה. שם תואם לעולם אינו סוגר אותה: רק זיהוי.
lists-replaced = הוחלפה בגרסה מאוחרת יותר
lists-latest = לגרסה האחרונה
lists-no-status = ללא מצב
lists-entries = { $n ->
    [one] רשומה אחת
   *[other] { $n_d } רשומות
}
lists-bad = { $n ->
    [one] שורה אחת לא נקלטה
   *[other] { $n_d } שורות לא נקלטו
}
lists-doubts = { $n ->
    [one] שורה אחת לבדיקה
   *[other] { $n_d } שורות לבדיקה
}
lists-removed = { $n ->
    [one] רשומה אחת הוסרה
   *[other] { $n_d } רשומות הוסרו
}
lists-more = { $n ->
    [one] ועוד אחת
   *[other] ועוד { $n_d }
}
lists-row = שורה { $n_d }
lists-counts = מספרים ללא שמות
lists-counts-none = לא נרשמו מספרים. גם מה שאיש אינו מוסר ראוי לרישום.
lists-count-part = ובהם
lists-count-of-whom = מהם
lists-count-not-stated = לא נמסר
lists-count-add = רישום מספר
lists-count-whole = החלקים הם הכול
lists-count-do = לרשום מספר זה
lists-import = ייבוא רשימה
lists-import-hint = CSV או Excel, בכל סדר עמודות, כותרות בערבית, בעברית או באנגלית.
lists-paste = או להדביק את השורות
lists-new-list = רשימה חדשה
lists-who-reads-own = קוראים אותה חברי המשלחת שלכם בלבד.
lists-who-reads-caucus = קוראים אותה משלחת זו ומתווכים אלה. איש אחר אינו יודע שהיא כאן.
lists-import-do = לייבא רשימה זו
lists-changes = מאז הגרסה הקודמת
lists-changes-sum = { $added_d } חדשות · { $changed_d } השתנו · { $removed_d } הוסרו · { $same_d } כמקודם
lists-bad-title = שורות שלא נקלטו
lists-doubts-title = שורות לבדיקה
lists-whole = הרשימה כולה
lists-next = הרשומות הבאות
lists-caption = כל רשומה כפי שהרשימה אומרת, בכתב שלה.
lists-choose = בחירה
lists-said = מה נאמר על הרשומה
lists-forward = להציג
lists-forward-hint = יש לסמן אנשים כדי להציג אדם אחר אדם; בלי סימון זו הרשימה כולה.
lists-forward-what = מילים אלה נעשות הודעה בחדר זה ככל הודעה: המתווכים עשויים לבקש את רשותכם להעביר אותן, כולן או אדם אחר אדם, ודבר אינו עובר בלעדיה.
lists-forward-words = בדיוק מה שמוצג, אדם בכל שורה
lists-forward-do = לומר זאת בחדר
lists-added = חדשה
lists-fate = גורל
lists-whereabouts = מקום הימצאות
lists-no-evidence = לא צוינה ראיה
lists-embargoed = אין לומר את השם: המשפחה לא יודעה
lists-open-entry = לפתוח
lists-this = רשימה זו
lists-imported = יובאה
lists-versions = גרסאות
lists-kind = של
lists-claim = מה נטען
lists-claim-hint = גורל ומקום הם שתי טענות. המאוחרת אינה מוחקת את הקודמת.
lists-claim-says = מה נאמר
lists-claim-do = לרשום טענה זו
lists-stage = היכן עומדת הרשומה
lists-stage-hint = נשמר בחדר המתווכים. ליד ”לא בתנועה זו“ אין סיבה, כאן או בכל מקום.
lists-stage-last = דבר אינו בא אחרי מצבה.
lists-stage-do = לרשום היכן היא עומדת
field-file = קובץ
field-file-hint = CSV או XLSX, עד 16 מגה־בתים. שם הקובץ אינו נשמר.
field-table = שורות עם שורת כותרות
field-version-of = הגרסה הבאה של
field-total = סך הכול
field-total-hint = להשאיר ריק אם לא נמסר.
field-parts = חלקים, אחד בכל שורה
field-parts-hint = מצב ומספר, כמו חיים: 20
field-about = על
field-claimant = מי טוען זאת
field-since = מאז
field-evidence = ראיה
field-evidence-hint = מה שלא צוין אינו ראיה.
field-entry = רשומה
field-stage = עומדת ב
field-instead = מספר האדם שיוצא במקומו
field-list = רשימה
field-left = רשימה אחת
field-right = הרשימה האחרת
field-verdict = החלטה
field-seen = ההחלטה שנראתה
field-identified = מי זיהה, וכיצד

# זוגות.
pairs-hint = רשימות שני הצדדים, זוג אחר זוג. רק אתם והצוות שלכם קוראים זאת; אף צד אינו לומד מה ברשימת האחר.
pairs-empty = עדיין לא הועמדו שתי רשימות זו מול זו. אפשר לבחור שתיים בצד.
pairs-empty-lists = דרושות שתי רשימות. הן באות בחדרים: כל צד מייבא את שלו, או שאתם מייבאים מה שמסר לכם.
pairs-open = העמדת שתי רשימות זו מול זו
pairs-open-hint = החלטות נשארות בתוקף כשלאחת הרשימות יש גרסה חדשה.
pairs-open-do = להעמיד זו מול זו
pairs-progress = הוחלט על { $done_d } מתוך { $all_d }
pairs-work = לעבוד על הזוגות
pairs-gone = החלטות על רשומות שאינן עוד באף רשימה: { $n_d }
pairs-doubtful = להחלטה
pairs-doubtful-none = אין כאן דבר.
pairs-matched = הותאמו
pairs-matched-none = עדיין לא אושר שום זוג.
pairs-refused = נדחו: שני אנשים
pairs-only = רק אצל
pairs-alone-none = אין.
pairs-sums = כיצד מסתכמת כל רשימה
pairs-list = רשימה
pairs-open-pairs = להחלטה
pairs-one-sided = בצד אחד
pairs-all = הכול
pairs-proposed = מוצע
pairs-decided = הוחלט
pairs-score = { $n_d } מתוך 100
pairs-by-person = צורפו ביד
pairs-lists = הרשימות
pairs-by-hand = שתי רשומות לפי בחירתך
pairs-by-hand-hint = המספרים שלפני הרשומות הבודדות, ונקודה ביניהם: 3.7
pairs-by-hand-none = באחת הרשימות לא נותר איש לבדו.
pairs-by-hand-rows = אחת ואחרת
pairs-by-hand-do = לפתוח שתי אלה
pairs-nobody-else = דבר בדף זה אינו מגיע לשום צד. מה ששואלים צד הוא על הרשומה שלו.
pairs-one = זוג אחד
pairs-before = הקודם
pairs-next = הבא
pairs-board = כל הזוגות
pairs-why = מדוע
pairs-why-none = דבר אינו מדבר בעדו או נגדו.
pairs-born = נקרא כ
pairs-changed = השתנה מאז
pairs-accept = אדם אחד
pairs-refuse = שני אנשים
pairs-asked = צד נשאל
pairs-undo = לחזור בו
pairs-decisions = החלטות
pairs-decisions-none = איש לא החליט.
pairs-ask = לשאול את הצד על הרשומה שלו
pairs-ask-hint = נאמר בקולכם בחדר של אותו צד. יש להיצמד למה שברשימה שלו.
pairs-ask-words = ברשימה שלכם ”{ $list }“, רשומה { $id }: { $name }. נא לבדוק את כתיב השם, את תאריך הלידה ואת המקום, ולומר לנו אם הרשומה עומדת.
pairs-ask-do = לומר זאת בחדר
pairs-with-why = החלטה עם סיבה
pairs-with-why-do = לרשום החלטה זו

# תוכניות חילופין.
title-plans = תוכנית חילופין
title-plan = תוכנית חילופין
plans-hint = הסדר שבו שני הצדדים יכולים לתת, כך שאיש אינו מרוויח מפרישה באמצע.
plans-empty = אין עדיין תוכנית. יש לכתוב מה כל צד נותן, מה זה עולה ושווה, וכמה יכולים לנוע יחד.
plans-write = כתיבת תוכנית
plans-write-do = לחשב תוכנית זו
field-plan = תוכנית
field-plan-hint = צדדים, מה כל אחד נותן, צעדים משותפים, ימים; דף הסדר במדריך מסביר כל מילה.
plan-worths = הערכים הם דעות: העלות חושבה בגבוה והערך בנמוך.
plan-file = התוכנית כפי שנכתבה
plan-gives = מה ניתן
plan-worth = עולה { $cost }, שווה { $value }
plan-for-good = אין דרך חזרה
plan-guarantee = מפסיד { $n_d } בפרישה
plan-nobody-else = מה שמפתה צד לפרוש הוא של המתווכים בלבד. הוא מוצג לצד רק במעשה נקוב.
plan-enough = ערבויות שיספיקו
plan-two-ways = הכול בבת אחת, או כל אחד כשהוא מוכן
plan-all-at-once = בבת אחת
plan-as-each = כל אחד כשהוא מוכן
plan-safe = בטוח
plan-moves-most = נעים בצעד אחד, לכל היותר
plan-at-stake = בסכנה אם זה נקטע
plan-handovers = מסירות
plan-least = אין סדר בטוח בערבויות אלה שחושף מישהו פחות בשיאו.
plan-yes = כן
plan-no = לא
plan-steps = צעד אחר צעד
plan-step = צעד
plan-side-gives = נותן
plan-exposed = חשוף אחריו
plan-tempted = רווח מפרישה עכשיו
plan-day = יום
plan-before = לפני הכול
plan-together = יחד
plan-not-in-time = השעון אינו מאפשר זאת.
plan-step-too-large = צעד { $n_d } גדול ממה שיום יכול לשאת ואי אפשר לחלקו.
plan-slack = כמה מותר לדעות לטעות
plan-slack-value = בטוח מערך { $n_d }
plan-slack-any-value = בטוח בכל ערך
plan-slack-cost = בטוח עד עלות { $n_d }
plan-slack-any-cost = בכל עלות
plan-example-second = הקבוצה השנייה
plan-example-first = הקבוצה הראשונה
plans-not-stated = היכן שמספר לא נמסר, אי אפשר לחשב דבר: תוכנית צריכה כמה כל צד נותן.
plans-counts = מה נאמר על המספרים
plan-drawing-never = { $who } אינו חשוף אף פעם.
plan-drawing-most = { $who } חשוף ביותר אחרי צעד { $step_d }: ב־{ $n_d }.
plan-drawing-says = { $steps ->
    [one] צעד אחד
    [two] שני צעדים
   *[other] { $steps_d } צעדים
}. { $first } { $second }
plan-drawing-axis = מה שניתן מעבר למה שהתקבל
plan-drawing-title = חשיפה אחרי כל צעד
plan-over = מעבר לערבות
plan-not-decided = לא הוכרע: גדול מכדי לחפש בכולו
plan-for-guarantees = הסדר שלהלן הוא לערבויות של { $a_d } ({ $left }) ו־{ $b_d } ({ $right }), לא לאלה שבתוכנית.
plan-enough-more = יש עוד זוגות כאלה מלבד אלה.
plan-beneath = ערבויות שמתחתן אין סדר בטוח
plan-paid-least = { $side } משלם. שתי הערבויות צריכות להגיע ל־{ $n_d } לפחות.
plan-owed-first = חוב כשהראשון נע
plan-owed-last = חוב כשהאחרון נע

# תנועות.
title-handover = מסירה
title-movement = תנועה
handover-hint = פקודות תנועה, מי אומר לצאת, והיומן: מספרים, לעולם לא שמות.
handover-empty = עדיין לא ניתנה פקודת תנועה.
handover-leaves = יוצאת
handover-write = כתיבת פקודת תנועה
handover-write-hint = מה שנשאר ריק עומד כלא נקבע. הרשימות מוקפאות כפי שהן עכשיו.
handover-write-do = להקפיא את הרשימות ולכתוב פקודה זו
handover-freeze = רשימות להקפאה
field-leaves = יוצאת
field-people = אנשים
field-remains = שרידים
field-gates = שערים ונקודות איסוף
field-gates-hint = אחד בכל שורה, בסדר המסלול.
field-gate = שער
field-what = מה
field-heard = כיצד נשמע
field-asked = נשאל ב
field-yes = תשובה
field-point = נספר ב
field-identified-hint = שם לבדו לעולם אינו סוגר עניין של שרידים.
handover-paper = תאום הנייר
handover-paper-hint = להדפסה. השורות מוקלדות אחר כך לפי מספריהן.
handover-go = הסכמה ויציאה
handover-order = הפקודה
handover-moving = לנוע
handover-lists = רשימות מוקפאות
handover-same = כפי שהוקפאה
handover-not-same = כבר אינה מה שהוקפא
handover-newer = קיימת גרסה מאוחרת
handover-log = יומן
handover-log-none = דבר לא נרשם.
handover-numbers = מספרים
handover-apart = הספירות באישור, בשחרור ובשערים נשמרות בנפרד; התקבלו ואושרו הם שני דברים.
handover-point = היכן
handover-approved = אושרו
handover-released = שוחררו
handover-ordered = בפקודה
handover-counted = נספרו
handover-who = מי
handover-yes-to-order = הסכמה לפקודה
handover-may-leave = אפשר לצאת
handover-against = { $n ->
    [one] דבר אחד עומד מנגד
   *[other] { $n_d } דברים עומדים מנגד
}
handover-what-stands = מה עומד נגד היציאה
handover-no-answer = אין תשובה
handover-go-yes = כן, לצאת
handover-go-no = לא
handover-told = נאמר אל
handover-paper-line = נייר, שורה { $n_d }
handover-what = מה
handover-log-write = כתיבה ביומן
handover-no-gate = ללא שער
handover-log-more = שעה, מילים, מה נאמר לצדדים
handover-log-do = לכתוב שורה זו
handover-no-names = מספרים בלבד: אין מקום לשם ביומן.
handover-answer = רישום תשובה
handover-answer-do = לרשום תשובה זו
handover-count = רישום ספירה
handover-count-do = לרשום ספירה זו
handover-phone = בטלפון
handover-n-people = { $n ->
    [one] אדם אחד
    [two] שני אנשים
   *[other] { $n_d } אנשים
}
handover-n-remains = { $n ->
    [one] שרידים של אדם אחד
    [two] שרידים של שני אנשים
   *[other] שרידים של { $n_d } אנשים
}
handover-then = , אחר כך { "" }
handover-not-said = לא נמסר
handover-corrected = תוקן
handover-corrects = מתקן שורה קודמת
handover-corrects-nothing = אף אחת: שורה חדשה
field-corrects = באה במקום שורה
handover-typed = הקלדה מן הנייר
movement-title = מסירה בלי רשת
movement-hint = מספרים של תנועה אחת, כפי שהמתווך הניטרלי מאשר אותם; לעולם לא שמות. כל שורה נשמרת מוצפנת בטלפון הזה ונשלחת לפי הסדר, פעם אחת, כשיש רשת.
movement-saved = נשמר בטלפון הזה.
movement-waiting = שורות ממתינות:
movement-sent = נשלח.
movement-sign-in = היכנסו, ואז פתחו שוב את העמוד הזה
movement-none = עדיין אין כאן תנועה מוכרת. פתחו עמוד זה פעם אחת עם רשת, מעמוד התנועה.
movement-gone = דבר מן התנועה אינו נמצא עכשיו בטלפון הזה.
movement-keep = לשמור שורה זו
movement-less = אחד פחות: { $what }
movement-more = אחד יותר: { $what }
movement-end = בסוף
movement-end-hint = הראשון שולח מה שממתין ואז מוחק. השני מוחק עכשיו, בלי שאלה; מה שלא נשלח נשאר על הנייר בלבד.
movement-over = התנועה הסתיימה: לשלוח ולמחוק
movement-wipe = למחוק עכשיו
movement-needs-script = בלי סקריפטים השתמשו בעמוד התנועה או בנייר הממוספר שלה.
movement-limit = { $n ->
    [one] לכל היותר שורה אחת ממתינה בטלפון.
    [two] לכל היותר שתי שורות ממתינות בטלפון.
   *[other] לכל היותר { $n_d } שורות ממתינות בטלפון.
} הנייר הממוספר נשאר לצידו.
