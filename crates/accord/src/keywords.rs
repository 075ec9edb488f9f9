//! Keyword tables: one grammar, three languages.
//!
//! Arabic and Hebrew sentences keep the order of the English forms (subject, verb, act, tails);
//! the table turns each language's words into the canonical ones, longest phrase first. What is
//! not in the table stays as written: names, acts, quoted words.

use crate::lex::Kind;
use crate::parse_piece::Piece;
use crate::tree::Bytes;
use std::sync::LazyLock;
use terms::language::Language;
use terms::script::fold;

/// Canonical words; Arabic; Hebrew. Alternatives are parted by `|`.
pub(crate) const TABLE: &[(&str, &str, &str)] = &[
    ("agreement", "اتفاق|الاتفاق", "הסכם"),
    ("sources", "المصادر", "מקורות"),
    ("parties", "الأطراف", "צדדים"),
    ("definitions", "التعاريف|التعريفات", "הגדרות"),
    ("events", "الأحداث", "אירועים"),
    ("assurances", "الضمانات", "ערבויות"),
    ("closing", "الختام", "סיום|הוראות סיום"),
    ("clock", "التوقيت", "שעון"),
    ("the clock is", "التوقيت هو", "השעון הוא"),
    ("the day of the event is day 1", "يوم الحدث هو اليوم الأول", "יום האירוע הוא היום הראשון"),
    ("days are counted from the day after the event", "تحسب الأيام من اليوم التالي للحدث", "הימים נספרים מן היום שלאחר האירוע"),
    ("the counting of days is", "حساب الأيام هو", "ספירת הימים היא"),
    ("day 1 is", "اليوم الأول هو", "היום הראשון הוא"),
    ("the day of", "يوم", "יום"),
    ("is a party", "طرف", "הוא צד|היא צד"),
    ("is a mediator", "وسيط", "הוא מתווך|היא מתווכת"),
    ("is a guarantor", "ضامن", "הוא ערב|היא ערבה"),
    ("is an intermediary", "جهة محايدة", "הוא גורם מקשר"),
    ("is a body", "هيئة", "הוא גוף"),
    ("is a verifier", "جهة تحقق", "הוא גורם מאמת"),
    ("is a host", "مضيف", "הוא מארח|היא מארחת"),
    ("bound when it accepts", "تلتزم عند قبولها|يلتزم عند قبوله", "מחויב משיקבל"),
    ("from phase", "من المرحلة", "משלב"),
    ("on", "فصاعدا", "ואילך"),
    ("group", "مجموعة", "קבוצה"),
    ("is", "هو|هي|هم|تكون|يكون", "הוא|היא|הם|הן"),
    ("means", "يعني|تعني", "פירושו|פירושה"),
    ("line", "خط|الخط", "קו|הקו"),
    ("annex", "ملحق|الملحق", "נספח|הנספח"),
    ("is part of this agreement", "جزء من هذا الاتفاق", "הוא חלק מהסכם זה"),
    ("is part of", "جزء من", "היא חלק מ|הוא חלק מ"),
    ("kept by", "محفوظ لدى", "שמור בידי"),
    ("not published", "غير منشور", "לא פורסם"),
    ("is as on annex", "كما في الملحق", "כפי שבנספח"),
    ("list", "قائمة|القائمة", "רשימה|הרשימה"),
    ("has", "تضم|يضم", "כוללת|כולל"),
    ("persons", "أشخاص|شخص|شخصا", "אנשים|איש|בני אדם"),
    ("of whom", "منهم", "מהם"),
    ("held by", "محتجزون لدى", "מוחזקים בידי"),
    ("named by", "يسميهم", "נקובים בידי"),
    ("at least", "على الأقل", "לפחות"),
    ("at most", "على الأكثر", "לכל היותר"),
    ("at most once", "مرة واحدة على الأكثر", "פעם אחת לכל היותר"),
    ("thing", "شيء", "דבר"),
    ("place", "مكان", "מקום"),
    ("event", "حدث|الحدث", "אירוע|האירוע"),
    ("is reported by", "يبلغ عنه", "מדווח בידי"),
    ("confirmed by", "يؤكده", "מאושר בידי"),
    ("reported by", "بإبلاغ", "בדיווח"),
    ("for each person of", "لكل شخص من", "לכל אדם מ"),
    ("for each", "مقابل كل", "על כל"),
    ("locating", "تحديد مكان", "איתור"),
    ("each person of", "كل شخص من", "כל אדם מ"),
    ("each person", "كل شخص", "כל אדם"),
    ("takes", "يستغرق|تستغرق", "אורך|אורכת"),
    ("not in the control of", "ليس في سيطرة", "שלא בשליטת"),
    ("needs", "يحتاج|تحتاج|يحتاجون", "זקוק|זקוקה|זקוקים"),
    ("to react", "للتصرف", "כדי להגיב"),
    ("talks", "محادثات|المحادثات", "שיחות|השיחות"),
    ("are between", "بين", "בין"),
    ("convened by", "بدعوة من", "בכינוס"),
    ("begin with", "تبدأ مع", "נפתחות עם"),
    ("end when", "تنتهي عند", "מסתיימות עם"),
    ("are open", "مفتوحة", "פתוחות"),
    ("phase", "المرحلة|مرحلة", "שלב"),
    ("begins on", "تبدأ عند", "מתחיל עם"),
    ("begins when", "تبدأ عندما", "מתחיל כאשר"),
    ("begins", "يبدأ|تبدأ|بدء", "מתחיל|מתחילה"),
    ("lasts", "تستمر مدة", "נמשך"),
    ("agree on", "يتفقان على|يتفقون على", "מסכימים על"),
    ("failing that", "وإلا", "אחרת"),
    ("shall", "يجب أن|يتعين أن", "מתחייב|מתחייבת|מתחייבים"),
    ("shall not", "يجب ألا|لا يجوز أن", "לא רשאי|לא רשאית|מתחייב שלא|מתחייבת שלא"),
    ("may", "يجوز أن|يحق أن", "רשאי|רשאית|רשאים"),
    ("should", "ينبغي أن", "אמור|אמורה"),
    ("both parties", "الطرفان|كلا الطرفين", "שני הצדדים"),
    ("each party", "كل طرف", "כל צד"),
    ("and", "و", "וגם"),
    ("or", "أو", "או"),
    ("to", "إلى", "אל|לידי"),
    ("of", "من", "מן|של"),
    ("in", "في", "בתוך"),
    ("when", "عند|عندما|متى", "כאשר|לאחר ש"),
    ("within", "خلال|في غضون", "תוך"),
    ("no later than", "في موعد أقصاه", "לא יאוחר מ"),
    ("no earlier than", "ليس قبل", "לא לפני"),
    ("before", "قبل", "לפני"),
    ("after", "بعد", "אחרי|לאחר"),
    ("from", "اعتبارا من|ابتداء من", "החל מ"),
    ("until", "حتى", "עד"),
    ("while", "ما دام|طالما", "כל עוד"),
    ("unless", "ما لم", "אלא אם"),
    ("if", "إذا", "אם"),
    ("for", "لمدة", "למשך"),
    ("on the day of", "في يوم", "ביום של"),
    ("any of", "أي من", "אחד מן"),
    ("all of", "جميع", "כל אלה"),
    ("done", "تنفيذ|تم|منفذ|ينفذ", "מבוצע|בוצע|ביצוע"),
    ("begun", "بدأ", "החל"),
    ("reported", "أبلغ عنه", "דווח"),
    ("verified", "تحقق منه|موثق", "אומת"),
    ("breached", "خرق", "הופר"),
    ("hours", "ساعة|ساعات", "שעות|שעה"),
    ("days", "يوما|أيام", "ימים"),
    ("day", "اليوم", "היום"),
    ("weeks", "أسبوع|أسابيع", "שבוע|שבועות"),
    ("months", "شهر|أشهر|شهرا", "חודש|חודשים"),
    ("years", "سنة|سنوات", "שנה|שנים"),
    ("open", "مفتوح", "פתוח"),
    ("vague", "غامض", "עמום"),
    ("nothing", "لا شيء", "דבר אין"),
    ("acceptance", "القبول", "קבלה"),
    ("the report", "الإبلاغ", "הדיווח"),
    ("receipt", "الاستلام", "המסירה"),
    ("notice", "الإخطار", "ההודעה"),
    ("each day", "كل يوم", "בכל יום"),
    ("between", "ما بين", "בין השעות"),
    ("including", "بما في ذلك", "לרבות"),
    ("all at the same time", "جميعا في وقت واحد", "כולם בעת אחת"),
    ("in stages", "على مراحل", "בשלבים"),
    ("is done in stages", "ينفذ على مراحل", "מבוצע בשלבים"),
    ("in all", "إجمالا", "בסך הכול"),
    ("by", "بحلول", "עד ליום ה"),
    ("are released", "يفرج عنهم", "משוחררים"),
    ("person", "فرد", "אדם"),
    ("be part of the government", "تكون جزءا من الحكومة", "להיות חלק מן הממשלה"),
    ("permanently", "بصورة دائمة", "לצמיתות"),
    ("immediately", "فورا", "מיד"),
    ("as soon as possible", "في أقرب وقت ممكن", "בהקדם האפשרי"),
    ("be", "يتم", "יהיה|יהיו|תהיה"),
    ("clause", "البند|بند", "סעיף"),
    ("prevails over", "يسود على", "גובר על"),
    ("every other clause", "كل بند آخر", "כל סעיף אחר"),
    ("verifies", "تتحقق من|يتحقق من", "מאמת|מאמתת"),
    ("reports", "تبلغ عن|يبلغ عن", "מדווח על|מדווחת על"),
    ("guarantees", "تضمن|يضمن", "ערב ל|ערבה ל"),
    ("if breached", "إذا خرق", "אם יופר"),
    ("is breached", "مخروقا|مخروق", "מופר"),
    ("may suspend", "يجوز أن تعلق|يجوز أن يعلق", "רשאי להשעות|רשאית להשעות"),
    ("it may be cured", "جاز تداركه", "ניתן לרפאו"),
    ("otherwise", "خلاف ذلك", "ולא"),
    ("is suspended", "يعلق", "מושעה"),
    ("is extended by", "يمدد بمقدار", "מוארך ב"),
    ("may be extended by agreement of", "يجوز تمديده باتفاق", "ניתן להאריכו בהסכמת"),
    ("is not extendable", "غير قابل للتمديد", "אינו ניתן להארכה"),
    ("secures", "تؤمن|يؤمن", "מאבטח|מאבטחת"),
    ("administers", "تدير|يدير", "מנהל|מנהלת"),
    ("supplies", "تزود|يزود", "מספק|מספקת"),
    ("monitors", "تراقب|يراقب", "מנטר|מנטרת"),
    ("is an aim", "هدف", "הוא מטרה|היא מטרה"),
    ("sought", "يسعى إليه", "שתושג"),
    ("this agreement enters into force when", "يدخل هذا الاتفاق حيز النفاذ عندما", "הסכם זה נכנס לתוקף כאשר"),
    ("this agreement enters into force on", "يدخل هذا الاتفاق حيز النفاذ عند", "הסכם זה נכנס לתוקף עם"),
    ("accept it", "يقبلانه|يقبلونه", "מקבלים אותו"),
    ("this agreement ends when", "ينتهي هذا الاتفاق عندما", "הסכם זה מסתיים כאשר"),
    ("whichever is first", "أيهما أسبق", "המוקדם מביניהם"),
    ("percent", "بالمئة", "אחוזים|אחוז"),
    ("as judged by", "بتقدير", "לפי שיקול"),
    ("reading", "قراءة", "גרסה"),
    ("with", "مع", "עם"),
    ("paragraph", "الفقرة", "פסקה"),
    ("article", "المادة", "מאמר"),
    ("the", "", ""),
    // Verbs of acts, so that the checks know them in every language.
    ("release", "تطلق سراح|يطلق سراح|تفرج عن", "לשחרר"),
    ("stop", "توقف|يوقف", "להפסיק"),
    ("observe", "تلتزم بـ|يلتزما|يلتزم", "לקיים"),
    ("bombing", "القصف", "הפצצות|ההפצצות"),
    ("fire", "إطلاق النار", "אש|האש"),
    ("hostilities", "الأعمال العدائية", "מעשי איבה"),
    ("operations", "العمليات", "פעולות"),
    ("aid", "المساعدات|مساعدات", "סיוע"),
    ("fuel", "الوقود|وقود", "דלק"),
    ("forces", "قواتها|قوات|قواته", "כוחותיה|כוחות|כוחותיו"),
    ("ceasefire", "وقف إطلاق النار", "הפסקת האש|הפסקת אש"),
    ("withdraw", "تسحب|يسحب|تنسحب", "להסיג"),
    ("disarm", "تنزع سلاح|ينزع سلاح", "לפרק מנשקו|לפרק את נשקה"),
    ("disarmed", "نزع سلاح", "מפורק מנשקו|מפורק"),
    ("pursue", "تلاحق|يلاحق", "לרדוף"),
    ("deploy", "تنتشر|ينتشر|تنشر", "להתפרס"),
    ("admit", "تدخل|يدخل", "להכניס"),
    ("open", "تفتح|يفتح", "לפתוח"),
    ("take any governing role", "تتولى أي دور في الحكم", "לקבל תפקיד שלטוני"),
];

type Entry = (Vec<String>, Vec<&'static str>);

fn table(column: fn(&(&'static str, &'static str, &'static str)) -> &'static str) -> Vec<Entry> {
    let mut out: Vec<Entry> = TABLE
        .iter()
        .flat_map(|row| {
            column(row)
                .split('|')
                .filter(|p| !p.is_empty())
                .map(|p| (p.split(' ').map(fold).collect(), row.0.split(' ').collect()))
                .collect::<Vec<_>>()
        })
        .collect();
    out.sort_by_key(|e| std::cmp::Reverse(e.0.len()));
    out
}

static ARABIC: LazyLock<Vec<Entry>> = LazyLock::new(|| table(|r| r.1));
static HEBREW: LazyLock<Vec<Entry>> = LazyLock::new(|| table(|r| r.2));

fn entries(lang: Language) -> Option<&'static [Entry]> {
    match lang {
        Language::En => None,
        Language::Ar => Some(&ARABIC),
        Language::He => Some(&HEBREW),
    }
}

/// The language of a text's keywords: that of its AGREEMENT line, else of its letters.
pub(crate) fn language(text: &str) -> Language {
    for line in text.lines() {
        let word = line.split_whitespace().next().unwrap_or("");
        match word {
            "" => {}
            "AGREEMENT" | "Agreement" => return Language::En,
            "اتفاق" | "الاتفاق" => return Language::Ar,
            "הסכם" => return Language::He,
            // Only the file's first words say so: further down, a line may begin otherwise once it is formatted.
            word if !word.starts_with("--") => break,
            _ => {}
        }
    }
    let letter = text.chars().find(|c| c.is_alphabetic());
    match letter {
        Some('\u{0590}'..='\u{05FF}') => Language::He,
        Some('\u{0600}'..='\u{06FF}') => Language::Ar,
        _ => Language::En,
    }
}

/// Whether a word of the file is this canonical keyword.
pub(crate) fn is(word: &str, lang: Language, canon: &str) -> bool {
    match entries(lang) {
        None => word.eq_ignore_ascii_case(canon),
        // A source is led by `from`'s own word in each language, the short one too.
        Some(list) => {
            let w = fold(word);
            (canon == "from" && matches!(w.as_str(), "عن" | "לפי"))
                || list.iter().any(|(p, c)| p.len() == 1 && p[0] == w && c.len() == 1 && c[0] == canon)
        }
    }
}

/// Whether a word may not be a name: it is a keyword of some table, or a number, or one letter.
pub(crate) fn reserved(word: &str) -> bool {
    const ENGLISH: [&str; 26] = [
        "when", "within", "by", "before", "after", "until", "while", "unless", "if", "shall", "may", "from", "on", "open", "vague",
        "clause", "phase", "is", "are", "any", "all", "no", "not", "each", "the", "of",
    ];
    let low = word.to_lowercase();
    let f = fold(word);
    const NUMBERS: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    ENGLISH.contains(&low.as_str())
        || NUMBERS.contains(&low.as_str())
        || word.chars().count() < 2
        || word.chars().all(|c| terms::script::digit(c).is_some())
        || [&*ARABIC, &*HEBREW].into_iter().flatten().any(|(p, _)| p.len() == 1 && p[0] == f && f.chars().count() > 3)
}

/// Pieces of a sentence with their canonical words.
pub(crate) fn pieces(text: &str, raw: &[(Kind, Bytes)], lang: Language) -> Vec<Piece> {
    let mut out = Vec::with_capacity(raw.len());
    let Some(list) = entries(lang) else {
        for (kind, at) in raw {
            let t = &text[at.clone()];
            out.push(Piece { kind: *kind, text: t.to_owned(), low: t.to_lowercase(), span: at.clone() });
        }
        return out;
    };
    let folded: Vec<String> =
        raw.iter().map(|(k, at)| if matches!(k, Kind::Word | Kind::Number) { fold(&text[at.clone()]) } else { String::new() }).collect();
    let mut i = 0;
    while i < raw.len() {
        let hit = list
            .iter()
            .find(|(p, _)| p.len() <= raw.len() - i && raw[i].0 == Kind::Word && p.iter().enumerate().all(|(k, w)| folded[i + k] == *w));
        match hit {
            Some((p, canon)) => {
                let span = raw[i].1.start..raw[i + p.len() - 1].1.end;
                for (k, c) in canon.iter().enumerate() {
                    let words = if k == 0 { text[span.clone()].to_owned() } else { String::new() };
                    let kind = if c.chars().all(|c| c.is_ascii_digit()) { Kind::Number } else { Kind::Word };
                    let words = if kind == Kind::Number { (*c).to_owned() } else { words };
                    out.push(Piece { kind, text: words, low: (*c).to_owned(), span: span.clone() });
                }
                i += p.len();
            }
            None => {
                let t = &text[raw[i].1.clone()];
                out.push(Piece { kind: raw[i].0, text: t.to_owned(), low: t.to_lowercase(), span: raw[i].1.clone() });
                i += 1;
            }
        }
    }
    out
}

/// The words of the forms in a language, longest first and once each: what grammars of editors are made of.
#[must_use]
pub fn all(lang: Language) -> Vec<String> {
    let mut out: Vec<String> = TABLE
        .iter()
        .flat_map(|(en, ar, he)| match lang {
            Language::En => en.split('|'),
            Language::Ar => ar.split('|'),
            Language::He => he.split('|'),
        })
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    out.sort_by(|a, b| (std::cmp::Reverse(a.chars().count()), a).cmp(&(std::cmp::Reverse(b.chars().count()), b)));
    out.dedup();
    out
}

/// A canonical word in a language.
pub(crate) fn word(lang: Language, canon: &str) -> Option<String> {
    let row = TABLE.iter().find(|r| r.0 == canon);
    match lang {
        Language::En => Some(canon.to_owned()),
        Language::Ar => row.and_then(|r| r.1.split('|').next()).map(str::to_owned),
        Language::He => row.and_then(|r| r.2.split('|').next()).map(str::to_owned),
    }
}

/// Whether a piece is a word of the forms: in English by the table's words, else because the table turned it.
pub(crate) fn of_forms(low: &str, text: &str, lang: Language) -> bool {
    if lang != Language::En && (text.is_empty() || low == text.to_lowercase()) {
        return false;
    }
    static WORDS: LazyLock<std::collections::BTreeSet<&str>> = LazyLock::new(|| TABLE.iter().flat_map(|r| r.0.split(' ')).collect());
    WORDS.contains(low)
}
