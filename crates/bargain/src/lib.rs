//! Not begun.

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("bargain.ar.ftl")), ("en", include_str!("bargain.en.ftl")), ("he", include_str!("bargain.he.ftl"))];
