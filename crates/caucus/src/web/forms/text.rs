//! Forms of the single text: initial, reopen, alternatives, readings, setting aside, amending.

use super::{Fields, bad};
use desk::Command;
use desk::refusal::Refusal;
use desk::uses::Change;
use talks::negotiating_text::Same;
use terms::disclosure::Standing;

pub(super) fn command(used: &str, f: &Fields<'_>) -> Result<Option<Command>, Refusal> {
    let clause = || f.required("clause").map(str::to_owned);
    Ok(Some(match used {
        "initial" => Command::Initial {
            of: f.of()?,
            clause: clause()?,
            by: f.text("by").unwrap_or_default(),
            standing: f.chosen("standing", Standing::from_code)?,
        },
        "reopen" => Command::Reopen { of: f.of()?, clause: clause()?, by: f.text("by").unwrap_or_default(), words: f.maybe_words()? },
        "alternative" => Command::Alternative {
            of: f.of()?,
            bracket: f.required("bracket")?.to_owned(),
            letter: f.text("letter").unwrap_or_default(),
            party: f.party("party")?,
        },
        "reading" => Command::Reading { of: f.of()?, clause: clause()?, name: f.text("name"), sentence: f.required("text")?.to_owned() },
        "set-aside" => Command::SetAside { of: f.of()?, key: f.required("finding")?.to_owned(), why: f.words()? },
        "amend" => Command::Amend { of: f.of()?, change: change(f)? },
        _ => return Ok(None),
    }))
}

fn change(f: &Fields<'_>) -> Result<Change, Refusal> {
    let text = |name: &str| f.required(name).map(str::to_owned);
    Ok(match f.required("change")? {
        "take" => Change::Take { bracket: text("bracket")?, letter: text("letter")? },
        "reword" => Change::Reword { clause: text("clause")?, text: text("text")? },
        "insert" => Change::Insert { clause: text("clause")?, number: text("number")?, text: text("text")? },
        "drop" => Change::Drop { clause: text("clause")? },
        "define" => Change::Define { text: text("text")? },
        other => return Err(bad("bad-field-word", "change", other)),
    })
}

/// "14 = 6", one a line: ours and theirs.
pub(super) fn mapping(f: &Fields<'_>) -> Result<Vec<Same>, Refusal> {
    let text = f.get("map").unwrap_or("");
    text.lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .map(|line| {
            let (ours, theirs) = line.split_once('=').ok_or_else(|| bad("bad-mapping", "map", line))?;
            Ok(Same { ours: ours.trim().to_owned(), theirs: theirs.trim().to_owned() })
        })
        .collect()
}
