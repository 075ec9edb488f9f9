//! The timeline as a drawing: clauses below each other, time along the line, phases as bands.
//!
//! Where a text has hours and months together, the distances between its moments are shortened (by
//! the logarithm), since a true scale would show one of the two only; the axis says so.

use super::canvas::{ACCENT, Canvas, Fill, GUIDE, Hold, LINE, PLAIN, Pen, SMALL, STOP, STRONG, Type, wide};
use super::{isolated, names, own};
use accord::draw::{Band, Line, LineKind, Timeline};
use std::collections::BTreeSet;

const LABEL: f64 = 400.0;
const AXIS: f64 = 520.0;
const TAIL: f64 = 46.0;
const NOTE: f64 = 190.0;
const ROW: f64 = 27.0;

/// Where each moment of the axis lies.
struct Scale {
    points: Vec<(i64, f64)>,
    shortened: bool,
}

impl Scale {
    fn new(t: &Timeline) -> Self {
        let mut at: BTreeSet<i64> = BTreeSet::from([0]);
        for l in &t.lines {
            at.extend([l.from, l.done, l.by].into_iter().flatten());
        }
        for p in &t.phases {
            at.extend([p.from, p.to].into_iter().flatten());
        }
        at.extend(t.marks.iter().map(|m| m.at));
        let at: Vec<i64> = at.into_iter().collect();
        let total = float(at[at.len() - 1] - at[0]);
        let gaps: Vec<f64> = at.windows(2).map(|w| float(w[1] - w[0])).collect();
        let shortened = gaps.iter().any(|g| *g < total * 0.05) && gaps.len() > 1;
        let weight = |g: f64| if shortened { 0.7 + (1.0 + g / 60.0).ln() } else { g };
        let sum: f64 = gaps.iter().map(|g| weight(*g)).sum();
        let mut points = vec![(at[0], 0.0)];
        let mut x = 0.0;
        for (k, g) in gaps.iter().enumerate() {
            x += weight(*g);
            points.push((at[k + 1], x / sum * AXIS));
        }
        Self { points, shortened }
    }

    fn x(&self, minute: i64) -> f64 {
        let k = self.points.partition_point(|p| p.0 < minute).min(self.points.len() - 1);
        LABEL + self.points[k].1
    }
}

fn float(n: i64) -> f64 {
    // A drawing's coordinate: nothing is compared by it.
    i32::try_from(n).map_or(f64::from(i32::MAX), f64::from)
}

pub(super) fn print(c: &mut Canvas<'_>, t: &Timeline) {
    let scale = Scale::new(t);
    let top = 62.0;
    // Rows: each phase's own, then its clauses; clauses outside all phases stand where the text has them.
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut phase = None;
    for (k, l) in t.lines.iter().enumerate() {
        if l.phase != phase || k == 0 {
            phase = l.phase;
            if let Some(band) = t.phases.iter().find(|b| b.n == l.phase && l.phase.is_some()) {
                rows.push(Row::Phase(band));
            }
        }
        rows.push(Row::Line(k, l));
    }
    c.width = LABEL + AXIS + TAIL + NOTE;
    c.height = top + float(i64::try_from(rows.len()).unwrap_or(0)) * ROW + 14.0;
    axis(c, t, &scale, top);
    let y_of = |row: usize| top + float(i64::try_from(row).unwrap_or(0)) * ROW + ROW / 2.0;
    let place: Vec<(usize, usize)> =
        rows.iter().enumerate().filter_map(|(r, x)| if let Row::Line(k, _) = x { Some((*k, r)) } else { None }).collect();
    let row_of = |line: usize| place.iter().find(|p| p.0 == line).map(|p| y_of(p.1));
    for (a, b) in &t.before {
        if let (Some(ya), Some(yb)) = (row_of(*a), row_of(*b)) {
            precedes(c, &t.lines[*a], &t.lines[*b], ya, yb, &scale);
        }
    }
    for (r, row) in rows.iter().enumerate() {
        match row {
            Row::Phase(b) => band(c, b, y_of(r), &scale),
            Row::Line(_, l) => line(c, t, l, y_of(r), &scale),
        }
    }
}

enum Row<'a> {
    Phase(&'a Band),
    Line(usize, &'a Line),
}

fn axis(c: &mut Canvas<'_>, t: &Timeline, scale: &Scale, top: f64) {
    let end = LABEL + AXIS;
    c.line((LABEL, top - 14.0), (end + TAIL, top - 14.0), Pen { opacity: 0.6, ..LINE });
    let mut free = f64::MIN;
    for (minute, _) in &scale.points {
        let x = scale.x(*minute);
        c.line((x, top - 18.0), (x, c.height - 10.0), Pen { dash: "1 4", opacity: 0.4, ..GUIDE });
        let words = c.say(&t.moment(*minute));
        let w = wide(&words, SMALL);
        let named = t.marks.iter().any(|m| m.at == *minute && c.say(&m.label) == words);
        if !named && x - w / 2.0 > free && (x + w / 2.0 < end + TAIL + 10.0) {
            c.text(x, top - 24.0, Hold::Middle, &words, SMALL, 150.0);
            free = x + w / 2.0 + 8.0;
        }
    }
    let mut free = f64::MIN;
    for m in &t.marks {
        let x = scale.x(m.at);
        let words = c.say(&m.label);
        c.circle(x, top - 14.0, 3.5, Fill::Solid, None);
        let w = wide(&words, STRONG);
        if x - w / 2.0 > free {
            c.text(x, top - 42.0, Hold::Middle, &words, STRONG, 170.0);
            free = x + w / 2.0 + 8.0;
        }
    }
    if scale.shortened {
        let words = c.t("draw-shortened");
        c.text(0.0, top - 24.0, Hold::Start, &words, SMALL, LABEL - 60.0);
    }
    let words = c.t("accord-draw-slack");
    c.text(end + TAIL + 10.0, top - 24.0, Hold::Start, &words, SMALL, NOTE - 14.0);
}

fn band(c: &mut Canvas<'_>, b: &Band, y: f64, scale: &Scale) {
    let number = b.n.map_or_else(String::new, |n| c.speak.ta("draw-phase", &[("n", crate::words::Value::Number(i64::from(n)))]));
    let words = if b.title.is_empty() { number } else { format!("{number} · {}", isolated(&b.title)) };
    let end = LABEL + AXIS;
    c.line((0.0, y - ROW / 2.0 + 1.0), (c.width, y - ROW / 2.0 + 1.0), GUIDE);
    c.text(0.0, y + 4.5, Hold::Start, &words, STRONG, LABEL - 16.0);
    let Some(from) = b.from else {
        if b.stuck {
            let words = c.t("accord-draw-stuck");
            c.text(end + TAIL + 10.0, y + 4.5, Hold::Start, &words, Type { colour: STOP, faint: false, ..SMALL }, NOTE - 12.0);
        }
        return;
    };
    let x = scale.x(from);
    let to = b.to.map_or(end + TAIL, |m| scale.x(m));
    c.rect((x, y - 4.0), ((to - x).max(2.0), 8.0), 0.0, Fill::Tint, None);
    c.line((x, y - 6.0), (x, y + 6.0), LINE);
    if b.to.is_some() {
        c.line((to, y - 6.0), (to, y + 6.0), LINE);
    }
}

fn line(c: &mut Canvas<'_>, t: &Timeline, l: &Line, y: f64, scale: &Scale) {
    let end = LABEL + AXIS;
    let who = if l.kind == LineKind::Nature { String::new() } else { names(c.speak, &l.who) };
    let said = match (l.kind, l.act.is_empty()) {
        (LineKind::Nature, _) | (_, true) => who.clone(),
        _ => format!("{who}: {}", isolated(&l.act)),
    };
    c.open(&format!("{} {said}", l.clause));
    let number = own(c.speak, &l.clause);
    let room = wide(&number, STRONG).clamp(34.0, 120.0) + 8.0;
    c.text(14.0, y + 4.5, Hold::Start, &number, Type { colour: if l.stuck || l.clash { STOP } else { STRONG.colour }, ..STRONG }, 150.0);
    c.text(14.0 + room, y + 4.5, Hold::Start, &said, PLAIN, LABEL - room - 34.0);
    let mut note = match l.kind {
        LineKind::Act => l.slack_words().map_or_else(String::new, |s| c.say(&s)),
        LineKind::Keep => c.t("draw-kept"),
        LineKind::Ban => c.t("draw-ban"),
        LineKind::May => c.t("draw-may"),
        LineKind::Nature => c.t("draw-takes"),
    };
    if l.open {
        note = c.t("draw-not-agreed");
    } else if let Some(time) = l.within_words() {
        let time = c.say(&time);
        note = c.speak.ta("draw-within", &[("time", crate::words::Value::Text(&time))]);
    } else if l.kind == LineKind::Act && l.by.is_none() && !l.stuck {
        note = c.t("accord-draw-no-deadline");
    }
    if l.clash {
        note = c.t("accord-draw-clash");
    }
    if l.stuck {
        note = c.t("accord-draw-stuck");
    }
    let grave = l.stuck || l.clash;
    c.text(
        end + TAIL + 10.0,
        y + 4.5,
        Hold::Start,
        &note,
        Type { colour: if grave { STOP } else { SMALL.colour }, faint: !grave, ..SMALL },
        NOTE - 12.0,
    );
    if let Some(from) = l.from {
        bar(c, t, l, from, y, scale);
    } else if l.stuck {
        c.line((LABEL, y), (end + TAIL, y), Pen { colour: STOP, dash: "2 5", width: 1.4, opacity: 0.8 });
    }
    c.close();
}

fn bar(c: &mut Canvas<'_>, t: &Timeline, l: &Line, from: i64, y: f64, scale: &Scale) {
    let end = LABEL + AXIS;
    let x = scale.x(from);
    let to = l.by.map_or(end + TAIL - 8.0, |m| scale.x(m));
    let w = (to - x).max(3.0);
    let pen = if l.clash { Pen { colour: STOP, width: 1.8, ..LINE } } else { LINE };
    let (fill, pen) = match l.kind {
        LineKind::Act => (Fill::Paper, pen),
        LineKind::Keep => (Fill::Hatch, pen),
        LineKind::Ban => (Fill::Hatch, Pen { dash: "1 3", ..pen }),
        LineKind::May => (Fill::None, Pen { dash: "5 3", ..pen }),
        LineKind::Nature => (Fill::Dots, pen),
    };
    if l.by.is_some() {
        c.rect((x, y - 6.5), (w, 13.0), 1.5, fill, Some(pen));
    } else {
        // Without an end: open on that side.
        c.rect((x, y - 6.5), (w, 13.0), 0.0, fill, None);
        c.path(
            &[('M', &[(to, y - 6.5)]), ('L', &[(x, y - 6.5)]), ('L', &[(x, y + 6.5)]), ('L', &[(to, y + 6.5)])],
            Fill::None,
            Some(Pen { dash: "4 3", ..pen }),
        );
    }
    if let (LineKind::Act | LineKind::Nature, Some(done)) = (l.kind, l.done)
        && done > from
    {
        // Up to here it cannot be done yet.
        let d = scale.x(done);
        c.rect((x, y - 6.5), (d - x, 13.0), 1.5, Fill::Tint, None);
        c.line((d, y - 6.5), (d, y + 6.5), pen);
    }
    if let Some(by) = l.by {
        let words = c.say(&t.moment(by));
        let room = end + TAIL - to;
        if room > wide(&words, SMALL) + 10.0 {
            c.text(to + 6.0, y + 4.0, Hold::Start, &words, Type { halo: true, ..SMALL }, room);
        }
    }
}

/// An arrow from one act to the one that waits for it.
fn precedes(c: &mut Canvas<'_>, a: &Line, b: &Line, ya: f64, yb: f64, scale: &Scale) {
    let (Some(done), Some(from)) = (a.done, b.from) else { return };
    let (xa, xb) = (scale.x(done), scale.x(from).max(scale.x(done)));
    let down = if yb > ya { 1.0 } else { -1.0 };
    let pen = Pen { colour: ACCENT, width: 1.1, dash: "", opacity: 0.75 };
    let start = (xa, ya + down * 6.5);
    if xb - xa < 9.0 {
        let at = (xa, yb - down * 7.0);
        c.line(start, at, pen);
        c.head(start, at, ACCENT);
    } else {
        let at = (xb - 1.0, yb);
        c.path(&[('M', &[start]), ('L', &[(xa, yb)]), ('L', &[at])], Fill::None, Some(pen));
        c.head((xa, yb), at, ACCENT);
    }
}
