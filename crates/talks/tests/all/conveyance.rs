//! Plays `cases/conveyance`: what may cross, and what stands against it.

use crate::cases;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use talks::conveyance::{Holds, Leave, Partner, Preparation, objections};
use talks::message::MessageKind;
use talks::permission::{Answers, Conditions, Permission, Version};
use terms::disclosure::{Form, PermissionForm, Source, Standing, Use, VersionState};
use terms::id::{EntryNo, EntryRef, PartyId, RoomCode};
use terms::language::{Language, Words};
use terms::span::Span;
use terms::time::{Hours, Stamp};

/// A situation: what differs from the one that `cases/README.md` describes.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Situation {
    /// Hours since the talks began.
    now: Option<u32>,
    message: Said,
    carry: Carried,
    permission: Given,
    partner: Option<Other>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Said {
    /// The mediators' own thought: there is no message.
    none: bool,
    words: Option<String>,
    standing: Option<Standing>,
    mandate: Option<Standing>,
    recalled: bool,
    corrected_since: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Carried {
    to: Option<String>,
    kind: Option<MessageKind>,
    r#use: Option<Use>,
    source: Option<Source>,
    form: Option<Form>,
    standing: Option<Standing>,
    /// By language: the words, or a table with their state.
    wording: Option<BTreeMap<Language, Text>>,
    /// Passages of the message that are meant to cross.
    marked: Vec<String>,
    prevails: Option<Language>,
    only_one_could_know: bool,
    /// It is tied to another preparation.
    tied: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Given {
    /// The owner has said nothing.
    none: bool,
    /// It is for another message of the same caucus.
    of_another: bool,
    withdrawn: bool,
    to: Option<String>,
    r#use: Option<Use>,
    source: Option<Source>,
    form: Option<Form>,
    standing: Option<Standing>,
    wording: Option<BTreeMap<Language, Text>>,
    given: Option<PermissionForm>,
    heard_by: Vec<String>,
    not_before: Option<u32>,
    expires: Option<u32>,
    only_if_other: bool,
    limits: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Other {
    /// The side whose words it carries; none for the mediators' own thought.
    words_of: Option<String>,
    may_cross: bool,
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Stated {
        text: String,
        state: VersionState,
        #[serde(default, rename = "checked-by")]
        checked_by: Option<String>,
    },
}

const MESSAGE: &str = "We can name all forty-eight within two days of the pull-back.";
const CARRIED: &str = "All names could be given within two days of the pull-back.";

fn hour(n: u32) -> Stamp {
    Stamp(0).plus(Hours(n))
}

fn party(id: Option<&str>) -> PartyId {
    PartyId::new(id.unwrap_or("upland-assembly")).expect("a side's name")
}

fn versions(wording: Option<&BTreeMap<Language, Text>>) -> Vec<Version> {
    let Some(wording) = wording else { return vec![version(Language::En, CARRIED, VersionState::Original, None)] };
    wording
        .iter()
        .map(|(lang, text)| match text {
            Text::Plain(text) => version(*lang, text, VersionState::Original, None),
            Text::Stated { text, state, checked_by } => version(*lang, text, *state, checked_by.clone()),
        })
        .collect()
}

fn version(lang: Language, text: &str, state: VersionState, checked_by: Option<String>) -> Version {
    Version { words: Words::new(lang, text), state, by: None, checked_by, back: None }
}

/// Where a passage stands in the message, in code points.
fn mark(message: &str, passage: &str) -> Span {
    let at = message.find(passage).unwrap_or_else(|| panic!("`{passage}` stands in the message"));
    let start = message[..at].chars().count();
    Span { start, end: start + passage.chars().count() }
}

fn preparation(s: &Situation, message: &str) -> Preparation {
    let c = &s.carry;
    Preparation {
        from: (!s.message.none).then(|| EntryRef { room: RoomCode::new("delta-caucus").expect("a room"), n: EntryNo(4) }.into()),
        marked: c.marked.iter().map(|p| mark(message, p)).collect(),
        to: party(c.to.as_deref()),
        kind: c.kind.unwrap_or(MessageKind::Proposal),
        answers: Answers {
            use_: c.r#use.unwrap_or(Use::ReadBack),
            source: c.source.unwrap_or(if s.message.none { Source::OwnIdea } else { Source::OtherSide }),
            form: c.form.unwrap_or(Form::Said),
            standing: c.standing.unwrap_or(Standing::Exploratory),
        },
        wording: versions(c.wording.as_ref()),
        prevails: c.prevails,
        only_one_could_know: c.only_one_could_know,
        with: c.tied.then_some(EntryNo(9)),
        answers_entry: None,
        tie: None,
        draft: None,
        map: Vec::new(),
    }
}

fn permission(g: &Given) -> Permission {
    Permission {
        of: EntryNo(if g.of_another { 5 } else { 4 }),
        to: party(g.to.as_deref()),
        answers: Answers {
            use_: g.r#use.unwrap_or(Use::ReadBack),
            source: g.source.unwrap_or(Source::OtherSide),
            form: g.form.unwrap_or(Form::Said),
            standing: g.standing.unwrap_or(Standing::Exploratory),
        },
        wording: if g.r#use == Some(Use::Discretion) && g.wording.is_none() { Vec::new() } else { versions(g.wording.as_ref()) },
        given: g.given.unwrap_or(PermissionForm::Proof),
        by: "N. Sahar".to_owned(),
        heard_by: g.heard_by.clone(),
        conditions: Conditions {
            not_before: g.not_before.map(hour),
            expires: g.expires.map(hour),
            only_if_other: g.only_if_other,
            tell_when_used: false,
            limits: g.limits.clone(),
        },
    }
}

/// What comes of a situation: `may cross`, or the keys of what stands against it, in their order.
fn play(s: &Situation) -> Vec<String> {
    let message = s.message.words.as_deref().unwrap_or(MESSAGE);
    let prep = preparation(s, message);
    let given = permission(&s.permission);
    let holds = match (s.permission.withdrawn, s.message.corrected_since) {
        (true, _) => Holds::Withdrawn,
        (false, true) => Holds::Outdated,
        (false, false) => Holds::Given,
    };
    let leave = (!s.message.none).then_some(Leave {
        of: EntryNo(4),
        original: message,
        recalled: s.message.recalled,
        spoken_standing: s.message.standing.unwrap_or(Standing::Exploratory),
        mandate: s.message.mandate,
        permission: (!s.permission.none).then_some((&given, holds)),
    });
    let owner = s.partner.as_ref().and_then(|p| p.words_of.as_deref()).map(|id| party(Some(id)));
    let partner = s.partner.as_ref().map(|p| Partner { owner: owner.as_ref(), may_cross: p.may_cross });
    let against = objections(&prep, leave, partner, hour(s.now.unwrap_or(12)));
    if against.is_empty() { vec!["may cross".to_owned()] } else { against.into_iter().map(|p| p.key).collect() }
}

#[test]
fn every_case_of_conveyance_comes_out_as_it_is_written() {
    let cases = cases::read("conveyance");
    assert!(cases.len() >= 40, "there are {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        match toml::from_str::<Situation>(&case.situation) {
            Ok(situation) => cases::compare(case, &play(&situation), &mut wrong),
            Err(e) => wrong.push(format!("{}: {e}", case.name)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reason_against_carrying_has_a_case_and_every_word_of_the_questions_is_used_in_one() {
    let cases = cases::read("conveyance");
    let expected: BTreeSet<&str> = cases.iter().flat_map(|c| c.expected.iter().map(String::as_str)).collect();
    let sources = crate::fluent::sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let raised = crate::fluent::phrases(&sources);
    let without: Vec<_> = raised.iter().map(|r| r.key.as_str()).filter(|k| k.starts_with("convey-") && !expected.contains(k)).collect();
    assert!(without.is_empty(), "no case expects {without:?}");
    let mut text: String = cases.iter().map(|c| c.situation.as_str()).collect();
    // The situation from which every case departs.
    text.push_str("\"read-back\" \"other-side\" \"said\" \"exploratory\" \"proof\"");
    let codes = Use::ALL.iter().map(|v| v.code()).chain(Source::ALL.iter().map(|v| v.code())).chain(Form::ALL.iter().map(|v| v.code()));
    let codes = codes.chain(Standing::ALL.iter().map(|v| v.code())).chain(PermissionForm::ALL.iter().map(|v| v.code()));
    for code in codes {
        assert!(text.contains(&format!("\"{code}\"")), "no case uses `{code}`");
    }
}
