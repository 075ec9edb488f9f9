//! Forms of what arranges the talks: rounds, sessions, steps, issues, mandates, positions, statements, offers, pauses.

use super::{Fields, bad};
use desk::Command;
use desk::arithmetic::{Estimate, Subject};
use desk::codec::{Part, Party};
use desk::refusal::Refusal;
use talks::offer::{Offer, Opening};
use talks::position::{Lane, Movement, Position, StickingPoint};
use talks::session::{Attempt, Attends, Issue, Mandate, Minutes, Round, Session, Step};
use talks::statement::Statement;
use terms::disclosure::Standing;
use terms::id::{IssueId, OptionId, PartyId};
use terms::language::{Language, Words};
use terms::phrase::Phrase;
use terms::time::Hours;

pub(super) fn command(used: &str, f: &Fields<'_>) -> Result<Option<Command>, Refusal> {
    Ok(Some(match used {
        "party" => Command::Party(party(f)?),
        "round" => Command::Round(Round {
            number: f.whole("number")?.unwrap_or(1),
            title: f.words()?,
            place: f.text("place"),
            begins: f.moment("begins")?,
            source: f.text("source"),
        }),
        "session" => Command::Session(session(f)?),
        "end-session" => Command::EndSession { of: f.of()?, at: f.moment("at")?.ok_or_else(|| bad("bad-moment", "at", ""))? },
        "minutes" => {
            Command::Minutes(Minutes { session: f.required("session")?.to_owned(), words: f.words()?, present: f.names("present") })
        }
        "estimate" => Command::Estimate(estimate(f)?),
        "step" => Command::Step(Step { words: f.words()?, due: f.moment("due")?, source: f.text("source") }),
        "step-done" => Command::StepDone { of: f.of()? },
        "attempt" => Command::Attempt(Attempt { words: f.words()?, ended: f.words_of("text-ended")?, source: f.text("source") }),
        "issue" => Command::Issue(issue(f)?),
        "mandate" => Command::Mandate(Mandate {
            delegate: f.required("delegate")?.to_owned(),
            given_by: f.required("given-by")?.to_owned(),
            issues: issues(f)?,
            most: f.chosen("standing", Standing::from_code)?,
            refer_home: f.text("refer-home"),
            takes: f.whole("takes")?.map(Hours),
        }),
        "position" => Command::Position(Position {
            issue: f.issue("issue")?,
            party: f.party("party")?,
            lane: f.chosen("lane", Lane::from_code)?,
            words: f.words()?,
            red_line: f.flag("red-line"),
            source: f.text("source"),
        }),
        "sticking-point" => Command::StickingPoint(StickingPoint {
            title: f.words()?,
            issues: issues(f)?,
            tied_to: f
                .names("tied-to")
                .iter()
                .map(|n| super::super::handlers::number(n).ok_or_else(|| bad("bad-number", "tied-to", n)))
                .collect::<Result<_, _>>()?,
            sides: sides(f)?,
            source: f.text("source"),
        }),
        "move" => Command::Move { of: f.of()?, movement: f.chosen("movement", Movement::from_code)?, words: f.maybe_words()? },
        "statement" => Command::Statement(Statement {
            speaker: f.required("speaker")?.to_owned(),
            role: f.text("role"),
            carried_by: f.names("carried-by"),
            said_on: f.text("said-on"),
            words: f.words()?,
            quoted: f.flag("quoted"),
            issues: issues(f)?,
            source: f.text("source"),
        }),
        "offer" => Command::Offer(Offer {
            if_: options(f, "if-")?,
            then: options(f, "then-")?,
            expires: f.moment("expires")?.ok_or_else(|| bad("bad-moment", "expires", ""))?,
            mediators_may_see: f.flag("mediators-may-see"),
        }),
        "withdraw-offer" => Command::WithdrawOffer { of: f.of()? },
        "reaffirm" => Command::Reaffirm { of: f.of()? },
        "announce-opening" => {
            let at = f.moment("at")?.ok_or_else(|| bad("bad-moment", "at", ""))?;
            Command::AnnounceOpening(Opening { at, title: f.words()? })
        }
        "hold-opening" => Command::HoldOpening { of: f.of()? },
        "pause" => Command::Pause { until: f.moment("until")?, words: f.maybe_words()? },
        "resume" => Command::Resume,
        _ => return Ok(None),
    }))
}

/// A file of estimates, pasted or sent.
fn estimate(f: &Fields<'_>) -> Result<Estimate, Refusal> {
    let file = match f.file.filter(|_| f.get("estimates").is_none()) {
        Some(bytes) => std::str::from_utf8(bytes).map_err(|_| Refusal::bad(Phrase::new("bad-text-file")))?.to_owned(),
        None => f.required("estimates")?.to_owned(),
    };
    Ok(Estimate { subject: f.chosen("subject", Subject::from_code)?, title: f.words_of("title")?, file, source: f.text("source") })
}

fn party(f: &Fields<'_>) -> Result<Party, Refusal> {
    let names =
        Language::ALL.iter().filter_map(|lang| Some(Words::new(*lang, f.text(&["text-", lang.tag()].concat())?))).collect::<Vec<_>>();
    if names.is_empty() {
        return Err(bad("bad-field-missing", "name", ""));
    }
    Ok(Party {
        id: f.party("party")?,
        part: f.chosen("part", Part::from_code)?,
        names,
        guarantees: f.flag("guarantees"),
        delegation: f.names("delegation"),
        hue: f.text("hue"),
        source: f.text("source"),
    })
}

fn session(f: &Fields<'_>) -> Result<Session, Refusal> {
    let mut attends = Vec::new();
    for (key, value) in f.pairs.iter().filter(|(_, v)| v == "1") {
        let Some(id) = key.strip_prefix("attends-") else { continue };
        let party = PartyId::new(id).map_err(|_| bad("bad-field-word", "party", value))?;
        let from = f.moment(&["attends-from-", id].concat())?;
        attends.push(Attends { party, from, role: None, source: None });
    }
    let lang = f.language("lang")?.unwrap_or(f.lang);
    Ok(Session {
        round: f.whole("round")?.unwrap_or(1),
        title: f.words()?,
        place: f.text("place"),
        begins: f.moment("begins")?,
        ended: None,
        attends,
        agenda: f.get("agenda").unwrap_or("").lines().map(str::trim).filter(|l| !l.is_empty()).map(|l| Words::new(lang, l)).collect(),
        source: f.text("source"),
    })
}

/// An issue with its options, one a line: an identifier, a colon, its words.
fn issue(f: &Fields<'_>) -> Result<Issue, Refusal> {
    let lang = f.language("lang")?.unwrap_or(f.lang);
    let options = f
        .get("options")
        .unwrap_or("")
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .map(|line| {
            let (id, words) = line.split_once(':').ok_or_else(|| bad("bad-option-line", "options", line))?;
            let id = OptionId::new(id.trim()).map_err(|_| bad("bad-identifier", "options", id))?;
            Ok((id, Words::new(lang, words.trim())))
        })
        .collect::<Result<_, Refusal>>()?;
    Ok(Issue { id: f.issue("issue")?, title: f.words()?, options, source: f.text("source") })
}

/// The issues ticked as `issue-<id>`.
fn issues(f: &Fields<'_>) -> Result<Vec<IssueId>, Refusal> {
    f.pairs
        .iter()
        .filter(|(_, v)| v == "1")
        .filter_map(|(k, _)| k.strip_prefix("issue-"))
        .map(|id| IssueId::new(id).map_err(|_| bad("bad-field-word", "issue", id)))
        .collect()
}

/// Each side's gist, as `text-side-<id>`.
fn sides(f: &Fields<'_>) -> Result<Vec<(PartyId, Words)>, Refusal> {
    let lang = f.language("lang")?.unwrap_or(f.lang);
    f.pairs
        .iter()
        .filter(|(_, v)| !v.trim().is_empty())
        .filter_map(|(k, v)| Some((k.strip_prefix("text-side-")?, v)))
        .map(|(id, v)| Ok((PartyId::new(id).map_err(|_| bad("bad-field-word", "party", id))?, Words::new(lang, v.trim()))))
        .collect()
}

/// Chosen options by issue, as `if-<issue>` and `then-<issue>`.
fn options(f: &Fields<'_>, prefix: &str) -> Result<Vec<(IssueId, OptionId)>, Refusal> {
    f.pairs
        .iter()
        .filter(|(_, v)| !v.is_empty())
        .filter_map(|(k, v)| Some((k.strip_prefix(prefix)?, v)))
        .map(|(issue, option)| {
            let issue = IssueId::new(issue).map_err(|_| bad("bad-field-word", "issue", issue))?;
            let option = OptionId::new(option).map_err(|_| bad("bad-field-word", "option", option))?;
            Ok((issue, option))
        })
        .collect()
}
