//! Not begun.

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("watch.ar.ftl")), ("en", include_str!("watch.en.ftl")), ("he", include_str!("watch.he.ftl"))];
