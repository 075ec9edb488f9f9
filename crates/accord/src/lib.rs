//! Not begun.

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("accord.ar.ftl")), ("en", include_str!("accord.en.ftl")), ("he", include_str!("accord.he.ftl"))];
