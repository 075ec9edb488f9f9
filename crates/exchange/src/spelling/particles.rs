//! Words inside names that are not names: articles, "servant of", "father of", "son of", titles.

use super::letters::Script;

/// What a word of a name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name.
    Plain,
    /// "al-", "el-", "א-": belongs to the next word.
    Article,
    /// The same, but only when a hyphen ties it to the next word.
    TiedArticle,
    /// "Abd": makes one name with what follows.
    Abd,
    /// "Abu": makes one name with what follows.
    Abu,
    /// "Umm": makes one name with what follows.
    Umm,
    /// "bin", "ibn", "בן": links two names and is often left out.
    Son,
    /// "al-Din": makes one name with what precedes.
    Din,
    /// "Allah": makes one name with what precedes.
    Allah,
    /// A title.
    Honorific,
}

/// The kind of a folded word (letters as [`super::letters::shown`] writes them).
pub(crate) fn kind(script: Script, word: &str) -> Kind {
    match script {
        Script::Arabic => match word {
            "عبد" => Kind::Abd,
            "ابو" | "ابي" | "ابا" => Kind::Abu,
            "ام" => Kind::Umm,
            "بن" | "ابن" | "بنت" | "ولد" => Kind::Son,
            "ال" => Kind::Article,
            "الدين" | "دين" | "الدينه" => Kind::Din,
            "الله" => Kind::Allah,
            "الدكتور" | "دكتور" | "الدكتورة" | "د" | "الشيخ" | "شيخ" | "ملا" | "مولوي" | "حاجي" | "قاري" | "الحاج" | "المهندس"
            | "الاستاذ" => Kind::Honorific,
            _ => Kind::Plain,
        },
        Script::Hebrew => match word {
            "עבד" | "עבדול" | "עבדאל" | "עבדל" => Kind::Abd,
            "אבו" => Kind::Abu,
            "אומ" | "אמ" => Kind::Umm,
            "בנ" | "אבנ" | "בת" => Kind::Son,
            "אל" | "אאל" => Kind::Article,
            "א" | "אד" | "אס" | "אש" | "אר" | "אז" | "אט" | "את" | "אצ" => Kind::TiedArticle,
            "אלדינ" | "דינ" | "אדינ" => Kind::Din,
            "אללה" => Kind::Allah,
            "דר" | "הרב" | "רב" | "שיח'" | "פרופ" | "מר" | "גב" | "עוד" => Kind::Honorific,
            _ => Kind::Plain,
        },
        Script::Latin => match word {
            "abd" | "abdul" | "abdel" | "abdal" | "abdoul" | "abdur" | "abdus" | "abdol" => Kind::Abd,
            "abu" | "abou" | "abo" | "aboo" | "abi" => Kind::Abu,
            "umm" | "oum" | "um" => Kind::Umm,
            "bin" | "ibn" | "ben" | "bint" | "ould" | "bat" => Kind::Son,
            "al" | "el" | "ul" => Kind::Article,
            "as" | "ash" | "ad" | "ar" | "az" | "at" | "an" | "ur" | "ud" | "us" | "uz" | "es" | "ed" | "ez" => Kind::TiedArticle,
            "din" | "deen" | "dine" | "aldin" | "aldeen" | "eddine" | "eddin" | "uddin" | "addin" | "udin" => Kind::Din,
            "allah" | "ullah" | "lah" | "ollah" => Kind::Allah,
            "dr" | "mr" | "mrs" | "ms" | "sheikh" | "shaykh" | "mullah" | "maulavi" | "mawlawi" | "haji" | "hajji" | "qari" | "ustad"
            | "prof" | "sir" | "alhaj" | "na" | "jr" | "hon" => Kind::Honorific,
            _ => Kind::Plain,
        },
    }
}

/// How many letters of a folded word may be a glued article: 0 or 2.
pub(crate) fn glued_article(script: Script, letters: &[u8]) -> usize {
    let article: &[(u8, u8)] = match script {
        Script::Arabic => &[(1, 23)],
        Script::Hebrew => &[(1, 12)],
        Script::Latin => &[(1, 12), (5, 12)],
    };
    usize::from(letters.len() >= 5 && article.contains(&(letters[0], letters[1]))) * 2
}
