//! Which known column a heading names, in Arabic, Hebrew and English.

use serde::{Deserialize, Serialize};

/// The columns that are understood; the others are kept and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The list's own number of the entry.
    Id,
    /// The name, in whatever script.
    Name,
    /// The name in Arabic letters.
    NameAr,
    /// The name in Hebrew letters.
    NameHe,
    /// The name in Latin letters.
    NameEn,
    /// The father's name.
    Father,
    /// The birth date.
    Born,
    /// The sex.
    Sex,
    /// Where from.
    Place,
    /// The nationality.
    Nationality,
    /// The category, as the agreement defines them.
    Category,
    /// What is said of the person: alive, dead, missing.
    Status,
    /// Where the entry comes from.
    Source,
    /// A document's number.
    Document,
}

impl Column {
    /// All of them in the order in which they are shown.
    pub const ALL: [Column; 14] = [
        Column::Id,
        Column::Name,
        Column::NameAr,
        Column::NameHe,
        Column::NameEn,
        Column::Father,
        Column::Born,
        Column::Sex,
        Column::Place,
        Column::Nationality,
        Column::Category,
        Column::Status,
        Column::Source,
        Column::Document,
    ];

    /// The tag, as headings of our own files write it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Column::Id => "id",
            Column::Name => "name",
            Column::NameAr => "name_ar",
            Column::NameHe => "name_he",
            Column::NameEn => "name_en",
            Column::Father => "father",
            Column::Born => "born",
            Column::Sex => "sex",
            Column::Place => "place",
            Column::Nationality => "nationality",
            Column::Category => "category",
            Column::Status => "status",
            Column::Source => "source",
            Column::Document => "document",
        }
    }

    /// Whether it holds a name.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Column::Name | Column::NameAr | Column::NameHe | Column::NameEn)
    }

    /// The column that a heading names.
    #[must_use]
    pub fn named(heading: &str) -> Option<Column> {
        let folded = plain(heading);
        if folded.is_empty() {
            return None;
        }
        Column::ALL.into_iter().find(|c| plain(c.tag()) == folded || c.words().iter().any(|w| plain(w) == folded))
    }

    const fn words(self) -> &'static [&'static str] {
        match self {
            Column::Id => &[
                "number",
                "no",
                "nr",
                "#",
                "serial",
                "ref",
                "رقم",
                "الرقم",
                "م",
                "الرقم المتسلسل",
                "مسلسل",
                "מספר",
                "מס",
                "מס'",
                "מספר סידורי",
            ],
            Column::Name => &["full name", "fullname", "الاسم", "اسم", "الاسم الكامل", "الاسم الرباعي", "שם", "שם מלא"],
            Column::NameAr => &["arabic name", "name arabic", "name in arabic", "الاسم بالعربية", "الاسم العربي", "שם בערבית"],
            Column::NameHe => &["hebrew name", "name hebrew", "name in hebrew", "الاسم بالعبرية", "שם בעברית"],
            Column::NameEn => &[
                "english name",
                "name english",
                "name in english",
                "latin name",
                "الاسم بالانجليزية",
                "الاسم بالإنجليزية",
                "שם באנגלית",
                "שם לועזי",
            ],
            Column::Father => &["father name", "father's name", "name of father", "اسم الاب", "الأب", "שם האב", "שם אב"],
            Column::Born => &[
                "date of birth",
                "birth date",
                "birthdate",
                "dob",
                "birthday",
                "year of birth",
                "تاريخ الميلاد",
                "الميلاد",
                "سنة الميلاد",
                "مواليد",
                "תאריך לידה",
                "ת לידה",
                "שנת לידה",
            ],
            Column::Sex => &["gender", "الجنس", "النوع", "מין", "מגדר"],
            Column::Place => &[
                "place of origin",
                "residence",
                "city",
                "town",
                "address",
                "المكان",
                "مكان السكن",
                "البلدة",
                "المدينة",
                "العنوان",
                "السكن",
                "מקום",
                "מקום מגורים",
                "יישוב",
                "עיר",
                "כתובת",
            ],
            Column::Nationality => &["citizenship", "الجنسية", "אזרחות", "לאום"],
            Column::Category => &["class", "group", "الفئة", "التصنيف", "קטגוריה", "סוג", "קבוצה"],
            Column::Status => &["state", "condition", "الحالة", "الوضع", "מצב", "סטטוס"],
            Column::Source => &["origin of entry", "المصدر", "מקור"],
            Column::Document => &[
                "id number",
                "identity number",
                "passport",
                "document number",
                "رقم الهوية",
                "الهوية",
                "رقم الجواز",
                "תעודת זהות",
                "ת.ז.",
                "מספר זהות",
                "דרכון",
            ],
        }
    }
}

/// A heading without case, marks and spaces.
fn plain(text: &str) -> String {
    terms::script::fold(text).chars().filter(|c| c.is_alphanumeric() || *c == '#').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn headings_in_three_languages_name_the_same_columns() {
        for (heading, column) in [
            ("Name", Column::Name),
            (" FULL NAME ", Column::Name),
            ("الإسم", Column::Name),
            ("שם", Column::Name),
            ("name_ar", Column::NameAr),
            ("Date of Birth", Column::Born),
            ("تاريخ الميلاد", Column::Born),
            ("תאריך לידה:", Column::Born),
            ("ת\"ז", Column::Document),
            ("\u{200f}الجنس", Column::Sex),
        ] {
            assert_eq!(Column::named(heading), Some(column), "{heading}");
        }
        assert_eq!(Column::named("remarks"), None);
        assert_eq!(Column::named(""), None);
    }

    #[test]
    fn no_heading_names_two_columns() {
        let mut seen: BTreeMap<String, Column> = BTreeMap::new();
        for c in Column::ALL {
            for w in c.words().iter().chain(std::iter::once(&c.tag())) {
                assert!(seen.insert(plain(w), c).is_none_or(|before| before == c), "{w}");
            }
        }
    }
}
