//! A drawing of figures: windows as bars on one axis of days, one band a series, and its table twin.
//!
//! Pure geometry in whole pixels; the door prints it. A report that counts the hours or the day before
//! is a column on its day, as high as its number beside the others of its band, divided by kind
//! where the parts are told. A figure that counts since a day is a bar over its window on a row of its
//! own, so that overlaps are seen and nothing is stacked that overlaps. A running total is a bar that
//! comes in from before the axis; only the latest is drawn. Heights are never compared across bands.

use super::figure::Figure;
use super::group::Series;
use super::kind::Kind;
use super::window::{Window, days_between};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// What is drawn, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The width in pixels, at least 320.
    pub width: i64,
    /// Whether days run from right to left.
    pub right_to_left: bool,
    /// The first day shown; by default the first that a window names.
    pub from: Option<Date>,
    /// The last day shown; by default the last.
    pub to: Option<Date>,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The width in pixels.
    pub width: i64,
    /// The height in pixels.
    pub height: i64,
    /// Whether days run from right to left.
    pub right_to_left: bool,
    /// The first day of the axis.
    pub from: Date,
    /// The last day of the axis.
    pub to: Date,
    /// The bands from the top.
    pub bands: Vec<Band>,
    /// The days that are named on the axis.
    pub ticks: Vec<Tick>,
    /// Where the axis is.
    pub axis_y: i64,
}

/// One series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The series' place in the list.
    pub series: usize,
    /// Where its heading's line of text stands.
    pub heading_y: i64,
    /// Where its columns stand, if it has any.
    pub base_y: Option<i64>,
    /// Its shapes.
    pub shapes: Vec<Shape>,
}

/// What a shape is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A column, or a part of one.
    Column,
    /// A bar over a window.
    Bar,
    /// A mark at a day.
    Mark,
}

/// A rectangle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it is.
    pub form: Form,
    /// The figure that it shows, by its place in the list.
    pub figure: usize,
    /// Its kind, for the fill and its pattern.
    pub kind: Kind,
    /// Left edge.
    pub x: i64,
    /// Upper edge.
    pub y: i64,
    /// Width.
    pub w: i64,
    /// Height.
    pub h: i64,
    /// Whether it comes in from before the axis.
    pub runs_in: bool,
    /// Whether it goes on after the axis.
    pub runs_out: bool,
    /// A number to be written at it: the text, its middle, its line.
    pub label: Option<(String, i64, i64)>,
}

/// A day on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub x: i64,
    /// The day.
    pub date: Date,
}

const MARGIN: i64 = 16;
const HEADING: i64 = 22;
const COLUMNS: i64 = 72;
const BAR: i64 = 18;
const ROW: i64 = 24;
const LABEL: i64 = 13;

/// The days of the axis, mapped to pixels.
struct Axis {
    from: Date,
    days: i64,
    width: i64,
    right_to_left: bool,
}

impl Axis {
    /// The edge before day `n`, from the left or the right.
    fn edge(&self, n: i64) -> i64 {
        MARGIN + (self.width - 2 * MARGIN) * n / self.days
    }

    /// A box over days `first` to `last`, both included, cut to the axis; its left edge and width.
    fn span(&self, first: i64, last: i64) -> (i64, i64) {
        let (a, b) = (self.edge(first.clamp(0, self.days)), self.edge((last + 1).clamp(0, self.days)));
        let w = (b - a).max(2);
        (if self.right_to_left { self.width - a - w } else { a }, w)
    }

    fn day(&self, date: Date) -> i64 {
        days_between(self.from, date)
    }
}

/// Draws series of figures. `None` where there is nothing to draw.
#[must_use]
pub fn chart(figures: &[Figure], series: &[Series], frame: Frame) -> Option<Chart> {
    let all = || series.iter().flat_map(|s| &s.lanes).flat_map(|l| &l.figures).map(|i| &figures[*i]);
    let last = frame.to.or_else(|| all().map(|f| f.window.last()).max())?;
    // A source that gives nothing but totals still has a day to stand on.
    let named = |f: &Figure| f.window.first().unwrap_or(f.window.last());
    let first = frame.from.or_else(|| all().map(named).min())?.min(last);
    let width = frame.width.max(320);
    let axis = Axis { from: first, days: days_between(first, last) + 1, width, right_to_left: frame.right_to_left };
    let mut y = MARGIN;
    let mut bands = Vec::new();
    for (i, s) in series.iter().enumerate() {
        let mut band = Band { series: i, heading_y: y + 14, base_y: None, shapes: Vec::new() };
        y += HEADING;
        let columns = columns(figures, s, &axis);
        if !columns.is_empty() {
            let base = y + LABEL + COLUMNS;
            stand(figures, &columns, &axis, base, &mut band.shapes);
            band.base_y = Some(base);
            y = base + 8;
        }
        let rows = bars(figures, s, &axis, y, &mut band.shapes);
        y += rows * ROW;
        if band.shapes.is_empty() {
            // Nothing of it lies in the days shown.
            y -= HEADING;
            continue;
        }
        y += 10;
        bands.push(band);
    }
    let step = (axis.days * 90 / (width - 2 * MARGIN).max(1)).max(1);
    let mut ticks = Vec::new();
    let mut date = first;
    for n in 0..axis.days {
        // Mondays where a week is wide enough for its name, else every so many days.
        let named = if (2..=7).contains(&step) { date.weekday() == Weekday::Monday } else { n % step == 0 };
        if named || axis.days == 1 {
            let (x, _) = axis.span(n, n);
            let edge = if frame.right_to_left { x + axis.span(n, n).1 } else { x };
            ticks.push(Tick { x: edge, date });
        }
        date = date.checked_add(1.days()).ok()?;
    }
    let axis_y = y + 4;
    Some(Chart { width, height: axis_y + 52, right_to_left: frame.right_to_left, from: first, to: last, bands, ticks, axis_y })
}

/// The reports of a series that are columns: for each day the own number and the parts.
fn columns(figures: &[Figure], s: &Series, axis: &Axis) -> BTreeMap<i64, Vec<usize>> {
    let mut out: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for lane in s.lanes.iter().filter(|l| l.kind.is_increment()) {
        for &i in &lane.figures {
            if let Window::Before { at, .. } | Window::Day(at) = figures[i].window {
                let n = axis.day(at);
                if (0..axis.days).contains(&n) {
                    out.entry(n).or_default().push(i);
                }
            }
        }
    }
    out
}

fn top(f: &Figure) -> i64 {
    f.amount.high.or(f.amount.low).unwrap_or(0).max(0)
}

fn stand(figures: &[Figure], columns: &BTreeMap<i64, Vec<usize>>, axis: &Axis, base: i64, out: &mut Vec<Shape>) {
    // Parts are drawn where they come to the whole; else the whole alone, and the table tells the parts.
    let drawn: BTreeMap<i64, (Vec<usize>, i64, Option<usize>)> = columns
        .iter()
        .map(|(n, at)| {
            let whole = at.iter().copied().find(|i| figures[*i].kind == Kind::Count);
            let parts: Vec<usize> = at.iter().copied().filter(|i| figures[*i].kind.is_part() && top(&figures[*i]) > 0).collect();
            let sum: i64 = parts.iter().map(|i| top(&figures[*i])).sum();
            match whole {
                Some(w) if sum == 0 || sum != top(&figures[w]) => (*n, (vec![w], top(&figures[w]), whole)),
                _ => (*n, (parts, sum, whole)),
            }
        })
        .collect();
    let most = drawn.values().map(|d| d.1).max().unwrap_or(0).max(1);
    for (n, (parts, sum, whole)) in drawn {
        let (x, w) = axis.span(n, n);
        let (x, w) = if w > 6 { (x + 1, w - 2) } else { (x, w) };
        let mut below = 0;
        let count = parts.len();
        for (k, i) in parts.into_iter().enumerate() {
            let from = COLUMNS * below / most;
            below += top(&figures[i]);
            let to = (COLUMNS * below / most).max(from + i64::from(top(&figures[i]) > 0));
            let said = whole.map_or_else(|| sum.to_string(), |w| figures[w].amount.to_string());
            let wide = i64::try_from(said.chars().count()).unwrap_or(i64::MAX).saturating_mul(7) <= w + 4;
            let label = (k + 1 == count && wide).then_some((said, x + w / 2, base - to - 3));
            let f = &figures[i];
            let (y, h) = (base - to, to - from);
            out.push(Shape { form: Form::Column, figure: i, kind: f.kind, x, y, w, h, runs_in: false, runs_out: false, label });
        }
    }
}

/// Bars over windows, each on the first row that is free; how many rows they take.
fn bars(figures: &[Figure], s: &Series, axis: &Axis, y: i64, out: &mut Vec<Shape>) -> i64 {
    let mut rows: Vec<i64> = Vec::new();
    for lane in &s.lanes {
        let at: &[usize] = match lane.kind {
            // The earlier ones lie inside the latest that is shown.
            Kind::Total => {
                let shown = lane.figures.partition_point(|i| axis.day(figures[*i].window.last()) < axis.days);
                &lane.figures[shown.saturating_sub(1)..shown]
            }
            _ => &lane.figures,
        };
        for &i in at {
            let f = &figures[i];
            let (first, form) = match f.window {
                Window::Before { .. } | Window::Day(_) => continue,
                Window::AsOf(d) | Window::Unstated { at: d } => (axis.day(d), Form::Mark),
                w => (w.first().map_or(-1, |d| axis.day(d)), Form::Bar),
            };
            let last = axis.day(f.window.last());
            if last < 0 || first >= axis.days {
                continue;
            }
            let (x, w) = axis.span(first, last);
            let (x, w) = if form == Form::Mark { (x + w / 2 - 4, 8) } else { (x, w) };
            let said = f.amount.to_string();
            // A label that is wider than its bar stands behind it.
            let text = i64::try_from(said.chars().count()).unwrap_or(0) * 8 + 8;
            let (lo, hi) = if text <= w {
                (x, x + w)
            } else if x + w + text <= axis.width {
                (x, x + w + text)
            } else {
                (x - text, x + w)
            };
            let middle = if text <= w {
                x + w / 2
            } else if hi > x + w {
                x + w + text / 2
            } else {
                x - text / 2
            };
            let (start, end) = if axis.right_to_left { (axis.width - hi, axis.width - lo) } else { (lo, hi) };
            let row = rows.iter().position(|e| *e <= start).unwrap_or_else(|| {
                rows.push(0);
                rows.len() - 1
            });
            rows[row] = end + 4;
            let y = y + i64::try_from(row).unwrap_or(0) * ROW;
            out.push(Shape {
                form,
                figure: i,
                kind: f.kind,
                x,
                y,
                w,
                h: BAR,
                runs_in: first < 0,
                runs_out: last >= axis.days,
                label: Some((said, middle, y + 13)),
            });
        }
    }
    i64::try_from(rows.len()).unwrap_or(0)
}
