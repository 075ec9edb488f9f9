//! Exposure as a drawing: the steps downwards, one line a side that moves on with each act it has done.
//!
//! The lines meet where both have given alike; the hatching between them is how far one is ahead.

use super::canvas::{Canvas, Fill, GUIDE, Hold, INK, LINE, PLAIN, Pen, SMALL, STOP, STRONG, Type, wide};
use super::{isolated, names, own};
use accord::draw::{Exposure, Move};

const LABEL: f64 = 450.0;
const AXIS: f64 = 420.0;
const NOTE: f64 = 190.0;
const ROW: f64 = 28.0;

/// Each side by a dash and a sign of its own.
pub(super) const DASHES: [&str; 4] = ["", "7 3", "2 3", "9 3 2 3"];

fn float(n: i64) -> f64 {
    i32::try_from(n).map_or(f64::from(i32::MAX), f64::from)
}

fn row(k: usize, top: f64) -> f64 {
    top + float(i64::try_from(k).unwrap_or(0)) * ROW + ROW / 2.0
}

pub(super) fn print(c: &mut Canvas<'_>, e: &Exposure) {
    let top = 58.0;
    c.width = LABEL + AXIS + NOTE;
    let stuck = !e.stuck.is_empty();
    c.height = row(e.moves.len(), top) + if stuck { 34.0 } else { 12.0 };
    let most = e.moves.iter().flat_map(|m| m.given.iter().copied()).max().unwrap_or(0).max(e.parts);
    let x = |n: i64| LABEL + 12.0 + float(n) / float(most) * (AXIS - 24.0);
    for k in 0..=most / e.parts {
        let at = x(k * e.parts);
        c.line((at, top - 8.0), (at, c.height - 10.0), Pen { dash: "1 4", opacity: 0.4, ..GUIDE });
        if most / e.parts <= 12 || k % 5 == 0 {
            let words = c.speak.number(k);
            c.text(at, top - 14.0, Hold::Middle, &words, SMALL, 40.0);
        }
    }
    let words = c.t("draw-acts-given");
    c.text(LABEL + 12.0, top - 34.0, Hold::Start, &words, SMALL, AXIS);
    if e.sides.len() == 2 {
        between(c, e, top, &x);
    }
    for (k, m) in e.moves.iter().enumerate() {
        step(c, e, k, m, row(k, top));
    }
    for side in 0..e.sides.len() {
        let pen = Pen { width: 1.8, dash: DASHES[side % DASHES.len()], ..LINE };
        let mut points = vec![(x(0), top - 4.0)];
        let mut was = 0;
        for (k, m) in e.moves.iter().enumerate() {
            let y = row(k, top);
            points.push((x(was), y));
            points.push((x(m.given[side]), y));
            was = m.given[side];
        }
        let end = (x(was), row(e.moves.len(), top) - ROW / 2.0 + 4.0);
        points.push(end);
        let (first, rest) = (points[0], &points[1..]);
        c.path(&[('M', &[first]), ('L', rest)], Fill::None, Some(pen));
        for (k, m) in e.moves.iter().enumerate().filter(|(_, m)| m.by.contains(&side)) {
            sign(c, side, (x(m.given[side]), row(k, top)), m.for_good);
        }
    }
    names_of_lines(c, e, &x, top);
    peaks(c, e, &x, top);
    if stuck {
        let words = c.speak.ta("draw-left-out", &[("clauses", crate::words::Value::Text(&e.stuck.join(", ")))]);
        c.text(0.0, c.height - 8.0, Hold::Start, &words, Type { colour: STOP, faint: false, ..SMALL }, c.width);
    }
}

/// What lies between the two lines.
fn between(c: &mut Canvas<'_>, e: &Exposure, top: f64, x: &dyn Fn(i64) -> f64) {
    for (k, m) in e.moves.iter().enumerate() {
        let (a, b) = (x(m.given[0]), x(m.given[1]));
        if (a - b).abs() > 0.5 {
            c.rect((a.min(b), row(k, top)), ((a - b).abs(), ROW), 0.0, Fill::Hatch, None);
        }
    }
}

fn step(c: &mut Canvas<'_>, e: &Exposure, k: usize, m: &Move, y: f64) {
    let by: Vec<String> = m.by.iter().map(|s| e.sides[*s].clone()).collect();
    let stage = Exposure::stage_words(m).map(|l| c.say(&l));
    let said = format!("{}: {}", names(c.speak, &by), isolated(&m.act));
    c.open(&format!("{} {said}", m.clause));
    let n = c.speak.number(i64::try_from(k + 1).unwrap_or(0));
    c.text(0.0, y + 4.5, Hold::Start, &n, SMALL, 24.0);
    let number = match stage {
        Some(s) => format!("{} {s}", own(c.speak, &m.clause)),
        None => own(c.speak, &m.clause),
    };
    c.text(26.0, y + 4.5, Hold::Start, &number, STRONG, 110.0);
    let w = wide(&number, STRONG).clamp(26.0, 110.0) + 8.0;
    c.text(26.0 + w, y + 4.5, Hold::Start, &said, PLAIN, LABEL - w - 40.0);
    c.close();
}

/// A side's sign: full where the act cannot be taken back.
pub(super) fn sign(c: &mut Canvas<'_>, side: usize, at: (f64, f64), full: bool) {
    let fill = if full { Fill::Solid } else { Fill::Paper };
    let pen = Some(Pen { width: 1.6, ..LINE });
    let (x, y) = at;
    match side % 4 {
        0 => c.circle(x, y, 5.0, fill, pen),
        1 => c.rect((x - 4.6, y - 4.6), (9.2, 9.2), 0.0, fill, pen),
        2 => c.path(&[('M', &[(x, y - 6.0)]), ('L', &[(x + 6.0, y), (x, y + 6.0), (x - 6.0, y)]), ('Z', &[])], fill, pen),
        _ => c.path(&[('M', &[(x, y - 6.0)]), ('L', &[(x + 6.0, y + 5.0), (x - 6.0, y + 5.0)]), ('Z', &[])], fill, pen),
    }
}

/// Each line is named above the sheet, with its sign and how it is drawn.
fn names_of_lines(c: &mut Canvas<'_>, e: &Exposure, _x: &dyn Fn(i64) -> f64, top: f64) {
    let mut at = 0.0;
    let sides: Vec<String> = e.sides.iter().map(|s| isolated(s)).collect();
    for (side, name) in sides.iter().enumerate() {
        let w = wide(name, STRONG).min(150.0);
        if at + w + 50.0 > LABEL + AXIS {
            break;
        }
        c.line((at, 14.0), (at + 30.0, 14.0), Pen { width: 1.8, dash: DASHES[side % DASHES.len()], ..LINE });
        sign(c, side, (at + 15.0, 14.0), false);
        c.text(at + 38.0, 18.5, Hold::Start, name, STRONG, 150.0);
        at += w + 58.0;
    }
    let words = c.t("draw-full-sign");
    c.text(0.0, top - 14.0, Hold::Start, &words, SMALL, LABEL - 20.0);
}

/// Where each side is furthest ahead.
fn peaks(c: &mut Canvas<'_>, e: &Exposure, x: &dyn Fn(i64) -> f64, top: f64) {
    for (side, peak) in e.peaks().into_iter().enumerate() {
        let Some((k, n)) = peak else { continue };
        let m = &e.moves[k];
        let y = row(k, top) + ROW / 2.0;
        let (a, b) = (x(m.given[side]), x(m.received[side].min(m.given[side])));
        let pen = Pen { colour: STOP, width: 1.6, dash: "", opacity: 1.0 };
        c.line((b, y), (a, y), pen);
        c.line((a, y - 4.0), (a, y + 4.0), pen);
        c.line((b, y - 4.0), (b, y + 4.0), pen);
        let acts = e.acts(n);
        let words =
            c.speak.ta("draw-ahead", &[("who", crate::words::Value::Text(&e.sides[side])), ("acts", crate::words::Value::Text(&acts))]);
        c.text(LABEL + AXIS + 12.0, y + 4.0, Hold::Start, &words, Type { colour: STOP, ..PLAIN }, NOTE - 14.0);
        c.line((a + 3.0, y), (LABEL + AXIS + 8.0, y), Pen { colour: INK, dash: "1 3", opacity: 0.5, ..GUIDE });
    }
}
