//! Figures and what was found in them, as sentences.

use super::change::{Change, Found};
use super::compare::{Apart, Pair, Why, Within};
use super::figure::Figure;
use super::group::Series;
use super::kind::Kind;
use super::window::Window;
use terms::phrase::Phrase;

/// A window on its own.
#[must_use]
pub fn window(w: Window) -> Phrase {
    match w {
        Window::Before { hours, at } => Phrase::new("watch-window-before").number("hours", i64::from(hours)).name("date", at.to_string()),
        Window::Day(d) => Phrase::new("watch-window-day").name("date", d.to_string()),
        Window::Between { from, to } => Phrase::new("watch-window-between").name("from", from.to_string()).name("to", to.to_string()),
        Window::Since { from, at } => Phrase::new("watch-window-since").name("from", from.to_string()).name("date", at.to_string()),
        Window::Whole { at } => Phrase::new("watch-window-whole").name("date", at.to_string()),
        Window::AsOf(d) => Phrase::new("watch-window-as-of").name("date", d.to_string()),
        Window::Unstated { at } => Phrase::new("watch-window-unstated").name("date", at.to_string()),
    }
}

/// A figure with its window, without its source.
#[must_use]
pub fn figure(f: &Figure) -> Phrase {
    let said = match f.window {
        Window::Before { hours, at } => Phrase::new("watch-figure-before").number("hours", i64::from(hours)).name("date", at.to_string()),
        Window::Day(d) => Phrase::new("watch-figure-day").name("date", d.to_string()),
        Window::Between { from, to } => Phrase::new("watch-figure-between").name("from", from.to_string()).name("to", to.to_string()),
        Window::Since { from, at } => Phrase::new("watch-figure-since").name("from", from.to_string()).name("date", at.to_string()),
        Window::Whole { at } => Phrase::new("watch-figure-whole").name("date", at.to_string()),
        Window::AsOf(d) => Phrase::new("watch-figure-as-of").name("date", d.to_string()),
        Window::Unstated { at } => Phrase::new("watch-figure-unstated").name("date", at.to_string()),
    };
    let what = if f.about.subset.is_empty() { f.about.counted.clone() } else { [&f.about.counted, ": ", &f.about.subset].concat() };
    said.name("amount", f.amount.to_string()).name("counted", what).key("kind", f.kind.key())
}

/// What was found between two totals.
#[must_use]
pub fn found(figures: &[Figure], f: &Found) -> Phrase {
    let said = |i: usize| figures[i].amount.to_string();
    match f {
        Found::OwnDiffers { by } => Phrase::new("watch-found-own-differs").number("by", *by),
        Found::PartsDiffer { date, own, parts } => {
            Phrase::new("watch-found-parts-differ").name("date", date.to_string()).number("own", *own).number("parts", *parts)
        }
        Found::Gap { rest } => Phrase::new("watch-found-gap").number("rest", *rest),
        Found::Fell { by } => Phrase::new("watch-found-fell").number("by", *by),
        Found::NotNew { n } => Phrase::new("watch-found-not-new").number("n", *n),
        Found::TwoValues { first, second } => {
            Phrase::new("watch-found-two-values").name("first", said(*first)).name("second", said(*second))
        }
        Found::Ranges => Phrase::new("watch-found-ranges"),
    }
}

/// The rise itself, and one phrase for each part of it.
#[must_use]
pub fn change(figures: &[Figure], c: &Change) -> Vec<Phrase> {
    let (a, b) = (&figures[c.from], &figures[c.to]);
    let dates = |p: Phrase| p.name("from", a.window.last().to_string()).name("to", b.window.last().to_string());
    let mut out = vec![match c.rise {
        Some(n) => dates(Phrase::new("watch-rise").number("n", n)),
        None => dates(Phrase::new("watch-rise-range")).name("first", a.amount.to_string()).name("second", b.amount.to_string()),
    }];
    for kind in Kind::PARTS {
        if let Some(n) = c.parts.get(&kind) {
            out.push(Phrase::new("watch-rise-part").number("n", *n).key("kind", kind.key()));
        }
    }
    if let Some(n) = c.not_broken_down()
        && n != 0
    {
        out.push(Phrase::new("watch-rise-rest").number("n", n));
    }
    out
}

/// A part and its whole.
#[must_use]
pub fn within(w: &Within) -> Phrase {
    if w.greater { Phrase::new("watch-within-greater") } else { Phrase::new("watch-within") }
}

/// One window, two sources.
#[must_use]
pub fn pair(p: &Pair) -> Phrase {
    match p.by {
        Some(0) => Phrase::new("watch-pair-same"),
        Some(n) => Phrase::new("watch-pair-differ").number("by", n.saturating_abs()),
        None if p.meets => Phrase::new("watch-pair-meet"),
        None => Phrase::new("watch-pair-apart"),
    }
}

/// That two sources give one number.
#[must_use]
pub fn matched() -> Phrase {
    Phrase::new("watch-match")
}

/// Why a figure and another source's series cannot be compared.
#[must_use]
pub fn apart(a: &Apart, series: &[Series]) -> Phrase {
    let phrase = match a.why {
        Why::OtherWindow => Phrase::new("watch-apart-other-window"),
        Why::NoSuchTime => Phrase::new("watch-apart-no-such-time"),
        Why::WindowNotStated => Phrase::new("watch-apart-window-not-stated"),
        Why::OtherKind => Phrase::new("watch-apart-other-kind"),
    };
    phrase.name("source", source(a, series))
}

/// What leads over to the other source's numbers.
#[must_use]
pub fn beside(a: &Apart, series: &[Series]) -> Phrase {
    Phrase::new("watch-beside").name("source", source(a, series))
}

fn source(a: &Apart, series: &[Series]) -> String {
    series.get(a.series).map(|s| s.about.source.clone()).unwrap_or_default()
}
