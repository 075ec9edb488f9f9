//! Forms of lists, pairs, plans and movements.

use super::{Fields, bad};
use desk::Command;
use desk::exchanged::{Counts, Plan};
use desk::refusal::Refusal;
use desk::uses::{Import, Ordered};
use exchange::formats::Bounds;
use exchange::formats::columns::Column;
use exchange::handover::{Answer, Asked, Heard, Line, Order, Part, What};
use exchange::reconcile::{Decided, Verdict};
use exchange::roster::ListKind;
use exchange::roster::counts::{Counted, Point, Stated};
use exchange::roster::import::{fault, import};
use exchange::roster::life::{About, Claim, Stage, Step};
use std::collections::BTreeMap;
use terms::id::{EntryRef, PartyId};
use terms::language::Words;

pub(super) fn command(used: &str, f: &Fields<'_>) -> Result<Option<Command>, Refusal> {
    Ok(Some(match used {
        "import-list" => Command::ImportList(list(f)?),
        "state-counts" => Command::StateCounts(counts(f)?),
        "claim-entry" => Command::ClaimEntry { of: f.of()?, entry: f.required("entry")?.to_owned(), claim: claim(f)? },
        "stage-entry" => Command::StageEntry {
            list: reference(f, "list")?,
            entry: f.required("entry")?.to_owned(),
            step: Step {
                stage: f.chosen("stage", Stage::from_code)?,
                said_by: f.text("by"),
                when: f.moment("at")?,
                instead: f.text("instead"),
            },
        },
        "pair-lists" => Command::PairLists { left: reference(f, "left")?, right: reference(f, "right")? },
        "decide-pair" => Command::DecidePair {
            of: f.of()?,
            seen: f.entry("seen")?,
            decided: Decided {
                left: f.required("left")?.to_owned(),
                right: f.required("right")?.to_owned(),
                verdict: f.chosen("verdict", Verdict::from_code)?,
                why: f.maybe_words()?,
                identified: Some(f.words_of("identified")?).filter(|w| !w.text.is_empty()),
            },
        },
        "write-plan" => Command::WritePlan(Plan { title: f.words_of("title")?, file: f.required("plan")?.to_owned() }),
        "order-movement" => Command::OrderMovement(order(f)?),
        "answer-movement" => Command::AnswerMovement {
            of: f.of()?,
            answer: Answer {
                party: f.party("party")?,
                at: f.ladder("asked", Asked::from_code)?,
                yes: f.chosen("yes", yes_no)?,
                by: f.required("by")?.to_owned(),
            },
        },
        "log-movement" => Command::LogMovement { of: f.of()?, line: line(f)?, corrects: f.entry("corrects")? },
        "count-movement" => Command::CountMovement {
            of: f.of()?,
            counted: Counted {
                at: match f.required("point")? {
                    "approval" => Point::Approval,
                    "release" => Point::Release,
                    _ => Point::Gate(f.required("gate")?.to_owned()),
                },
                people: f.whole("people")?.unwrap_or(0),
                remains: f.whole("remains")?.unwrap_or(0),
            },
        },
        _ => return Ok(None),
    }))
}

fn yes_no(code: &str) -> Option<bool> {
    match code {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn reference(f: &Fields<'_>, name: &str) -> Result<EntryRef, Refusal> {
    f.required(name)?;
    f.entry_ref(name)?.ok_or(Refusal::NotFound)
}

/// The list from the form's file, or from what was pasted.
fn list(f: &Fields<'_>) -> Result<Import, Refusal> {
    let pasted = f.get("table").unwrap_or("");
    let bytes = f.file.unwrap_or(pasted.as_bytes());
    let roster = import(bytes, &Bounds::default()).map_err(|why| Refusal::bad(fault(&why)))?;
    Ok(Import {
        title: f.words_of("title")?,
        kind: f.ladder("kind", ListKind::from_code)?.unwrap_or(ListKind::People),
        version_of: f.entry("version-of")?,
        table: None,
        roster: Some(roster),
    })
}

/// Counts: a total, and its parts one a line as `alive: 20`.
fn counts(f: &Fields<'_>) -> Result<Counts, Refusal> {
    let stated = match f.whole("total")? {
        None => None,
        Some(total) => {
            let mut parts = Vec::new();
            for line in f.get("parts").unwrap_or("").lines().map(str::trim).filter(|l| !l.is_empty()) {
                let read = || {
                    let (part, n) = line.rsplit_once([':', ' '])?;
                    let plain: String = n.chars().map(|c| terms::script::digit(c).map_or(c, |d| char::from(b'0' + d))).collect();
                    Some((part.trim_end_matches(':').trim().to_owned(), plain.trim().parse().ok()?))
                };
                parts.push(read().ok_or_else(|| bad("bad-number", "parts", line))?);
            }
            Some(Stated { total, by: Column::Status, parts, whole: f.flag("whole") })
        }
    };
    Ok(Counts { title: f.words_of("title")?, party: f.party("party")?, stated, source: f.required("source")?.to_owned() })
}

fn claim(f: &Fields<'_>) -> Result<Claim, Refusal> {
    let about = |code: &str| match code {
        "fate" => Some(About::Fate),
        "whereabouts" => Some(About::Whereabouts),
        _ => None,
    };
    Ok(Claim {
        about: f.chosen("about", about)?,
        says: f.words()?,
        claimant: f.required("claimant")?.to_owned(),
        date: f.moment("since")?.ok_or_else(|| bad("bad-moment", "since", ""))?,
        evidence: Some(f.words_of("evidence")?).filter(|w| !w.text.is_empty()),
    })
}

/// An order: its parts as `part-<what>`, its lists each as `freeze`, its gates one a line.
fn order(f: &Fields<'_>) -> Result<Ordered, Refusal> {
    let mut says: BTreeMap<Part, Words> = BTreeMap::new();
    for part in Part::ALL {
        let words = f.words_of(&["part-", part.code()].concat())?;
        if !words.text.is_empty() {
            says.insert(*part, words);
        }
    }
    let ticked = f.pairs.iter().filter(|(k, v)| k == "freeze" && !v.is_empty());
    let freeze = ticked.map(|(_, at)| super::super::handlers::entry_ref(at).ok_or(Refusal::NotFound)).collect::<Result<_, _>>()?;
    let order = Order {
        title: f.words_of("title")?,
        leaves: f.moment("leaves")?.ok_or_else(|| bad("bad-moment", "leaves", ""))?,
        lists: Vec::new(),
        people: f.whole("people")?.unwrap_or(0),
        remains: f.whole("remains")?.unwrap_or(0),
        gates: f.get("gates").unwrap_or("").lines().map(str::trim).filter(|g| !g.is_empty()).map(str::to_owned).collect(),
        says,
    };
    Ok(Ordered { order, freeze })
}

/// A line of the log; what each side was told as `text-side-<id>`.
fn line(f: &Fields<'_>) -> Result<Line, Refusal> {
    let lang = f.language("lang")?.unwrap_or(f.lang);
    let told = f.pairs.iter().filter(|(_, v)| !v.trim().is_empty()).filter_map(|(k, v)| Some((k.strip_prefix("text-side-")?, v)));
    Ok(Line {
        what: f.chosen("what", What::from_code)?,
        gate: f.text("gate"),
        people: f.whole("people")?.unwrap_or(0),
        remains: f.whole("remains")?.unwrap_or(0),
        when: f.moment("said-at")?,
        heard: f.ladder("heard", Heard::from_code)?.unwrap_or(Heard::Voice),
        paper: f.whole("sheet-line")?,
        told: told
            .map(|(id, v)| Ok((PartyId::new(id).map_err(|_| bad("bad-field-word", "party", id))?, Words::new(lang, v.trim()))))
            .collect::<Result<_, Refusal>>()?,
        words: f.maybe_words()?,
    })
}
