//! Leaks that the two-run test found in this program, each by what a user would have seen.

use super::generate::BEGIN;
use super::stage::{CASE, Stage};
use super::trace::Act;
use caucus::web::{Request, answer};

fn act(id: u32, who: &str, room: &str, used: &str, fields: &[(&str, &str)]) -> Act {
    Act {
        id,
        at: BEGIN + i64::from(id) * 60,
        who: who.to_owned(),
        room: room.to_owned(),
        used: used.to_owned(),
        fields: fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        key: format!("act-{id:06}"),
    }
}

const OWN: [(&str, &str); 4] = [("use", "read-back"), ("source", "own-idea"), ("form", "said"), ("standing", "personal")];

fn with(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    [&OWN[..], more].concat()
}

fn page(stage: &Stage, person: &str, room: &str, page: &str) -> String {
    let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/{}/{page}", stage.code(room)), &stage.cookies(person)));
    assert_eq!(reply.status, 200, "{page}");
    String::from_utf8_lossy(&reply.body).into_owned()
}

/// The receipt of what was brought to one side hung on how much had been conveyed to others before.
#[test]
fn a_sides_receipt_says_nothing_of_what_was_conveyed_to_others() {
    let receipt = |elsewhere: bool| {
        let mut stage = Stage::in_memory(1);
        let to_egret = with(&[("to", "egret"), ("text-en", "to the guarantor"), ("only-one", "no")]);
        let to_alder = with(&[("to", "alder"), ("text-en", "what if"), ("only-one", "no")]);
        let mut trace = Vec::new();
        if elsewhere {
            trace.push(act(1, "dove-one", "mediator:dove", "prepare", &to_egret));
            trace.push(act(2, "dove-one", "mediator:dove", "convey", &[("of", "{n:1}")]));
        }
        trace.push(act(4, "crane-one", "mediator:crane", "prepare", &to_alder));
        trace.push(act(5, "crane-one", "mediator:crane", "convey", &[("of", "{n:4}")]));
        stage.play(&trace, "nobody");
        page(&stage, "alder-head", "caucus:alder:crane", "receipt/1.txt")
    };
    assert_eq!(receipt(false), receipt(true));
}

/// An idea given as the mediators' own bore the name of the owner's translator.
#[test]
fn an_idea_without_a_name_does_not_say_who_translated_it() {
    let mut stage = Stage::in_memory(2);
    let words =
        [("to", "alder"), ("text-en", "what if"), ("by-en", "birch's own pen"), ("checked-en", "birch's clerk"), ("only-one", "no")];
    let trace = [
        act(1, "crane-one", "mediator:crane", "prepare", &with(&words)),
        act(2, "crane-one", "mediator:crane", "convey", &[("of", "{n:1}")]),
    ];
    stage.play(&trace, "nobody");
    let seen = page(&stage, "alder-head", "caucus:alder:crane", "message/1.json");
    assert!(seen.contains("what if"), "{seen}");
    assert!(!seen.contains("birch's"), "{seen}");
}

/// When two things crossed together, each side was told who had heard the other.
#[test]
fn a_side_is_not_told_who_heard_what_crossed_the_other_way() {
    let mut stage = Stage::in_memory(3);
    let trace = [
        act(1, "crane-one", "mediator:crane", "prepare", &with(&[("to", "alder"), ("text-en", "this way"), ("only-one", "no")])),
        act(
            2,
            "crane-one",
            "mediator:crane",
            "prepare",
            &with(&[("to", "birch"), ("text-en", "that way"), ("only-one", "no"), ("with", "{n:1}")]),
        ),
        act(4, "crane-one", "mediator:crane", "convey", &[("of", "{n:2}"), ("heard-by", "the porter of birch")]),
    ];
    stage.play(&trace, "nobody");
    assert!(page(&stage, "birch-head", "caucus:birch:crane", "message/1.json").contains("the porter of birch"));
    assert!(!page(&stage, "alder-head", "caucus:alder:crane", "message/1.json").contains("porter"));
}
