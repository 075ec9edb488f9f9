//! What figures can be set beside one another, and what cannot, with the reason.
//!
//! Inside one series: which windows lie in which, and a part that is greater than its whole. Between
//! two sources: the same total given by both, the same window counted by both, or why neither
//! confirms nor contradicts the other. Nothing is summed across sources.

use super::change::{Change, rise};
use super::figure::Figure;
use super::group::{Lane, Series};
use super::kind::Kind;
use super::window::{Class, Lie, Window, days_between};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Two figures of one source, one of whose windows lies in the other's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// The part.
    pub part: usize,
    /// The whole that it lies in, of which it is part and to which it is never added.
    pub whole: usize,
    /// Whether the part is surely greater than the whole: a contradiction in the source's own numbers.
    pub greater: bool,
}

/// One number in two sources: what one gives as its total is the other's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// A figure.
    pub figure: usize,
    /// The figure of the other source, the nearest in date.
    pub other: usize,
    /// Days from the one report to the other.
    pub days: i64,
}

/// Two figures of two sources for the same window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// A figure.
    pub figure: usize,
    /// The other source's.
    pub other: usize,
    /// The first less the second; `None` where one is a range.
    pub by: Option<i64>,
    /// Whether both can be one number.
    pub meets: bool,
}

/// A lane of one source beside another source: they cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The lane's latest figure.
    pub figure: usize,
    /// The place of the other series in the list of series.
    pub series: usize,
    /// Why.
    pub why: Why,
    /// The other source's figures of that kind whose windows touch it, at most three.
    pub touching: Vec<usize>,
    /// What the other source's total did between its reports of the window's first and last day.
    pub beside: Option<Change>,
}

/// Why two cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The windows touch and are not the same.
    OtherWindow,
    /// The windows do not touch.
    NoSuchTime,
    /// One of the windows is not stated.
    WindowNotStated,
    /// The other source has no count of this kind.
    OtherKind,
}

impl Why {
    /// The word in JSON and tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Why::OtherWindow => "other-window",
            Why::NoSuchTime => "no-such-time",
            Why::WindowNotStated => "window-not-stated",
            Why::OtherKind => "other-kind",
        }
    }
}

/// Everything that was compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Windows that lie in windows, one example for two lanes and every contradiction.
    pub within: Vec<Within>,
    /// Totals of two sources that are one number.
    pub matches: Vec<Match>,
    /// Figures of two sources for one window.
    pub pairs: Vec<Pair>,
    /// What cannot be compared.
    pub apart: Vec<Apart>,
}

/// How far two reports of one total may lie apart in days to be taken for one.
const NEAR: i64 = 3;

/// Compares all series with one another and each in itself.
#[must_use]
pub fn compare(figures: &[Figure], series: &[Series]) -> Compared {
    let mut out = Compared::default();
    for s in series {
        inside(figures, s, &mut out.within);
    }
    for (i, a) in series.iter().enumerate() {
        for (j, b) in series.iter().enumerate().skip(i + 1) {
            let (x, y) = (&a.about, &b.about);
            let places = x.place == y.place || x.place.is_empty() || y.place.is_empty();
            if x.source == y.source || x.counted != y.counted || x.subset != y.subset || !places {
                continue;
            }
            // The source that gives less is held against the one that keeps count.
            if (b.totals().len(), b.len()) < (a.totals().len(), a.len()) {
                beside(figures, b, a, i, &mut out)
            } else {
                beside(figures, a, b, j, &mut out)
            }
        }
    }
    out
}

fn inside(figures: &[Figure], s: &Series, out: &mut Vec<Within>) {
    for part in s.lanes.iter().filter(|l| l.kind.is_increment()) {
        for whole in &s.lanes {
            let parts_whole = whole.kind == Kind::Total || whole.kind == part.kind || whole.kind == Kind::Count;
            // Reports in a row are compared with their totals rise by rise.
            let told = whole.kind == Kind::Total && matches!(part.class, Class::Before(_)) && s.totals().len() > 1;
            let same_lane = part.kind == whole.kind && part.class == whole.class;
            if !parts_whole || told || part.class == whole.class && !same_lane {
                continue;
            }
            let mut example = None;
            for &p in &part.figures {
                for &w in whole.figures.iter().rev().filter(|w| **w != p) {
                    if figures[p].window.to(figures[w].window) != Lie::Inside {
                        continue;
                    }
                    let greater = figures[p].amount.surely_above(figures[w].amount) && part.kind != Kind::Corrected;
                    let found = Within { part: p, whole: w, greater };
                    if greater {
                        out.push(found);
                    } else {
                        example = Some(found);
                    }
                    if whole.kind == Kind::Total && !greater {
                        break;
                    }
                }
            }
            out.extend(example);
        }
    }
}

fn beside(figures: &[Figure], few: &Series, many: &Series, at: usize, out: &mut Compared) {
    let mut by_number: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for &i in many.totals() {
        if let Some(n) = figures[i].amount.named() {
            by_number.entry(n).or_default().push(i);
        }
    }
    for lane in &few.lanes {
        let mut compared = false;
        if lane.kind == Kind::Total {
            for &i in &lane.figures {
                let same = figures[i].amount.named().and_then(|n| by_number.get(&n));
                let near = |j: &usize| days_between(figures[*j].window.last(), figures[i].window.last());
                let best = same.into_iter().flatten().copied().min_by_key(|j| (near(j).abs(), *j)).filter(|j| near(j).abs() <= NEAR);
                if let Some(other) = best {
                    out.matches.push(Match { figure: i, other, days: near(&other) });
                    compared = true;
                }
            }
        }
        // A whole count and its new part are not one kind.
        let others: Vec<&Lane> = many.lanes.iter().filter(|l| l.kind == lane.kind).collect();
        let by_window: BTreeMap<Window, usize> = others.iter().flat_map(|l| &l.figures).map(|j| (figures[*j].window, *j)).collect();
        for &i in &lane.figures {
            if let Some(&other) = by_window.get(&figures[i].window)
                && !matches!(figures[i].window, Window::Unstated { .. })
            {
                if !out.matches.iter().any(|m| m.figure == i && m.other == other) {
                    let (a, b) = (figures[i].amount, figures[other].amount);
                    let by = a.value().zip(b.value()).map(|(a, b)| a - b);
                    out.pairs.push(Pair { figure: i, other, by, meets: a.meets(b) });
                }
                compared = true;
            }
        }
        if !compared && let Some(&figure) = lane.figures.last() {
            out.apart.push(apart(figures, figure, &others, many, at));
        }
    }
}

fn apart(figures: &[Figure], figure: usize, others: &[&Lane], many: &Series, series: usize) -> Apart {
    let window = figures[figure].window;
    let mut touching: Vec<usize> = Vec::new();
    let mut unknown = matches!(window, Window::Unstated { .. });
    for &j in others.iter().flat_map(|l| &l.figures) {
        match window.to(figures[j].window) {
            Lie::Unknown => unknown = true,
            Lie::Apart => {}
            Lie::Same | Lie::Inside | Lie::Around | Lie::Overlap => touching.push(j),
        }
    }
    let why = if others.is_empty() {
        Why::OtherKind
    } else if !touching.is_empty() {
        Why::OtherWindow
    } else if unknown {
        Why::WindowNotStated
    } else {
        Why::NoSuchTime
    };
    // A stretch of days lies beside the change of the other's total over it, which is another boundary.
    let beside = match window {
        Window::Since { from, at } | Window::Between { from, to: at } => rise(figures, many, from, at),
        Window::Day(d) => d.checked_sub(1.days()).ok().and_then(|before: Date| rise(figures, many, before, d)),
        _ => None,
    };
    let last = touching.len().saturating_sub(3);
    Apart { figure, series, why, touching: touching.split_off(last), beside }
}
