//! Forms of the mediators' carrying: prepare, ask leave, hold, set aside, convey, look as a side.

use super::Fields;
use super::say::{answers, wording};
use desk::Command;
use desk::refusal::Refusal;
use talks::conveyance::Preparation;
use talks::message::MessageKind;
use terms::id::{Elsewhere, EntryNo};

pub(super) fn command(used: &str, f: &Fields<'_>) -> Result<Option<Command>, Refusal> {
    Ok(Some(match used {
        "prepare" => Command::Prepare(Preparation {
            from: f.entry_ref("from")?.map(Elsewhere::from),
            marked: f.spans("marked")?,
            to: f.party("to")?,
            kind: f.ladder("kind", MessageKind::from_code)?.unwrap_or(MessageKind::Statement),
            answers: answers(f)?,
            wording: wording(f)?,
            prevails: f.language("prevails")?,
            only_one_could_know: f.chosen("only-one", yes_no)?,
            with: f.entry("with")?,
            answers_entry: f.entry("answers-entry")?,
            tie: super::say::tie(f)?,
            draft: f.entry("draft")?,
            map: super::text::mapping(f)?,
        }),
        "ask" => Command::Ask { of: f.of()? },
        "drop" => Command::Drop { of: f.of()? },
        "hold" => Command::Hold { message: f.entry_ref("message")?.ok_or(Refusal::NotFound)?.into(), words: f.maybe_words()? },
        "convey" => {
            Command::Convey { of: f.of()?, said_at: f.moment("said-at")?, heard_by: f.names("heard-by"), words_used: f.maybe_words()? }
        }
        "look-as" => Command::LookAs { party: f.party("party")? },
        "propose-erasure" => Command::ProposeErasure { of: f.of()?, why: f.words()? },
        "confirm-erasure" => Command::ConfirmErasure { proposal: f.entry("proposal")?.unwrap_or(EntryNo(u64::MAX)) },
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
