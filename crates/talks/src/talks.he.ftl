# הודעות, רשימות ועמדות; מה מונע העברת דברים; מה מונע הגשת הצעה מותנית. טרם נקראו בידי דובר שפת אם.

## מהי ההודעה.
message-kind-statement = הצהרה
message-kind-proposal = הצעה
message-kind-counter-proposal = הצעה נגדית
message-kind-question = שאלה
message-kind-answer = תשובה
message-kind-clarification = הבהרה
message-kind-holding-reply = תשובת ביניים
message-kind-acceptance = הסכמה
message-kind-refusal = סירוב
message-kind-taken-note = נרשם לפנינו
message-kind-protest = מחאה
message-kind-non-paper = נייר לא רשמי
message-kind-procedural = עניין נוהלי
message-kind-list = רשימת אנשים
message-kind-text = נוסח המשא ומתן

## באיזה אמצעי נאמר, ממה נרשם, ובאיזה דיוק.
means-in-person = פנים אל פנים
means-telephone = בטלפון
means-courier = באמצעות שליח
means-chat = בהתכתבות מחוץ למערכת
means-not-stated = האמצעי לא צוין
written-from-memory = מן הזיכרון
written-from-paper = מן הנייר
written-from-recording = מהקלטה
exactness-gist = תמצית
exactness-exact = המילים המדויקות

## היכן ננקטה עמדה; כיצד זזה נקודת מחלוקת.
lane-private = פרטית
lane-carried = הועברה
lane-public = פומבית
movement-stalled = אין תזוזה
movement-apart = העמדות מתרחקות
movement-closer = העמדות מתקרבות
movement-parked = הונחה בצד בהסכמה
movement-settled = הוסדרה, בכפוף למכלול

## שפות.
language-ar = ערבית
language-en = אנגלית
language-he = עברית

## מה מונע את העברת הדברים לצד השני.
convey-no-words = אין דברים להעביר. יש לכתוב מה יקרא או ישמע הצד השני.
convey-not-our-own = רק צד אחד יכול לדעת זאת, ולכן אין להעביר זאת כדברי המתווכים. יש לבקש רשות מבעל הדברים, או להשמיט חלק זה.
convey-no-owner-to-name = הדברים אינם נשענים על הודעה של צד, ולכן אין לייחס אותם לצד. אפשר להעבירם כרעיון שלכם, או להתחיל מהודעת הצד.
convey-nobody-agreed = זו מחשבה של המתווכים עצמם, ואיש לא הסכים לה. יש לתת לה מעמד נמוך יותר.
convey-standing-tells = מעמד גבוה מ„לבירור בלבד” יגלה לצד השני שיש לדברים בעלים. יש להנמיך את המעמד, או לבקש רשות לציין את מקורם.
convey-kind-tells = „{ $kind }” הוא מעשה של צד; אם יועבר ללא בעלים, יגלה לצד השני שיש לדברים בעלים. יש לבחור סוג אחר, או לבקש רשות לציין את מקורם.
convey-prevails-missing = השפה הקובעת ({ $language }) אינה בין הנוסחים שייקראו. יש להוסיף נוסח זה, או להשאיר את העניין כלא מוסכם.
convey-recalled = בעל ההודעה חזר בו ממנה. אין להעביר אותה.
convey-corrected-since = בעל הדברים תיקן אותם לאחר מתן הרשות. יש להראות לו את הנוסח החדש ולבקש שוב.
convey-above-standing = הדברים נמסרו במעמד שאינו עולה על: { $standing }. יש להעבירם במעמד זה או נמוך ממנו.
convey-above-mandate = המנדט של הדובר אינו עולה על: { $standing }. יש להנמיך את המעמד, או להמתין לדבר הבירה.
convey-no-permission = בעל הדברים לא נתן לכך רשות. שתיקה אינה רשות: יש לבקש.
convey-withdrawn = בעל הדברים ביטל את הרשות. יש לבקש שוב לפני שמעבירים דבר.
convey-other-receiver = הרשות ניתנה למקבל אחר. יש לבקש רשות להעביר למקבל זה.
convey-not-to-be-said = הדברים הוכנו כדברים שאין לומר. יש להכינם מחדש בשימוש המתיר לומר אותם.
convey-ears-only = בעל הדברים מסר אותם לאוזני המתווכים בלבד. אין לומר אותם.
convey-guide-only = בעל הדברים מרשה שינחו את המתווכים. אין לומר אותם.
convey-limits-missing = רשות לפי שיקול דעת, או רשות קבועה בתוך גבולות, צריכה גבולות כתובים ומועד סיום. יש לבקש את שניהם מבעל הדברים.
convey-name-not-at-discretion = דברים שנאמרים לפי שיקול דעת אינם יכולים לעבור בשם הצד. יש לבחור מקור אחר, או להקריא חזרה את המילים המדויקות.
convey-use-beyond = הרשות של בעל הדברים אינה עולה על שימוש זה: { $use }. יש להכין כך, או לבקש יותר.
convey-other-wording = בעל הדברים לא נתן רשות לנוסח זה ({ $language }). יש להשתמש בנוסח שהורשה, או להראות לו נוסח זה ולבקש.
convey-version-otherwise = ברשות, מעמדו של נוסח זה ({ $language }) הוא „{ $version }”. אין למסור אותו כיותר מכך.
convey-not-word-for-word = הרשות היא למילים של בעל הדברים כמות שהן. יש להעבירן מילה במילה, או לבקש רשות לנוסח זה.
convey-source-beyond = הרשות אינה מכסה מקור זה. היא ניתנה עבור: { $source }. יש להעביר כך, או לבקש שוב.
convey-form-beyond = הרשות אינה עולה על צורה זו: { $form }. יש להעביר כך, או לבקש שוב.
convey-standing-beyond = הרשות אינה עולה על מעמד זה: { $standing }. יש להעביר כך, או לבקש שוב.
convey-name-needs-proof = העברה מילה במילה בשם הצד צריכה אימות אישי, נייר חתום, או רשות בעל פה שהוקראה חזרה ונשמעה בידי שניים. יש להשיג אחד מאלה.
convey-heard-by-two = שני אנשים שונים צריכים לשמוע רשות זו. יש לציין את שמות שניהם, או לרשום שנשמעה בידי אחד.
convey-not-yet = הרשות מתחילה ב{ $from }. יש להמתין עד אז.
convey-expired = הרשות הסתיימה ב{ $until }. יש לבקש מבעל הדברים לחדש אותה.
convey-waits-for-other = הדברים יכולים לעבור רק יחד עם החלק האחר, שעדיין אינו רשאי לעבור. יש להשלים תחילה את החלק האחר.
convey-needs-others-part = רשות בעל הדברים תקפה רק אם גם הצד השני נותן רשות לחלקו. יש לקשור זאת להכנה של דברי הצד השני.

## מה מונע הגשת הצעה מותנית.
lodge-no-condition = בהצעה אין תנאי. יש לציין למה הצד השני צריך להסכים.
lodge-no-commitment = בהצעה אין דבר שצדכם יסכים לו. יש להוסיף לפחות התחייבות אחת.
lodge-unknown-issue = { $issue } אינו ברשימת הנושאים המשותפת לכול. יש לבחור נושא מן הרשימה.
lodge-unknown-option = { $option } אינה אפשרות של הנושא { $issue }. יש לבחור אחת מן האפשרויות הנקובות בו.
lodge-issue-twice = הנושא { $issue } מופיע פעמיים באותו חלק של ההצעה. יש להשאיר לו אפשרות אחת.
lodge-contradicts = בנושא { $issue } ההצעה מבקשת אפשרות אחת ומתחייבת לאחרת. יש להשוות ביניהן, או להסיר אחת מהן.
lodge-expired = תוקף ההצעה יפוג ב{ $until }, מועד שכבר עבר. יש לבחור מועד מאוחר יותר.
lodge-already-live = לצדכם יש כבר הצעה תקפה שמתחייבת בנושא { $issue }. יש למשוך אותה תחילה; היא עומדת בתוקפה עד תום פתיחת ההצעות הבאה.

## How far a clause is read by the program.
text-read-forms = בתבניות
text-read-beside = פרוזה, עם קריאה
text-read-not-read = לא נקרא

## Ways out of a finding.
text-way-take = לקחת את { $letter } בסוגריים { $bracket }.
text-way-drop = להשמיט את { $clause }.
