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

/// The number of an entry in a private word stood in what was prepared from it, and a note-taker, who
/// reads the one and not the other, could count what was said there by it. Its Shuttle was not found.
#[test]
fn a_note_taker_cannot_count_what_is_said_in_a_private_word() {
    let read = |more: bool| {
        let mut stage = Stage::in_memory(4);
        let word = "word:alder-two:crane";
        let said = |text: &'static str| [("party", "alder"), ("speaker", "alder-two"), ("text", text)];
        let mut trace = Vec::new();
        if more {
            trace.push(act(1, "alder-two", word, "say", &said("between us")));
        }
        let four = [("use", "read-back"), ("source", "other-side"), ("form", "said"), ("standing", "personal")];
        let rests = [("from", "{ref:2}"), ("to", "birch"), ("text-en", "they would open the gate"), ("only-one", "no")];
        let leave = [("of", "{n:2}"), ("to", "birch"), ("text-en", "they would open the gate"), ("given", "paper"), ("by", "himself")];
        trace.push(act(2, "alder-two", word, "say", &said("open the gate")));
        trace.push(act(4, "crane-one", "mediator:crane", "prepare", &[&four[..], &rests].concat()));
        trace.push(act(5, "crane-one", word, "permit", &[&four[..], &leave].concat()));
        trace.push(act(7, "crane-one", "mediator:crane", "convey", &[("of", "{n:4}")]));
        trace.push(act(8, "crane-one", "mediator:crane", "hold", &[("message", "{ref:2}")]));
        trace.push(act(10, "crane-one", "mediator:crane", "prepare", &[&four[..], &rests].concat()));
        stage.play(&trace, "nobody");
        assert_eq!(stage.accepted.get(&7), Some(&true));
        let pages =
            ["shuttle", "shuttle.json", "record", "record.json", "export", "today", "preparation/1", "preparation/4.json", "receipt/1"];
        pages.map(|p| page(&stage, "crane-pen", "mediator:crane", p))
    };
    for (without, with) in read(false).iter().zip(&read(true)) {
        assert_eq!(without, with);
    }
}
