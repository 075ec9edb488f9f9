# קובץ של רשימה.
exchange-file-empty = הקובץ ריק.
exchange-file-no-rows = בקובץ יש כותרות ואין שורות.
exchange-file-too-large = הקובץ הפרוס גדול מכפי שאפשר לקרוא. יש לשמור אותו שוב ובו הרשימה בלבד.
exchange-file-broken = הקובץ אינו חוברת שאפשר לפתוח, או שהוא פגום.
exchange-file-no-name = אין עמודה שכותרתה שם. הכותרות הן: { $head }.
exchange-file-twice = שתי עמודות פירושן אחד; כותרת השנייה { $head }.

# שורה ברשימה.
exchange-row-long = בתא שתחת { $head } יש יותר מ־{ $most } תווים.
exchange-row-formula = בתא שתחת { $head } יש נוסחה ולא ערך.
exchange-row-no-name = אין שם בשורה.
exchange-row-name-unreadable = אין ב־{ $text } אות של שם ערבי, עברי או לטיני.
exchange-row-id-twice = המספר { $id } כבר מופיע בשורה { $before }.
exchange-row-date-unreadable = { $text } אינו נקרא כתאריך; הרישום נשמר בלי תאריך.
exchange-row-date-no-such-day = { $text } הוא יום שאינו קיים; הרישום נשמר בלי תאריך.
exchange-row-date-year = השנה של { $text } אינה מתאימה לאף לוח שנה; הרישום נשמר בלי תאריך.
exchange-row-sex-unreadable = { $text } אינו נקרא כמין; הרישום נשמר בלעדיו.
exchange-row-like-another = השם ותאריך הלידה הם אלה שבשורה { $before }: אדם אחד פעמיים, או שני אנשים.

# ספירות.
exchange-count-parts = סכום החלקים { $sum }, הסך הכולל { $total }.
exchange-count-total = ברשימה { $listed }, הסך הכולל שנמסר { $total }.
exchange-count-part = { $part }: ברשימה { $listed }, נמסר { $stated }.

# מדוע מוצע ששני רישומים הם אדם אחד.
exchange-why-parts = { $agree } מתוך { $of } חלקי השם מתאימים ({ $left }, { $right })
exchange-why-turned = שם המשפחה בא ראשון באחת הרשימות
exchange-why-part-differs = { $role } שונה: { $left }, { $right }
exchange-why-part-left-only = { $role } ברשימה הראשונה בלבד: { $part }
exchange-why-part-right-only = { $role } ברשימה השנייה בלבד: { $part }
exchange-why-born-same = אותו תאריך לידה
exchange-why-born-within = אותו תאריך לידה, כתוב בשני לוחות שנה
exchange-why-born-swapped = תאריכי הלידה מתאימים בחילוף היום והחודש
exchange-why-born-one-differs = תאריכי הלידה נבדלים רק ביום, בחודש או בשנה
exchange-why-born-year-only = אותה שנת לידה; רשימה אחת אינה מוסרת יותר
exchange-why-born-same-year = אותה שנת לידה, יום אחר
exchange-why-born-near-year = שנה או שנתיים בין שנות הלידה
exchange-why-born-differs = תאריכי הלידה שונים
exchange-why-document-same = אותו מספר תעודה
exchange-why-document-differs = מספרי תעודה אחרים
exchange-why-father-same = שמות האב מתאימים
exchange-why-father-differs = שמות האב שונים
exchange-why-place-same = המקומות מתאימים
exchange-why-place-differs = המקומות שונים
exchange-why-sex-same = אותו מין
exchange-why-sex-differs = המין שונה
exchange-why-rival = ייתכן שהכוונה לרישום אחר ({ $percent } %)

exchange-script-ar = ערבית
exchange-script-he = עברית
exchange-script-la = לטינית

exchange-role-given = שם פרטי
exchange-role-father = שם האב
exchange-role-grandfather = שם הסב
exchange-role-family = שם משפחה
exchange-role-kunya = כוניה
exchange-role-nisba = שם משפחה
exchange-role-honorific = תואר
exchange-role-initial = אות ראשונה

exchange-decision-same = אותו אדם
exchange-decision-likely = סביר
exchange-decision-unsure = לא בטוח

# מצב הרישום.
exchange-stage-proposed = הוצע
exchange-stage-acknowledged = הוכר
exchange-stage-denied = הוכחש
exchange-stage-duplicate = כפול
exchange-stage-contested = שנוי במחלוקת
exchange-stage-agreed = מוסכם
exchange-stage-objection-window = פתוח להתנגדות
exchange-stage-cleared = רשאי לנסוע
exchange-stage-not-on-this-movement = לא בתנועה זו
exchange-stage-family-informed = המשפחה יודעת
exchange-stage-in-batch = בקבוצה
exchange-stage-at-the-gate = בשער
exchange-stage-received = התקבל בידי הגורם המתווך
exchange-stage-confirmed = הגורם המתווך אישר את ההעברה
exchange-stage-withdrawn = נמשך
exchange-stage-vetoed = נפסל בזכות וטו
exchange-stage-substituted = הוחלף באחר

# קובץ של תוכנית.
exchange-plan-toml = אי אפשר לקרוא את התוכנית: { $why }
exchange-plan-sides = לתוכנית שני צדדים בשמות שונים.
exchange-plan-no-side = { $what } אינו שם של צד.
exchange-plan-no-class = אין דבר שניתן ושמו { $what }.
exchange-plan-class-twice = { $what } מופיע פעמיים; יש לתת שם לכל אחד.
exchange-plan-payer-gives = הצד המשלם נותן גם את { $what }; בתוכנית שיש בה תשלום יש נותן אחד.
exchange-plan-worth = העלות או הערך של { $what } קטנים מאפס, או שהטווח הפוך.
exchange-plan-circle = { $what } ממתין לעצמו.
exchange-plan-guarantee = ערבות קטנה מאפס.
exchange-plan-too-large = המספרים גדולים מכדי חישוב מדויק.

# תוכנית.
exchange-verdict-safe = יש סדר בטוח.
exchange-verdict-none = אין סדר בטוח.
exchange-verdict-open = לא הוכרע אם יש סדר בטוח: יש יותר מדי מצבים לחיפוש.
exchange-verdict-exact = כל המצבים נבדקו ({ $states }).
exchange-verdict-bound = יש יותר מדי מצבים לחיפוש ({ $states }); מה שניתן מוכח, אך ייתכן שיש טוב ממנו.
exchange-last-mover = { $side } פועל אחרון, עם { $what }, וזקוק לערבות של { $cost }: שוב אין חייבים לו דבר.

# חייה של רשומה.
exchange-life-not-next = הרשומה במצב: { $now }; אי אפשר שיבוא אחריו: { $next }.
exchange-life-by-whom = יש לנקוב מי אומר זאת עבור: { $next }.
exchange-list-people = אנשים
exchange-list-remains = שרידים

# ספירה בשלוש נקודות.
exchange-point-people = אנשים
exchange-point-remains = שרידים
exchange-point-released-over = שוחררו { $n } { $what }, אושרו { $of }.
exchange-point-gates-over = עברו בשערים { $n } { $what }, שוחררו { $of }.

# החלטות על זוגות.
exchange-pair-accepted = אדם אחד
exchange-pair-refused = שני אנשים
exchange-pair-asked = צד נשאל
exchange-pair-open = לא הוחלט
exchange-decided-meanwhile = מישהו החליט בינתיים על הזוג הזה: { $verdict }, { $at }. יש להביט בו שוב.
exchange-decided-unseen = ההחלטה שנראתה אינה של הזוג הזה. יש לפתוח את הזוג מחדש.
exchange-decided-already = הזוג כבר רשום כך: { $verdict }.
exchange-decided-taken = אחת משתי הרשומות כבר אושרה עם אחרת. יש לחזור מכך תחילה.
exchange-decided-remains = שם לעולם אינו סוגר עניין של שרידים: יש לומר מי זיהה וכיצד.

# פקודת תנועה.
exchange-order-route = מסלול ושעות
exchange-order-vehicles = כלי רכב
exchange-order-frequencies = תדרים ואותות קריאה
exchange-order-forces = כוחות שהודע להם, ובידי מי
exchange-order-medical = טיפול רפואי
exchange-order-remains = שרידים, בנפרד ובכבוד
exchange-order-media = הרחקת התקשורת
exchange-order-spare = כלל לאדם החלופי
exchange-order-stop = מי רשאי לעצור, וכיצד
exchange-order-wanting = לא נקבע: { $part }.
exchange-order-no-list = לא הוקפאה לה שום רשימה.
exchange-order-more-than-listed = { $moving } אמורים לנוע, וברשימות המוקפאות { $listed }.
exchange-order-no-gate = לא נקבע שער או נקודת איסוף.
exchange-order-no-yes = אין הסכמה לפקודה מאת { $party }.
exchange-order-said-no = { $party } אמר לא לפקודה.
exchange-asked-t-12 = 12 שעות לפני
exchange-asked-t-2 = שעתיים לפני
exchange-asked-t-0 = שעת היציאה
exchange-go-not-asked = { $at }: אין תשובה מאת { $party }.
exchange-go-no = { $at }: { $party } אומר לא.
exchange-log-at-gate = בשער
exchange-log-received = התקבלו בידי הגורם המתווך
exchange-log-confirmed = הגורם המתווך אישר את ההעברה
exchange-log-delay = עיכוב
exchange-log-stopped = נעצר
exchange-log-goes-on = ממשיך
exchange-heard-form = בטופס של הגורם המתווך
exchange-heard-voice = בעל פה
exchange-heard-paper = מן הנייר
exchange-log-received-over = התקבלו { $n } { $what }; בפקודה { $of }.
exchange-log-confirmed-over = אושרו { $n } { $what }; התקבלו { $of }.
exchange-log-not-confirmed = התקבלו וטרם אושרו: { $n } { $what }.
