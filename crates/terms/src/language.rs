//! Languages of the screen and of what people write.

use serde::{Deserialize, Serialize};

/// A language that the screens speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Arabic.
    Ar,
    /// English.
    En,
    /// Hebrew.
    He,
}

impl Language {
    /// All of them, in the order of their tags.
    pub const ALL: [Language; 3] = [Language::Ar, Language::En, Language::He];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::Ar => "ar",
            Language::En => "en",
            Language::He => "he",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|l| l.tag() == tag)
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn right_to_left(self) -> bool {
        self != Language::En
    }
}

crate::ladder! {
    /// A calendar that a person reads beside the civil one.
    Calendar, "calendar" {
        /// The Hijri calendar of Umm al-Qura.
        Hijri = "hijri",
        /// The Hebrew calendar.
        Hebrew = "hebrew",
    }
}

crate::ladder! {
    /// The digits that a person reads.
    Digits, "digits" {
        /// 0 to 9.
        Western = "western",
        /// ٠ to ٩.
        Arabic = "arabic",
    }
}

/// Words that a person wrote or said, in the language they used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Words {
    /// The language of the words.
    pub lang: Language,
    /// The words themselves, exactly as given.
    pub text: String,
}

impl Words {
    /// Words in a language.
    #[must_use]
    pub fn new(lang: Language, text: impl Into<String>) -> Self {
        Self { lang, text: text.into() }
    }
}
