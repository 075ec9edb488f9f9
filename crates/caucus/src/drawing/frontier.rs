//! A frontier of two sides as a drawing: each point where it stands for the one and for the other, those that a
//! solution picks with their sign.

use super::canvas::{ACCENT, Canvas, Fill, GUIDE, Hold, INK, LINE, Pen, SMALL, STRONG, Type};
use super::{Look, isolated};

/// A point: what it is worth to each of the two in ten thousandths of its best, and the words beside it.
pub(crate) struct Dot {
    pub(crate) at: [i64; 2],
    pub(crate) says: String,
    /// The first letters of the solutions that pick it.
    pub(crate) picks: String,
    pub(crate) chosen: bool,
}

const SIDE: f64 = 340.0;
const LEFT: f64 = 46.0;
const TOP: f64 = 30.0;

fn float(n: i64) -> f64 {
    i32::try_from(n).map_or(0.0, f64::from)
}

/// The drawing, with what it shows and says for who cannot see it.
pub(crate) fn svg(names: [&str; 2], dots: &[Dot], title: &str, says: &str, look: Look<'_>) -> String {
    let mut c = Canvas::new(look);
    c.width = LEFT + SIDE + 210.0;
    c.height = TOP + SIDE + 46.0;
    let x = |n: i64| LEFT + float(n) / 10_000.0 * SIDE;
    let y = |n: i64| TOP + SIDE - float(n) / 10_000.0 * SIDE;
    for k in 0..=4 {
        let at = k * 2_500;
        c.line((x(at), TOP), (x(at), TOP + SIDE), GUIDE);
        c.line((LEFT, y(at)), (LEFT + SIDE, y(at)), GUIDE);
    }
    c.line((LEFT, TOP), (LEFT, TOP + SIDE), LINE);
    c.line((LEFT, TOP + SIDE), (LEFT + SIDE, TOP + SIDE), LINE);
    c.text(LEFT, TOP - 12.0, Hold::Start, &isolated(names[1]), STRONG, SIDE);
    c.text(LEFT + SIDE, TOP + SIDE + 26.0, Hold::End, &isolated(names[0]), STRONG, SIDE);
    for pair in dots.windows(2) {
        let step = Pen { dash: "2 3", opacity: 0.5, ..LINE };
        c.line((x(pair[0].at[0]), y(pair[0].at[1])), (x(pair[1].at[0]), y(pair[1].at[1])), step);
    }
    for d in dots {
        let (at, picked) = ((x(d.at[0]), y(d.at[1])), !d.picks.is_empty());
        let r = if picked || d.chosen { 6.0 } else { 4.0 };
        let colour = if d.chosen { ACCENT } else { INK };
        let fill = if picked { Fill::Solid } else { Fill::Paper };
        c.open(&d.says);
        c.rect((at.0 - r, at.1 - r), (2.0 * r, 2.0 * r), r, fill, Some(Pen { colour, width: if d.chosen { 3.0 } else { 1.4 }, ..LINE }));
        c.close();
        if picked {
            c.text(at.0 + 11.0, at.1 - 7.0, Hold::Start, &d.picks, Type { halo: true, ..SMALL }, 220.0);
        }
    }
    c.finish(title, says, false)
}
