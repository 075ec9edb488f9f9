//! Forms of what is said and of permissions: say, note, read back, recall, correct, translate, permit, decline, withdraw.

use super::Fields;
use desk::Command;
use desk::clearance::Clearance;
use desk::refusal::Refusal;
use talks::message::{Message, MessageKind, Speaker, Tie};
use talks::note::{Exactness, Means, Noted, WrittenFrom};
use talks::permission::{Answers, Conditions, Permission, Version};
use terms::disclosure::{Form, PermissionForm, Source, Standing, Use, VersionState};
use terms::id::PartyId;
use terms::language::{Language, Words};
use terms::phrase::Phrase;

pub(super) fn command(used: &str, f: &Fields<'_>, who: &Clearance) -> Result<Option<Command>, Refusal> {
    Ok(Some(match used {
        "say" => Command::Say(message(f, who)?),
        "read-back" => Command::ReadBack { of: f.of()?, confirmed: f.required("confirmed")? == "yes", words: f.maybe_words()? },
        "recall" => Command::Recall { of: f.of()? },
        "correct" => Command::Correct { of: f.of()?, words: f.words()? },
        "translate" => Command::Translate {
            of: f.of()?,
            version: Version {
                words: f.words()?,
                state: f.ladder("state", VersionState::from_code)?.unwrap_or(VersionState::Working),
                by: f.text("by"),
                checked_by: f.text("checked-by"),
                back: back_translation(f, "back")?,
            },
        },
        "permit" => Command::Permit { ask: f.entry("ask")?, permission: permission(f)? },
        "decline" => Command::Decline { ask: f.entry("ask")?.ok_or(Refusal::NotFound)?, words: f.maybe_words()? },
        "withdraw" => Command::Withdraw { permission: f.entry("permission")?.ok_or(Refusal::NotFound)? },
        _ => return Ok(None),
    }))
}

fn back_translation(f: &Fields<'_>, name: &str) -> Result<Option<Words>, Refusal> {
    let lang = f.language(&[name, "-lang"].concat())?.unwrap_or(f.lang);
    Ok(f.text(name).map(|text| Words::new(lang, text)))
}

fn message(f: &Fields<'_>, who: &Clearance) -> Result<Message, Refusal> {
    let own = who.body().cloned();
    let party = match f.get("party") {
        Some(_) => f.party("party")?,
        None => own.clone().ok_or(Refusal::NotFound)?,
    };
    let noted_for_another = own.as_ref() != Some(&party);
    let noted = if f.flag("noted") || noted_for_another { Some(noted(f)?) } else { None };
    // A whole text may come as a file.
    let words = match f.file.filter(|_| f.get("text").is_none()) {
        Some(bytes) => f.written(std::str::from_utf8(bytes).map_err(|_| Refusal::bad(Phrase::new("bad-text-file")))?.trim())?,
        None => f.words()?,
    };
    let name = f.text("speaker");
    Ok(Message {
        kind: f.ladder("kind", MessageKind::from_code)?.unwrap_or(MessageKind::Statement),
        words,
        standing: f.ladder("standing", Standing::from_code)?.unwrap_or(Standing::Personal),
        speaker: Speaker { party, name },
        tie: tie(f)?,
        answers: f.entry("answers")?,
        noted,
        source: None,
    })
}

pub(super) fn tie(f: &Fields<'_>) -> Result<Option<Tie>, Refusal> {
    let text = f.entry("tie-text")?;
    let what = f.text("tie").or_else(|| text.map(|_| "text".to_owned()));
    let Some(what) = what else { return Ok(None) };
    let (version, clause) = (f.whole("tie-version")?.unwrap_or(1), f.text("tie-clause"));
    Ok(Some(Tie { what, version, clause, text, wording: f.flag("tie-wording") }))
}

fn noted(f: &Fields<'_>) -> Result<Noted, Refusal> {
    Ok(Noted {
        said_at: f.moment("said-at")?,
        said_to: f.names("said-to"),
        present: f.names("present"),
        means: f.ladder("means", Means::from_code)?.unwrap_or(Means::NotStated),
        said_in: f.language("said-in")?,
        from: f.ladder("written-from", WrittenFrom::from_code)?.unwrap_or(WrittenFrom::Memory),
        exactness: f.ladder("exactness", Exactness::from_code)?.unwrap_or(Exactness::Gist),
        sheet_line: f.whole("sheet-line")?,
    })
}

/// The four questions; each must be answered, none is ticked beforehand.
pub(super) fn answers(f: &Fields<'_>) -> Result<Answers, Refusal> {
    Ok(Answers {
        use_: f.chosen("use", Use::from_code)?,
        source: f.chosen("source", Source::from_code)?,
        form: f.chosen("form", Form::from_code)?,
        standing: f.chosen("standing", Standing::from_code)?,
    })
}

/// Language versions: `text-en`, with `state-en`, `by-en`, `checked-en`, `back-en` and `back-en-lang` beside it.
pub(super) fn wording(f: &Fields<'_>) -> Result<Vec<Version>, Refusal> {
    let mut out = Vec::new();
    for lang in Language::ALL {
        let at = |part: &str| [part, "-", lang.tag()].concat();
        let Some(text) = f.text(&at("text")) else { continue };
        out.push(Version {
            words: Words::new(lang, text),
            state: f.ladder(&at("state"), VersionState::from_code)?.unwrap_or(VersionState::Original),
            by: f.text(&at("by")),
            checked_by: f.text(&at("checked")),
            back: back_translation(f, &at("back"))?,
        });
    }
    // The original comes first: it is what the others are versions of.
    out.sort_by_key(|v| v.state);
    Ok(out)
}

fn permission(f: &Fields<'_>) -> Result<Permission, Refusal> {
    Ok(Permission {
        of: f.of()?,
        to: PartyId::new(f.required("to")?).map_err(|_| Refusal::NotFound)?,
        answers: answers(f)?,
        wording: wording(f)?,
        given: f.chosen("given", PermissionForm::from_code)?,
        by: f.text("by").unwrap_or_default(),
        heard_by: f.names("heard-by"),
        conditions: Conditions {
            not_before: f.moment("not-before")?,
            expires: f.moment("expires")?,
            only_if_other: f.flag("only-if-other"),
            tell_when_used: f.flag("tell-when-used"),
            limits: f.text("limits"),
        },
    })
}
