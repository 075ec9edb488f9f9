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
