//! Forms: from the fields that a page sends to the command that the desk carries out.
//!
//! Field names are those of the pages in [`super::pages`]; a field that is missing or empty counts
//! as not given. What cannot be read is refused by name, and nothing is guessed.

mod arrange;
mod carry;
mod lists;
mod say;
mod text;

use desk::arithmetic::Subject;
use desk::clearance::Clearance;
use desk::refusal::Refusal;
use desk::rooms::Role;
use desk::{Command, FoundingPerson, Keeping};
use terms::id::{EntryNo, EntryRef, IssueId, PartyId, PersonId};
use terms::language::{Language, Words};
use terms::phrase::Phrase;
use terms::span::Span;
use terms::time::Stamp;

/// The fields of a form, with the zone in which its moments are meant.
pub(super) struct Fields<'a> {
    pairs: &'a [(String, String)],
    zone: &'a str,
    /// The language in which what is written without a tag is taken to be.
    lang: Language,
    /// The file that the form carries.
    file: Option<&'a [u8]>,
}

fn bad(key: &str, field: &str, text: &str) -> Refusal {
    Refusal::bad(Phrase::new(key).key("field", &["field-", field].concat()).name("text", text))
}

impl<'a> Fields<'a> {
    /// The value of a field, trimmed; none where it is empty.
    fn get(&self, name: &str) -> Option<&'a str> {
        self.pairs.iter().find(|(k, _)| k == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some("1" | "yes" | "on"))
    }

    fn required(&self, name: &str) -> Result<&'a str, Refusal> {
        self.get(name).ok_or_else(|| Refusal::bad(Phrase::new("bad-field-missing").key("field", &["field-", name].concat())))
    }

    /// A word of a closed list.
    fn ladder<T>(&self, name: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(code) => read(code).map(Some).ok_or_else(|| bad("bad-field-word", name, code)),
        }
    }

    /// A word of a closed list that must be given: nothing is ticked beforehand.
    fn chosen<T>(&self, name: &str, read: fn(&str) -> Option<T>) -> Result<T, Refusal> {
        let code = self.required(name)?;
        read(code).ok_or_else(|| bad("bad-field-word", name, code))
    }

    fn moment(&self, name: &str) -> Result<Option<Stamp>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(text) => crate::words::read_moment(text, self.zone).map(Some).ok_or_else(|| bad("bad-moment", name, text)),
        }
    }

    fn entry(&self, name: &str) -> Result<Option<EntryNo>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(text) => super::handlers::number(text).map(Some).ok_or_else(|| bad("bad-number", name, text)),
        }
    }

    fn of(&self) -> Result<EntryNo, Refusal> {
        self.required("of")?;
        self.entry("of")?.ok_or(Refusal::NotFound)
    }

    fn whole(&self, name: &str) -> Result<Option<u32>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(text) => {
                let plain: String = text.chars().map(|c| terms::script::digit(c).map_or(c, |d| char::from(b'0' + d))).collect();
                plain.parse().map(Some).map_err(|_| bad("bad-number", name, text))
            }
        }
    }

    fn entry_ref(&self, name: &str) -> Result<Option<EntryRef>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(text) => super::handlers::entry_ref(text).map(Some).ok_or(Refusal::NotFound),
        }
    }

    fn party(&self, name: &str) -> Result<PartyId, Refusal> {
        let text = self.required(name)?;
        PartyId::new(text).map_err(|_| bad("bad-field-word", name, text))
    }

    fn issue(&self, name: &str) -> Result<IssueId, Refusal> {
        let text = self.required(name)?;
        IssueId::new(text).map_err(|_| bad("bad-field-word", name, text))
    }

    /// Names on lines or between commas, in order.
    fn names(&self, name: &str) -> Vec<String> {
        let text = self.get(name).unwrap_or("");
        text.split(['\n', ',', '،', ';']).map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned).collect()
    }

    fn language(&self, name: &str) -> Result<Option<Language>, Refusal> {
        self.ladder(name, Language::from_tag)
    }

    /// Words of the field `text`, in the language of the field `lang`.
    fn words(&self) -> Result<Words, Refusal> {
        self.words_of("text")
    }

    fn words_of(&self, name: &str) -> Result<Words, Refusal> {
        self.written(self.get(name).unwrap_or(""))
    }

    /// A text that the form carries, in its own language.
    fn written(&self, text: &str) -> Result<Words, Refusal> {
        let stated = self.language("lang")?.unwrap_or(self.lang);
        // The screen's language stands in the field until somebody changes it, and often nobody does.
        Ok(Words::new(terms::script::written_in(text, stated), text))
    }

    fn maybe_words(&self) -> Result<Option<Words>, Refusal> {
        let words = self.words()?;
        Ok(Some(words).filter(|w| !w.text.is_empty()))
    }

    /// Spans of code points, as `3-17 20-25`.
    fn spans(&self, name: &str) -> Result<Vec<Span>, Refusal> {
        let text = self.get(name).unwrap_or("");
        text.split_whitespace()
            .map(|part| {
                let (start, end) = part.split_once('-')?;
                let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
                (span.start < span.end).then_some(span)
            })
            .collect::<Option<_>>()
            .ok_or_else(|| bad("bad-marks", name, text))
    }
}

/// The command that a form stands for. A use that does not exist is not found.
pub(super) fn command(
    used: &str,
    pairs: &[(String, String)],
    file: Option<&[u8]>,
    zone: &str,
    who: &Clearance,
) -> Result<Command, Refusal> {
    let fields = Fields { pairs, zone, lang: who.language(), file };
    if let Some(command) = say::command(used, &fields, who)? {
        return Ok(command);
    }
    if let Some(command) = carry::command(used, &fields)? {
        return Ok(command);
    }
    if let Some(command) = lists::command(used, &fields)? {
        return Ok(command);
    }
    if let Some(command) = text::command(used, &fields)? {
        return Ok(command);
    }
    arrange::command(used, &fields)?.ok_or(Refusal::NotFound)
}

/// The names of all uses that a form can ask for; for the tests' walk.
pub const USES: &[&str] = &[
    "say",
    "read-back",
    "recall",
    "correct",
    "translate",
    "ask",
    "permit",
    "decline",
    "withdraw",
    "prepare",
    "drop",
    "hold",
    "convey",
    "party",
    "round",
    "session",
    "end-session",
    "minutes",
    "step",
    "step-done",
    "attempt",
    "issue",
    "mandate",
    "position",
    "sticking-point",
    "move",
    "statement",
    "offer",
    "withdraw-offer",
    "reaffirm",
    "announce-opening",
    "hold-opening",
    "pause",
    "resume",
    "import-list",
    "state-counts",
    "claim-entry",
    "stage-entry",
    "pair-lists",
    "decide-pair",
    "estimate",
    "write-plan",
    "order-movement",
    "answer-movement",
    "log-movement",
    "count-movement",
    "propose-erasure",
    "confirm-erasure",
    "look-as",
    "initial",
    "reopen",
    "alternative",
    "reading",
    "set-aside",
    "amend",
    "returned",
];

/// Where a person is taken after a use, in the room it was done in; none for the entry's own screen.
pub(super) fn back(command: &Command) -> Option<String> {
    let screen = match command {
        Command::Convey { .. } | Command::Drop { .. } | Command::Hold { .. } => "shuttle",
        Command::Round(_)
        | Command::EndSession { .. }
        | Command::Step(_)
        | Command::StepDone { .. }
        | Command::Attempt(_)
        | Command::Issue(_)
        | Command::Party(_)
        | Command::AnnounceOpening(_)
        | Command::HoldOpening { .. }
        | Command::Pause { .. }
        | Command::Resume => "roadmap",
        Command::Position(_) | Command::StickingPoint(_) | Command::Move { .. } => "positions",
        Command::Offer(_) | Command::WithdrawOffer { .. } | Command::Reaffirm { .. } => "offers",
        Command::Estimate(e) => match e.subject {
            Subject::Packages => "packages",
            Subject::Home => "home",
        },
        Command::StateCounts(_) => "lists",
        Command::ClaimEntry { of, .. } => return Some(["list/", &of.to_string()].concat()),
        Command::DecidePair { of, .. } => return Some(["match/", &of.to_string()].concat()),
        Command::AnswerMovement { of, .. } | Command::LogMovement { of, .. } | Command::CountMovement { of, .. } => {
            return Some(["handover/", &of.to_string()].concat());
        }
        Command::ProposeErasure { .. } | Command::ConfirmErasure { .. } => "record",
        Command::Recall { of } | Command::Correct { of, .. } | Command::Translate { of, .. } | Command::ReadBack { of, .. } => {
            return Some(["message/", &of.to_string()].concat());
        }
        Command::Permit { permission, .. } => return Some(["message/", &permission.of.to_string()].concat()),
        other => return super::pages::text::back_of(other),
    };
    Some(screen.to_owned())
}

/// The keeper's act that a form stands for.
pub(super) fn keeping(used: &str, pairs: &[(String, String)]) -> Result<Keeping, Refusal> {
    let fields = Fields { pairs, zone: "UTC", lang: Language::En, file: None };
    let person = || {
        let text = fields.required("person")?;
        PersonId::new(text).map_err(|_| bad("bad-identifier", "person", text))
    };
    Ok(match used {
        "add" => {
            let body = fields.get("body").map(|b| PartyId::new(b).map_err(|_| bad("bad-identifier", "body", b))).transpose()?;
            Keeping::Add(FoundingPerson {
                id: person()?,
                name: fields.required("name")?.to_owned(),
                role: fields.chosen("role", Role::from_code)?,
                body,
                lang: fields.language("lang")?.unwrap_or(Language::En),
                zone: fields.text("zone"),
            })
        }
        "invite" => Keeping::Invite { person: person()? },
        "role" => Keeping::Role { person: person()?, role: fields.chosen("role", Role::from_code)? },
        "end-access" => Keeping::EndAccess { person: person()? },
        "end-sessions" => Keeping::EndSessions { person: person()? },
        "clock" => Keeping::Clock,
        "private-word" => Keeping::PrivateWord { person: person()?, mediator: fields.party("mediator")? },
        _ => return Err(Refusal::NotFound),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(String, String)]) -> Fields<'_> {
        Fields { pairs, zone: "Africa/Cairo", lang: Language::En, file: None }
    }

    #[test]
    fn names_stand_on_lines_or_between_commas_of_any_script() {
        let pairs = [("present".to_owned(), "A. Sun, B. Moon\nج. نجم، د. بحر".to_owned())];
        assert_eq!(fields(&pairs).names("present"), ["A. Sun", "B. Moon", "ج. نجم", "د. بحر"]);
    }

    #[test]
    fn a_mark_that_ends_before_it_begins_is_refused() {
        for bad in ["5-3", "4-4", "a-b", "7"] {
            let pairs = [("marked".to_owned(), bad.to_owned())];
            assert!(matches!(fields(&pairs).spans("marked"), Err(Refusal::Bad(_))), "{bad}");
        }
        let pairs = [("marked".to_owned(), "0-4 9-12".to_owned())];
        assert_eq!(fields(&pairs).spans("marked").unwrap_or_default(), [Span { start: 0, end: 4 }, Span { start: 9, end: 12 }]);
    }

    #[test]
    fn a_moment_is_meant_in_the_talks_zone() {
        let pairs = [("expires".to_owned(), "2026-03-05T18:00".to_owned())];
        assert_eq!(fields(&pairs).moment("expires").ok().flatten(), Some(Stamp(1_772_726_400)));
    }
}
