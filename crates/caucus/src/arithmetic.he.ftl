# החשבון של המתווכים: חבילות, והאם הן עוברות בבית.
title-packages = חבילות
title-at-home = בבית
arithmetic-mediators-only = למתווכי הגוף הזה בלבד: מה שמחושב מהערכות סודי כמותן.
field-estimates = תוכן הקובץ
estimate-keep = שמירת קובץ הערכות
estimate-form-packages = סוגיות ואפשרויותיהן, מה שווה כל אחת לכל צד ועל מה זה נשען, במתכונת של דף המדריך על “caucus bargain”. קובץ שכותרתו כבר קיימת בא במקומו; הקודם נשאר ברישום.
estimate-form-home = גופים, מושבים ומקורם, מסלולים ועמדות, במתכונת של דף המדריך על “caucus ratify”. קובץ שכותרתו כבר קיימת בא במקומו; הקודם נשאר ברישום.
estimate-paste = או להדביק
estimate-do = לשמור
estimate-kept = קבצים שנשמרו
estimate-replaced = הוחלף

# חבילות.
packages-hint = מה ששני הצדדים יכולים להעדיף, לפי ההערכות שלכם.
packages-empty = עדיין אין הערכות
packages-empty-do = רשמו את הסוגיות, את האפשרויות ומה לדעתכם שווה כל אחת לכל צד, ומנין הדבר ידוע; אז יחושבו במדויק החבילות שאין טובה מהן לכולם.
packages-none = אין חבילה שמתקבלת על דעת כל הצדדים לפי ההערכות האלה: אין מרחב להסכם אפשרי.
packages-plot = מה שווה כל נקודה לכל צד
packages-plot-says = { $n ->
    [one] נקודה אחת שאין חבילה טובה ממנה לשניהם: ככל שמתרחקים לרוחב יותר ל{ $first }, ככל שעולים יותר ל{ $second }.
   *[other] { $n_d } נקודות שאין חבילה טובה מהן לשניהם: ככל שמתרחקים לרוחב יותר ל{ $first }, ככל שעולים יותר ל{ $second }.
}
packages-dot = { $first } ו-{ $second }
packages-frontier = חבילות שאין טובה מהן
packages-outcomes = מתוך { $n } חבילות שהסוגיות מאפשרות.
packages-thinned = דולל: כל צד עלול להחמיץ עד
packages-sampled = סוגיה רציפה נדגמה: בין הדגימות ייתכנו חבילות טובות יותר.
packages-picked = נבחרת על ידי
packages-stands = אם ההערכות שגויות
packages-stands-is = אם ההערכות שגויות: עבור אילו מהשווים האפשריים החבילה עדיין כזו שאין טובה ממנה, והמרב שכולם עלולים להפסיד יחד בבחירתה.
packages-look = מה היא מבקשת ומה היא מגלה
packages-look-do = להביט
packages-in-all = { $n } בסך הכול
packages-more = { $n ->
    [one] עוד נקודה אחת אינה מוצגת.
   *[other] עוד { $n_d } נקודות אינן מוצגות.
}
packages-solutions = מה משמעות הפתרונות
solution-nash = נאש
solution-nash-is = המכפלה הגדולה ביותר של הרווחים מעל ההסכם הגרוע ביותר שכל צד יקבל.
solution-kalai-smorodinsky = קלעי-סמורודינסקי
solution-kalai-smorodinsky-is = הרווח הקטן ביותר גדול ככל האפשר, כל אחד ביחס למיטב שהצד יכול להשיג; ואז הבא אחריו.
solution-egalitarian = שוויוני
solution-egalitarian-is = הרווח הקטן ביותר גדול ככל האפשר; ואז הבא אחריו.
solution-utilitarian = תועלתני
solution-utilitarian-is = הסכום הגדול ביותר. הוא משתנה כשקנה המידה של צד אחד משתנה, ולכן לבדו אומר מעט.
standing-always = לכולם
standing-sometimes = לחלקם
standing-never = לאף אחד
packages-chosen = אילו הוצעה החבילה הזאת
packages-asks = על מה היא מבקשת מכל צד לוותר
packages-leak = מה צד יכול להסיק על השווים של האחר
packages-leak-hint = מי שמראים לו חבילה שנבחרה לפי שווים פרטיים, ויודע כיצד נבחרה, יכול לשלול שווים. להעביר אותה הוא מעשה שלך.
packages-leak-of = מתוך השווים של { $owner }, { $reader } יכול לשלול:
packages-leak-nothing = דבר
packages-issue = סוגיה
packages-option = אפשרות
packages-before = אפשרי לפני
packages-after = אפשרי אחרי
packages-impossible = שום דבר: היא אינה מתיישבת עם ההערכות
packages-basis = על מה נשענות ההערכות
packages-reservation = ההסכם הגרוע ביותר שיקבל
packages-nobody-knows = איש אינו יודע
basis-statement = דבריו שלו
basis-inference = היסקים
basis-guess = ניחושים
packages-trades = היכן הם יכולים להחליף
packages-trades-hint = צד אחד מחשיב את הראשונה יותר מן האחר, ואת השנייה פחות.
packages-trade = { $side } מרוויח ב{ $gains } ומוותר ב{ $gives }
packages-questions = מה לשאול עכשיו
packages-questions-hint = בכמה תקטין תשובה את המרב שכולם עלולים להפסיד בבחירה שלכם.
packages-regret-now = עכשיו
packages-regret-then = אחרי תשובה
packages-unjudged = יותר מדי נקודות או שווים פתוחים כדי לשפוט כל אחת בדף; “caucus bargain” והספרייה עושים זאת.
packages-tried = הוצע לצדדים
received-accepted = התקבל
received-basis = בסיס לעבודה
received-no-answer = בלי תשובה
received-refused = נדחה
received-not-put = לא הוצע לו

# בבית.
at-home-hint = האם הסכם שורד בבירתו.
at-home-empty = עדיין אין קובץ על הבית
at-home-empty-do = רשמו מי מחליט, בכמה מושבים ולפי איזה מקור, ומי אמר מה; אז ייספר מה עובר בלי תלות במתלבטים.
at-home-as-of = נשפט ליום
at-home-kept = נשמר
at-home-no-route = הקובץ אינו נוקב במסלול החלטה: מה שנאמר מופיע למטה, ודבר אינו נספר.
result-passes = עובר
result-fails = נופל
result-open = פתוח
at-home-interval = { $least_d } עד { $most_d } קולות, דרושים { $quota_d }
at-home-spare = { $n ->
    [0] בלי עודף
    [one] קול אחד עודף
   *[other] { $n_d } קולות עודפים
}
at-home-short = { $n ->
    [one] חסר קול אחד
   *[other] חסרים { $n_d } קולות
}
at-home-sufficient = די בכך, אם כולם אומרים כן
at-home-nobody = אין צורך באיש: זה כבר עובר
at-home-blocking = די בכך לעצור, אם כולם אומרים לא
at-home-completions = הדרכים שעוברות
at-home-completions-are = מניין הדרכים שבהן המתלבטים יכולים להצביע, לא הסתברות
at-home-pivots = כמה פעמים כל אחד מכריע
at-home-sets-incomplete = יש קבוצות נוספות שאינן מנויות.
at-home-contradict = עמדות שסותרות זו את זו; נספרות כהתלבטות:
at-home-provisions = מה יש בהסכם
at-home-in = בהסכם
at-home-out = לא בהסכם
at-home-flips = איזה סעיף משנה את דעת מי
at-home-flip-in = אם “{ $provision }” נכנס, { $member } עובר מ{ $from } ל{ $to } ב{ $route }: { $result }.
at-home-flip-out = אם “{ $provision }” יוצא, { $member } עובר מ{ $from } ל{ $to } ב{ $route }: { $result }.
at-home-lapses = התחייבויות שפגות
at-home-lapse = אחרי { $until }, { $member } נספר כ{ $to } ב{ $route }: { $result }.
at-home-stances = מה נאמר, ומי מדווח
at-home-no-stance = לא נרשמה עמדה של איש.
at-home-with = אם יש בו “{ $provision }”
at-home-without = בלי “{ $provision }”
at-home-until = תקף עד
vote-yes = כן
vote-no = לא
vote-abstain = נמנע
vote-unknown = מתלבט
vote-leaves = פורש
at-home-quota = דרושים { $n_d }
at-home-no-source = לא צוין מקור.
at-home-member = חבר
at-home-seats = מושבים
at-home-seats-not-stated = המושבים אינם מצוינים
at-home-banzhaf = בנצהף
at-home-shapley-shubik = שפלי-שוביק
at-home-remark = הערה
at-home-veto = דבר אינו עובר בלעדיו
at-home-dummy = אינו מכריע לעולם
at-home-power-is = המדדים מתארים את הכלל בלבד, כאילו אין לאיש דעה.
at-home-minimal = קבוצות מנצחות בלי עודף:
