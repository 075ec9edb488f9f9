//! What the drawings of the examples must show.

use super::*;
use crate::parse;

const RIVERS: &str = include_str!("../../../../examples/agreements/two-rivers.accord");
const MINSK: &str = include_str!("../../../../examples/agreements/minsk-ii-2015.accord");

fn choose(list: &[(&str, &str)]) -> Choices {
    Choices(list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
}

fn own(l: &Label) -> &str {
    match l {
        Label::Own(t) => t,
        Label::Said(p) => &p.key,
    }
}

fn drawn_order(text: &str, c: &Choices) -> OrderMap {
    match picture(&parse(text).tree, c, Kind::Order) {
        Picture::Order(o) => o,
        _ => unreachable!("an order was asked for"),
    }
}

fn drawn_times(text: &str, c: &Choices) -> Timeline {
    match picture(&parse(text).tree, c, Kind::Timeline) {
        Picture::Timeline(t) => t,
        _ => unreachable!("a timeline was asked for"),
    }
}

#[test]
fn a_circle_of_preconditions_is_one_ring_under_the_bracket_that_causes_it() {
    let o = drawn_order(RIVERS, &choose(&[("1.1", "A")]));
    assert_eq!(o.circles.len(), 1);
    let mut names: Vec<&str> = o.circles[0].iter().map(|k| own(&o.nodes[*k].label)).collect();
    names.sort_unstable();
    assert_eq!(names, ["1.1", "1.2", "1.4"]);
    assert!(o.circles[0].iter().all(|k| o.nodes[*k].stuck && o.nodes[*k].ring.is_some()));
    // Each arrow of the circle goes from one to the next.
    for (i, k) in o.circles[0].iter().enumerate() {
        let next = o.circles[0][(i + 1) % 3];
        assert!(o.arrows.iter().any(|a| a.from == *k && a.to == next), "{i}");
    }
    let o = drawn_order(RIVERS, &choose(&[("1.1", "B")]));
    assert!(o.circles.is_empty() && o.nodes.iter().all(|n| n.ring.is_none()));
}

#[test]
fn what_waits_stands_in_a_later_layer_than_what_it_waits_for() {
    for text in [RIVERS, MINSK] {
        let o = drawn_order(text, &choose(&[("1.1", "B")]));
        for a in o.arrows.iter().filter(|a| a.why != Why::Ahead) {
            let (f, t) = (&o.nodes[a.from], &o.nodes[a.to]);
            assert!(f.layer < t.layer || (f.ring.is_some() && f.ring == t.ring), "{:?} {:?}", f.label, t.label);
        }
    }
}

#[test]
fn a_deadline_from_day_one_has_its_slack() {
    let t = drawn_times(RIVERS, &choose(&[("1.1", "B"), ("1.2", "A")]));
    assert_eq!(t.day, None);
    assert_eq!(own(&t.beginning), "acceptance");
    let l = t.lines.iter().find(|l| l.clause == "1.2").unwrap();
    assert_eq!((l.from, l.by), (Some(0), Some(72 * 60)));
    // The captives must be located first, which takes six hours at least.
    assert_eq!(l.done, Some(6 * 60));
    assert_eq!(l.slack(), Some(66 * 60));
}

#[test]
fn dates_of_the_text_stand_on_the_axis_as_dates() {
    // As Russia reads point 12: as Ukraine does, nothing behind the circle has a time.
    let t = drawn_times(MINSK, &choose(&[("12.1", "R")]));
    assert_eq!(t.day.map(|d| d.to_string()), Some("2015-02-12".to_owned()));
    assert!(t.marks.iter().any(|m| own(&m.label) == "ceasefire" && m.at == 3 * 1440));
    let l = t.lines.iter().find(|l| l.clause == "2.1").unwrap();
    assert_eq!(l.by, Some(17 * 1440), "14 days from 15 February");
    let l = t.lines.iter().find(|l| l.clause == "11.1").unwrap();
    assert_eq!(own(&t.moment(l.by.unwrap())), "2015-12-31", "a date runs to its end and not into the next day");
    let l = t.lines.iter().find(|l| l.clause == "6.1").unwrap();
    assert_eq!((l.by, l.within), (None, Some(5 * 1440)), "five days after two others");
}

#[test]
fn clashing_clocks_are_marked_and_the_rest_is_still_drawn() {
    let text = "AGREEMENT \"T\"\nClock.\n  The clock is UTC.\n  Days are counted from the day after the event.\nParties.\n  Upland is a party.\n  Delta is a party.\nEvents.\n  Event \"signing\" is on 2031-01-01.\n  1.1 Upland shall open the road, no earlier than 9 days after signing, within 5 days of signing.\n  1.2 Delta shall open the mill, within 7 days of signing.\n";
    let t = drawn_times(text, &Choices::default());
    let line = |n: &str| t.lines.iter().find(|l| l.clause == n).unwrap().clone();
    assert!(line("1.1").clash);
    assert_eq!(line("1.2").by, Some(7 * 1440));
}

#[test]
fn stages_and_their_matching_batches_keep_the_sides_level() {
    let head = "AGREEMENT \"T\"\nParties.\n  Upland is a party.\n  Delta is a party.\n  Red Cross is an intermediary.\nDefinitions.\n  List captives has 33 persons, held by Delta.\n  List prisoners has 60 persons, held by Upland.\n  1.2 Delta shall release captives to Red Cross.\n  1.3 Upland shall release prisoners to Red Cross, when 1.2 is begun.\n";
    let of = |text: &str| match picture(&parse(text).tree, &Choices::default(), Kind::Exposure) {
        Picture::Exposure(e) => e,
        _ => unreachable!("exposure was asked for"),
    };
    let plain = of(head);
    let at = plain.sides.iter().position(|s| s == "Delta").unwrap();
    assert_eq!(plain.peaks()[at].map(|p| plain.acts(p.1)), Some("1".to_owned()));
    let staged = of(&[head, "  1.8 Clause 1.2 is done in stages: 3 persons by day 1, 7 in all by day 7, 33 in all by day 42.\n  1.9 Clause 1.3 is done in batches; each batch on the day of the matching batch of 1.2.\n"].concat());
    assert_eq!(staged.moves.len(), 6);
    assert_eq!(staged.peaks()[at].map(|p| staged.acts(p.1)), Some("1/3".to_owned()));
    let last = staged.moves.last().unwrap();
    assert_eq!(last.given, [3, 3]);
}

#[test]
fn a_guarantee_without_an_act_does_not_close_a_gap() {
    let text = include_str!("../../../../examples/agreements/october-2025-framework.accord");
    let Picture::Cover(c) = picture(&parse(text).tree, &Choices::default(), Kind::Cover) else { unreachable!("cover was asked for") };
    let row = c.rows.iter().find(|r| r.clause == "2.1").unwrap();
    assert!(row.gap && row.cells.iter().flatten().any(|a| !a.means));
    let Picture::Cover(c) = picture(&parse(RIVERS).tree, &Choices::default(), Kind::Cover) else { unreachable!("cover was asked for") };
    assert!(!c.rows.iter().find(|r| r.clause == "2.1").unwrap().gap);
    // Between the assembly's leaving and the force's coming nobody holds the valley.
    let valley = c.places.iter().find(|p| p.place == "Valley").unwrap();
    assert!(valley.holds.iter().any(|h| h.who.is_empty()));
}

#[test]
fn a_finding_is_drawn_with_what_it_names_and_nothing_else() {
    let parsed = parse(RIVERS);
    let report = crate::check(&parsed, &crate::Options::default());
    let circle = report.findings.iter().find(|f| f.check == "nobody-can-go-first").unwrap();
    let Some(Picture::Order(o)) = of_finding(&parsed.tree, circle, &Choices::default()) else { panic!("a circle has a picture") };
    assert_eq!(o.nodes.len(), 3);
    assert_eq!(o.circles.len(), 1);
    for f in &report.findings {
        if let Some(p) = of_finding(&parsed.tree, f, &Choices::default()) {
            assert!(!p.is_empty(), "{}", f.check);
            assert!(p.table().rows.iter().all(|r| r.len() == p.table().head.len()));
        }
    }
}
