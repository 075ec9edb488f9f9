//! What the tests of the stages share.

use super::layer::Layer;
use super::reading::Reading;
use super::{Options, document, mentions, numbers, segments, times};
use jiff::civil::date;

/// The day on which the test reports are written: a Friday.
pub(super) fn options() -> Options {
    Options { date: Some(date(2027, 3, 12)), ..Options::default() }
}

/// A layer up to the mentions, read on Friday 12 March 2027.
pub(super) fn layer(text: &str) -> Layer {
    let mut layer = document::open(text.as_bytes(), &options()).expect("a text");
    segments::cut(&mut layer);
    document::header(&mut layer, &options());
    numbers::find(&mut layer);
    times::find(&mut layer);
    mentions::find(&mut layer, &options());
    layer
}

/// A whole reading of the same day.
pub(super) fn reading(text: &str) -> Reading {
    super::read(text.as_bytes(), &options()).expect("a text")
}

/// A layer up to the header, without a date given.
pub(super) fn undated(text: &str) -> Layer {
    let mut layer = document::open(text.as_bytes(), &Options::default()).expect("a text");
    segments::cut(&mut layer);
    document::header(&mut layer, &Options::default());
    layer
}
