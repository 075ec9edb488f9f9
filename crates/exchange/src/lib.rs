//! Not begun.

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("exchange.ar.ftl")), ("en", include_str!("exchange.en.ftl")), ("he", include_str!("exchange.he.ftl"))];
