# סדרות של נתונים: סוגי ספירה.
watch-kind-count = בסך הכול
watch-kind-new = חדשים
watch-kind-recovered = גופות שנמצאו
watch-kind-died-of-wounds = מתו מפצעיהם
watch-kind-added-late = נוספו באיחור
watch-kind-corrected = תיקון
watch-kind-total = סכום מצטבר
watch-kind-stock = באותה עת

# חלונות זמן.
watch-window-before = { $hours ->
    [one] בשעה שלפני הדוח מיום { $date }
    [two] בשעתיים שלפני הדוח מיום { $date }
   *[other] ב־{ $hours_d } השעות שלפני הדוח מיום { $date }
}
watch-window-day = ביום { $date }
watch-window-between = מיום { $from } עד יום { $to }
watch-window-since = מאז { $from } ועד הדוח מיום { $date }
watch-window-whole = מן ההתחלה ועד הדוח מיום { $date }
watch-window-as-of = נכון ליום { $date }
watch-window-unstated = בפרק זמן שהדוח מיום { $date } אינו מציין

# נתונים.
watch-figure-before = { $hours ->
    [one] { $amount } { $counted }, { $kind }, בשעה שלפני הדוח מיום { $date }
    [two] { $amount } { $counted }, { $kind }, בשעתיים שלפני הדוח מיום { $date }
   *[other] { $amount } { $counted }, { $kind }, ב־{ $hours_d } השעות שלפני הדוח מיום { $date }
}
watch-figure-day = { $amount } { $counted }, { $kind }, ביום { $date }
watch-figure-between = { $amount } { $counted }, { $kind }, מיום { $from } עד יום { $to }
watch-figure-since = { $amount } { $counted }, { $kind }, מאז { $from } ועד הדוח מיום { $date }
watch-figure-whole = { $amount } { $counted }, { $kind }, מן ההתחלה ועד הדוח מיום { $date }
watch-figure-as-of = { $amount } { $counted }, { $kind }, נכון ליום { $date }
watch-figure-unstated = { $amount } { $counted }, { $kind }, בפרק זמן שהדוח מיום { $date } אינו מציין

# עליית הסכום.
watch-rise = מיום { $from } עד יום { $to } עלה הסכום ב־{ $n_d }
watch-rise-range = מיום { $from } עד יום { $to } עבר הסכום מ־{ $first } ל־{ $second }; טווח אינו נותן עלייה אחת
watch-rise-part = מהם, { $kind }: { $n_d }
watch-rise-rest = לא פורט במקור: { $n_d }
watch-found-own-differs = הסכום עלה ב־{ $by_d } יותר ממה שהמספרים של הדוחות עצמם מגיעים אליו (מתחת לאפס: פחות)
watch-found-parts-differ = הדוח מיום { $date } נותן { $own_d } בסך הכול, וחלקיו מגיעים ל־{ $parts_d }
watch-found-gap = { $rest_d } מן העלייה חלים בימים שאין להם דוח משלהם, ואי אפשר להשוותם
watch-found-fell = הסכום ירד ב־{ $by_d }
watch-found-not-new = { $n_d } מן העלייה נוספו באיחור או תוקנו, ולא אירעו בפרק הזמן הזה
watch-found-two-values = שני מספרים לחלון אחד: { $first } ו־{ $second }; השורה המאוחרת קובעת
watch-found-ranges = אחד המספרים הוא טווח, ומשאיר מקום

# זה לצד זה.
watch-within = נמצא בתוכו והוא חלק ממנו; אין מחברים אותם
watch-within-greater = נמצא בתוכו, וגדול ממנו
watch-match = אותו מספר כמו
watch-pair-same = אותו חלון, אותו מספר כמו
watch-pair-differ = אותו חלון; המספרים נבדלים ב־{ $by_d } מ־
watch-pair-meet = אותו חלון; טווח שהמספר האחר מתיישב אתו
watch-pair-apart = אותו חלון; טווח שהמספר האחר אינו מתיישב אתו
watch-apart-other-window = לא מאושר ולא נסתר על ידי { $source }: החלונות שלו אחרים
watch-apart-no-such-time = לא מאושר ולא נסתר על ידי { $source }: אין בו דבר על הזמן הזה
watch-apart-window-not-stated = לא מאושר ולא נסתר על ידי { $source }: אחד החלונות אינו מצוין
watch-apart-other-kind = לא מאושר ולא נסתר על ידי { $source }: אין בו ספירה מסוג זה
watch-beside = לצדו, בדוחות של { $source }:

# קריאת טבלאות של נתונים.
watch-series-date = { $text } תחת { $column } אינו תאריך
watch-series-date-hint = כתבו כך: 2025-10-06
watch-series-twice = שתי כותרות מציינות עמודה אחת; השנייה היא { $heading }
watch-series-twice-hint = שנו אחת מהן או הסירו אותה
watch-series-lacks = אין עמודות { $lacks }; יש: { $head }
watch-series-lacks-hint = תנו את הכותרות `date`, `source`, `counted` ו־`value`; ראו את דף הסדרות במדריך
watch-series-kind = { $text } אינו סוג של ספירה; יש: { $known }
watch-series-kind-hint = כתבו אחד מהם, או השאירו את התא ריק
watch-series-empty = { $column } ריק
watch-series-empty-hint = ציינו מי סופר, ומה
watch-series-number = { $text } אינו מספר
watch-series-number-hint = כתבו כך: `67160`, `67,160`, `10-12` או `at least 10`
watch-series-no-number = אין מספר בשורה
watch-series-no-number-hint = מלאו את `value`, או את `low` ו־`high`
watch-series-range = { $text } ו־{ $range } אינם מתיישבים זה עם זה
watch-series-range-hint = המזער צריך להיות מתחת למרב, והערך ביניהם
watch-series-below = { $text } מתחת לאפס
watch-series-below-hint = רק שורה מסוג `corrected` יכולה להיות כזאת
watch-series-window = { $text } אינו חלון זמן
watch-series-window-hint = כתבו `24 hours`, `day`, `whole`, `as of`, או מלאו תאריכים ב־`from` וב־`to`
watch-series-no-from = לחלון יש סוף ואין לו התחלה
watch-series-backwards = החלון הפוך, מ־{ $from } ל־{ $to }

# הלוח: היכן עומדת התחייבות.
watch-state-not-begun = לא החלה
watch-state-waiting = ממתינה
watch-state-due = לביצוע
watch-state-in-effect = בתוקף
watch-state-suspended = מושעית
watch-state-done = בוצעה
watch-state-reported = דווחה
watch-state-verified = אומתה
watch-state-past-its-time = עבר מועדה
watch-state-cured = תוקנה
watch-state-lifted = הוסרה
watch-state-over = הסתיימה

# הלוח: מה נקבע על טענה.
watch-judgment-verified = אומתה
watch-judgment-contested = במחלוקת
watch-judgment-denied = הוכחשה
watch-judgment-accident = הוסכם שהייתה תאונה
watch-judgment-closed = נסגרה על ידי הגוף המשותף

# הלוח: השעון.
watch-unit-minute = דקות
watch-unit-hour = שעות
watch-unit-day = ימים
watch-unit-week = שבועות
watch-unit-month = חודשים
watch-unit-year = שנים
watch-unit-open = יחידה שנותרה פתוחה
watch-clock-offset = נספר מן { $anchors }: { $n_d } { $unit }
watch-clock-open = נספר מן { $anchors }: הטקסט משאיר את המספר פתוח
watch-clock-at = עד { $anchors }
watch-clock-inclusive = יום האירוע הוא היום הראשון
watch-clock-elapsed = הימים נספרים מן היום שאחרי
watch-clock-counting-open = הטקסט משאיר את ספירת הימים פתוחה
watch-clock-zone = השעון הוא { $zone }
watch-clock-zone-open = הטקסט משאיר את השעון פתוח
watch-clock-due = לביצוע עד { $at }
watch-clock-not-running = אינו רץ: מה שממנו נספר לא אירע, או שמספר נותר פתוח
watch-clock-extended = הוארך בסך הכול ב־{ $minutes_d } דקות

# הלוח: מה הטקסט היה מתיר.
watch-allow-suspend = סעיף { $clause } היה מתיר ל־{ $who } להשעות את { $to }
watch-allow-suspended = סעיף { $clause } היה משעה את { $to }
watch-allow-end = סעיף { $clause } היה מסיים את { $to }
watch-allow-end-all = סעיף { $clause } היה מסיים את ההסכם
watch-allow-extend = סעיף { $clause } היה נותן זמן נוסף ל־{ $to }
watch-allow-act = סעיף { $clause } היה דורש מעשה מן { $who }
watch-allow-act-open = סעיף { $clause } היה דורש מעשה ואינו נוקב בשם
watch-allow-open = סעיף { $clause } משיב על כך, ומשאיר פתוח כיצד
watch-allow-met = התנאי התקיים
watch-allow-if-found = אם מי שהטקסט נוקב בשמו ימצא שהופרה
watch-allow-if-not-done = אם לא תבוצע במועדה

# הלוח: מדוע אירוע אינו מזיז התחייבות.
watch-counts-other-reporter = הטקסט נוקב במי שמדווח על כך, וזה אחר
watch-counts-nobody-named = הטקסט אינו נוקב באיש לכך, והדבר אינו מקובל על הכול
watch-counts-other-verifier = הטקסט נוקב במי שרשאי לומר זאת, וזה אחר
watch-counts-not-by-telling = קביעת הפרה היא מעשה בפני עצמו, עם תאריך ונימוקים

# אירועים: קריאת טבלה.
watch-incident-utf8 = הקידוד אינו יוניקוד; שמרו את הקובץ ביוניקוד
watch-incident-empty = אין בו דבר; תנו שורת כותרות ושורה לכל אירוע
watch-incident-columns = אין עמודה לתאריך, או אין עמודה למה שקרה; קראו להן `event_date` ו־`event_type`, או `date` ו־`what`
watch-incident-date = { $text } אינו תאריך; כתבו כך: 2025-10-06
watch-incident-time = { $text } אינה שעה ביום; כתבו כך: 14:05
watch-incident-point = { $lat } ו־{ $lon } אינם קו רוחב וקו אורך במעלות
watch-incident-killed = { $text } אינו מספר הרוגים; השאירו ריק כשאינו מצוין

# אירועים: מדוע שני דיווחים עשויים להיות על אירוע אחד.
watch-duplicate-place = אותו מקום
watch-duplicate-near = שני מקומות במרחק של כשני קילומטרים
watch-duplicate-day = אותו יום
watch-duplicate-next-day = בהפרש של יום
watch-duplicate-kind = אותו סוג
watch-duplicate-other-kind = סוג אחר
watch-duplicate-sides = אותם צדדים
watch-duplicate-killed = אותו מספר הרוגים, { $n_d }
watch-duplicate-killed-differ = מספרי הרוגים שונים, { $first_d } ו־{ $second_d }

# הקו החם.
watch-asked-restraint = איפוק
watch-asked-stop-fire = הפסקת אש
watch-asked-access = מתן גישה
watch-asked-investigation = חקירה
watch-unknown-who = מי עשה זאת
watch-unknown-where = היכן בדיוק
watch-unknown-when = מתי בדיוק
watch-unknown-hurt = האם מישהו נפגע
watch-unknown-going-on = האם זה נמשך
watch-unknown-with = באיזה אמצעי
watch-unknown-meant = האם זה היה בכוונה

# קווים ואזורים: קריאת נתוני מפה.
watch-line-no-geojson = אלה אינם נתוני מפה בצורה המוכרת: { $why }
watch-line-bare = צורה בלי שם; שימו אותה בישות עם המאפיינים `name` ו־`date`
watch-line-no-name = ישות בלי שם; תנו לה את המאפיין `name`
watch-line-date = { $text } אינו תאריך; כתבו כך: 2025-10-06
watch-line-other-geometry = לא קו ולא שטח; תנו `LineString` או `Polygon`
watch-line-position = מיקום בלי קו אורך וקו רוחב במעלות, בסדר הזה
watch-line-short = קו של פחות משתי נקודות
watch-line-ring = טבעת שאינה מסתיימת במקום שבו החלה, או שיש בה פחות משלוש פינות
watch-line-across = צורה שחוצה את קו האורך 180 אינה נמדדת; חלקו אותה שם
watch-line-too-long = יותר מיקומים ממה שנקרא מקובץ אחד; פשטו או חלקו אותו
