//! An exchange plan as a drawing: the steps downwards, and on either side of one axis how far each side has
//! given beyond what it received.
//!
//! Both lines lie on the axis where nobody is exposed; they meet there again when all has been given.

use super::canvas::{Canvas, Fill, GUIDE, Hold, LINE, PLAIN, Pen, SMALL, STOP, STRONG, Type, wide};
use super::exposure::{DASHES, sign};
use super::{Look, isolated};
use crate::words::Value;

const LABEL: f64 = 430.0;
const HALF: f64 = 210.0;
const GAP: f64 = 26.0;
const ROW: f64 = 30.0;
const TOP: f64 = 54.0;

/// A step of the plan, and how both sides stand after it.
#[derive(Debug, Clone)]
pub struct Step {
    /// What moves, in the reader's words.
    pub words: String,
    /// What each side has given beyond what it received, from 0.
    pub exposed: [i64; 2],
    /// Which sides give something in it that cannot be taken back.
    pub for_good: [bool; 2],
    /// Which sides give in it.
    pub gives: [bool; 2],
}

/// A plan to be drawn.
#[derive(Debug, Clone)]
pub struct Steps {
    /// The sides' names.
    pub sides: [String; 2],
    /// The steps in order; the state before the first is not one of them.
    pub steps: Vec<Step>,
}

impl Steps {
    /// Where each side is most exposed: the step, from 0, and by how much; none where it never is.
    #[must_use]
    pub fn peaks(&self) -> [Option<(usize, i64)>; 2] {
        [0, 1].map(|side| {
            let mut best: Option<(usize, i64)> = None;
            for (k, s) in self.steps.iter().enumerate() {
                if s.exposed[side] > best.map_or(0, |b| b.1) {
                    best = Some((k, s.exposed[side]));
                }
            }
            best
        })
    }

    /// The sentence under the drawing, which a screen reader hears for it.
    #[must_use]
    pub fn says(&self, look: Look<'_>) -> String {
        let peaks = self.peaks();
        let steps = Value::Number(i64::try_from(self.steps.len()).unwrap_or(i64::MAX));
        let each: Vec<String> = (0..2)
            .map(|side| match peaks[side] {
                Some((k, n)) => look.speak.ta(
                    "plan-drawing-most",
                    &[
                        ("who", Value::Text(&self.sides[side])),
                        ("n", Value::Number(n)),
                        ("step", Value::Number(i64::try_from(k + 1).unwrap_or(i64::MAX))),
                    ],
                ),
                None => look.speak.ta("plan-drawing-never", &[("who", Value::Text(&self.sides[side]))]),
            })
            .collect();
        look.speak.ta("plan-drawing-says", &[("steps", steps), ("first", Value::Text(&each[0])), ("second", Value::Text(&each[1]))])
    }
}

/// A whole number as a coordinate; beyond what a drawing can hold it is the greatest.
fn float(n: i64) -> f64 {
    i32::try_from(n).map_or(f64::from(i32::MAX), f64::from)
}

/// The plan as an `svg` element for a page.
#[must_use]
pub fn svg(plan: &Steps, look: Look<'_>) -> String {
    let mut c = Canvas::new(look);
    c.width = LABEL + 2.0 * (HALF + GAP);
    c.height = row(plan.steps.len()) + 4.0;
    let most = plan.steps.iter().flat_map(|s| s.exposed).max().unwrap_or(0).max(1);
    let axis = LABEL + GAP + HALF;
    // The one side's exposure grows towards the labels, the other's away from them.
    let x = |side: usize, n: i64| {
        let far = float(n) / float(most) * HALF;
        if side == 0 { axis - far } else { axis + far }
    };
    c.line((axis, TOP - 10.0), (axis, c.height - 4.0), Pen { opacity: 0.5, ..GUIDE });
    for side in 0..2 {
        heading(&mut c, plan, side, axis);
    }
    for (k, s) in plan.steps.iter().enumerate() {
        let y = row(k);
        let n = c.speak.number(i64::try_from(k + 1).unwrap_or(i64::MAX));
        c.open(&s.words);
        c.text(0.0, y + 4.5, Hold::Start, &n, SMALL, 24.0);
        c.text(26.0, y + 4.5, Hold::Start, &s.words, PLAIN, LABEL - 30.0);
        c.close();
        for side in 0..2 {
            if s.exposed[side] > 0 {
                let (a, b) = (x(side, s.exposed[side]).min(axis), x(side, s.exposed[side]).max(axis));
                c.rect((a, y), (b - a, ROW), 0.0, Fill::Hatch, None);
            }
        }
    }
    let peaks = plan.peaks();
    for side in 0..2 {
        let pen = Pen { width: 1.8, dash: DASHES[side], ..LINE };
        let mut points = vec![(axis, TOP - 4.0)];
        let mut was = 0;
        for (k, s) in plan.steps.iter().enumerate() {
            points.push((x(side, was), row(k)));
            points.push((x(side, s.exposed[side]), row(k)));
            was = s.exposed[side];
        }
        points.push((x(side, was), row(plan.steps.len()) - ROW / 2.0));
        c.path(&[('M', &points[..1]), ('L', &points[1..])], Fill::None, Some(pen));
        for (k, s) in plan.steps.iter().enumerate() {
            if s.gives[side] {
                sign(&mut c, side, (x(side, s.exposed[side]), row(k)), s.for_good[side]);
            }
        }
        if let Some((k, n)) = peaks[side] {
            // Written inside the hatching, over the line's own foot, where there is always room to the axis.
            let words = c.speak.number(n);
            let look = Type { colour: STOP, halo: true, ..STRONG };
            let hold = if side == 0 { Hold::End } else { Hold::Start };
            let at = if side == 0 { axis - 8.0 } else { axis + 8.0 };
            c.text(at, row(k) + ROW / 2.0 + 4.5, hold, &words, look, HALF);
        }
    }
    let says = plan.says(look);
    let title = look.speak.t("plan-drawing-title");
    c.finish(&title, &says, false)
}

/// The middle of a step's row.
fn row(k: usize) -> f64 {
    TOP + float(i64::try_from(k).unwrap_or(i64::MAX)) * ROW + ROW / 2.0
}

/// A side's name over its half, with its sign and how its line is drawn.
fn heading(c: &mut Canvas<'_>, plan: &Steps, side: usize, axis: f64) {
    let name = isolated(&plan.sides[side]);
    let from = if side == 0 { axis - HALF } else { axis + 12.0 };
    let w = wide(&name, STRONG).min(HALF - 60.0);
    c.line((from, 14.0), (from + 30.0, 14.0), Pen { width: 1.8, dash: DASHES[side], ..LINE });
    sign(c, side, (from + 15.0, 14.0), false);
    c.text(from + 38.0, 18.5, Hold::Start, &name, STRONG, w + 10.0);
    if side == 0 {
        let words = c.t("draw-full-sign");
        c.text(0.0, 18.5, Hold::Start, &words, SMALL, LABEL - 20.0);
        let words = c.t("plan-drawing-axis");
        c.text(axis, TOP - 16.0, Hold::Middle, &words, SMALL, 2.0 * HALF);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use terms::language::Language;

    fn plan() -> Steps {
        let step = |words: &str, exposed, gives| Step { words: words.to_owned(), exposed, for_good: [true, false], gives };
        Steps {
            sides: ["Delta <Council>".to_owned(), "Upland".to_owned()],
            steps: vec![
                step("2 people", [8, 0], [true, false]),
                step("4 people + the mill", [0, 3], [true, true]),
                step("the rest", [0, 0], [false, true]),
            ],
        }
    }

    #[test]
    fn each_side_has_its_half_and_both_lines_end_on_the_axis() {
        for lang in Language::ALL {
            let look = Look { speak: crate::words::speak(lang), id: "p" };
            let text = svg(&plan(), look);
            let doc = roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{}: {e}", lang.tag()));
            let lines: Vec<&str> = doc
                .descendants()
                .filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "path")) && n.attribute("stroke-width") == Some("1.8"))
                .filter_map(|n| n.attribute("d"))
                .collect();
            assert_eq!(lines.len(), 2, "{text}");
            let ends: Vec<&str> = lines.iter().filter_map(|d| d.rsplit(['L', ' ']).nth(1)).collect();
            assert_eq!(ends[0], ends[1], "{lines:?}");
            assert!(!text.contains("NaN") && !text.contains("<Council>"), "{text}");
        }
    }

    #[test]
    fn who_is_never_exposed_is_said_so() {
        let look = Look { speak: crate::words::speak(Language::En), id: "p" };
        let mut plan = plan();
        plan.steps.iter_mut().for_each(|s| s.exposed[1] = 0);
        assert_eq!(plan.peaks(), [Some((0, 8)), None]);
        let says = plan.says(look);
        assert!(says.contains("Upland") && says.contains("never"), "{says}");
    }
}
