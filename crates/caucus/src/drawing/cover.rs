//! Cover as a drawing: a row for each duty, a column for each who answers, gaps hatched; then each place with its holders.

use super::canvas::{Canvas, Fill, GUIDE, Hold, LINE, PLAIN, Pen, SMALL, STOP, STRONG, Type, wide, wrap};
use super::{isolated, names, own};
use accord::draw::{Answer, CoverMap, Covered, PlaceHeld};

const LABEL: f64 = 390.0;
const COLUMN: f64 = 116.0;
const NOTE: f64 = 140.0;
const ROW: f64 = 28.0;
const STRIP: f64 = 78.0;

fn float(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

pub(super) fn print(c: &mut Canvas<'_>, m: &CoverMap) {
    let matrix = !m.rows.is_empty();
    let head = if matrix { 64.0 } else { 6.0 };
    c.width = if matrix { LABEL + COLUMN * float(m.columns.len()) + NOTE } else { 860.0 }.max(640.0);
    let under = head + ROW * float(m.rows.len());
    c.height = under + STRIP * float(m.places.len()) + 14.0;
    if matrix {
        for (k, col) in m.columns.iter().enumerate() {
            let words = c.say(&col.label());
            let middle = LABEL + COLUMN * (float(k) + 0.5);
            let lines = wrap(&words, COLUMN - 10.0, STRONG, 3);
            for (i, l) in lines.iter().enumerate() {
                c.text(middle, head - 12.0 - 15.0 * float(lines.len() - 1 - i), Hold::Middle, l, STRONG, COLUMN - 8.0);
            }
        }
        c.line((0.0, head - 2.0), (c.width, head - 2.0), Pen { opacity: 0.6, ..LINE });
    }
    for (k, r) in m.rows.iter().enumerate() {
        row(c, m, r, head + ROW * float(k));
    }
    for (k, p) in m.places.iter().enumerate() {
        strip(c, p, under + STRIP * float(k) + 12.0);
    }
}

fn row(c: &mut Canvas<'_>, m: &CoverMap, r: &Covered, top: f64) {
    let y = top + ROW / 2.0;
    let said = format!("{}: {}", names(c.speak, &r.who), isolated(&r.act));
    c.open(&format!("{} {said}", r.clause));
    c.line((0.0, top + ROW), (c.width, top + ROW), Pen { opacity: 0.14, ..GUIDE });
    let number = own(c.speak, &r.clause);
    let look = Type { colour: if r.gap { STOP } else { STRONG.colour }, ..STRONG };
    c.text(0.0, y + 4.5, Hold::Start, &number, look, 60.0);
    let w = wide(&number, STRONG).max(30.0) + 8.0;
    c.text(w, y + 4.5, Hold::Start, &said, PLAIN, LABEL - w - 16.0);
    for (k, a) in r.cells.iter().enumerate() {
        if let Some(a) = a {
            cell(c, a, LABEL + COLUMN * float(k), top);
        }
    }
    if r.gap {
        let x = LABEL + COLUMN * float(m.columns.len());
        c.rect((x + 4.0, top + 5.0), (22.0, ROW - 10.0), 2.0, Fill::Gap, Some(Pen { colour: STOP, ..LINE }));
        let words = c.t("draw-gap");
        c.text(x + 34.0, y + 4.5, Hold::Start, &words, Type { colour: STOP, ..PLAIN }, NOTE - 36.0);
    }
    c.close();
}

fn cell(c: &mut Canvas<'_>, a: &Answer, x: f64, top: f64) {
    let (fill, pen) = if a.means { (Fill::Tint, LINE) } else { (Fill::None, Pen { dash: "4 3", ..LINE }) };
    c.rect((x + 7.0, top + 4.0), (COLUMN - 14.0, ROW - 8.0), 3.0, fill, Some(pen));
    let clauses = a.clauses.join(", ");
    let words =
        if a.means { own(c.speak, &clauses) } else { format!("{} · {}", own(c.speak, &clauses), c.t("accord-draw-without-means")) };
    c.text(x + COLUMN / 2.0, top + ROW / 2.0 + 4.5, Hold::Middle, &words, if a.means { PLAIN } else { SMALL }, COLUMN - 20.0);
}

fn strip(c: &mut Canvas<'_>, p: &PlaceHeld, top: f64) {
    let name = isolated(&p.place);
    c.text(0.0, top + 34.0, Hold::Start, &name, STRONG, 150.0);
    let left = 160.0;
    let each = (c.width - left - 6.0) / float(p.holds.len().max(1));
    for (k, h) in p.holds.iter().enumerate() {
        let x = left + each * float(k);
        let gap = h.who.is_empty();
        let (fill, pen) = if gap { (Fill::Gap, Pen { colour: STOP, ..LINE }) } else { (Fill::Tint, LINE) };
        c.rect((x, top + 20.0), (each, 24.0), 0.0, fill, Some(pen));
        let words = if gap { c.t("accord-draw-nobody") } else { names(c.speak, &h.who) };
        let look = Type { halo: gap, colour: if gap { STOP } else { STRONG.colour }, ..STRONG };
        c.text(x + each / 2.0, top + 36.5, Hold::Middle, &words, look, each - 12.0);
        let when =
            |c: &Canvas<'_>, key: &str, l: &Option<accord::draw::Label>| l.as_ref().map(|l| [c.t(key).as_str(), " ", &c.say(l)].concat());
        if let Some(words) = when(c, "accord-draw-from", &h.from) {
            c.text(x + 3.0, top + 13.0, Hold::Start, &words, SMALL, each - 8.0);
        }
        if let Some(words) = when(c, "accord-draw-until", &h.until) {
            c.text(x + each - 3.0, top + 59.0, Hold::End, &words, SMALL, each - 8.0);
        }
    }
}
