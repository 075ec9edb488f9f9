//! `caucus export`, `import` and `verify`: what one person may read, as one file, and its check.

use super::failure::{Exit, Failure, what_happened};
use super::open_case::invite;
use super::place::{DataArgs, SETTINGS, open};
use super::{Format, Out};
use crate::clock::Clock;
use desk::directory::Case;
use desk::rooms::Role;
use desk::{Desk, FoundingPerson};
use record::note::NoteVerifier;
use record::{Fault, Receipt, Verdict, bundle};
use serde_json::{Value, json};
use std::path::PathBuf;
use terms::id::{CaseCode, PartyId, PersonId};
use terms::language::{Language, Words};

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    at: DataArgs,
    /// The case.
    case: String,
    /// Whose reading: a person's identifier, sign-in name or name.
    #[arg(long = "as", value_name = "NAME")]
    person: String,
    /// The file to write; nothing is overwritten.
    #[arg(long, short, value_name = "FILE", default_value = "record.caucus")]
    out: PathBuf,
}

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    at: DataArgs,
    /// The file.
    bundle: PathBuf,
    /// The reader's identifier in the new store: that of the old one, where a private word is to be read.
    #[arg(long = "as", value_name = "ID")]
    person: String,
    /// The reader's name.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The reader's role, as in the old store.
    #[arg(long, value_name = "ROLE")]
    role: String,
    /// The reader's side or body, by its identifier.
    #[arg(long, value_name = "ID")]
    body: Option<String>,
    /// The case's title in the new store; its code where not given.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The talks' time zone.
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    zone: String,
    /// A key that may have signed the file; any, where none is given.
    #[arg(long = "trust", value_name = "KEY")]
    trusted: Vec<String>,
    /// What stands before the invitation's address.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:7070")]
    url: String,
}

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub(crate) struct VerifyArgs {
    /// The file, or a store's folder (which needs its key).
    what: PathBuf,
    /// A key that may have signed it (`caucus init` prints it); any, where none is given.
    #[arg(long = "trust", value_name = "KEY")]
    trusted: Vec<String>,
    /// A receipt to check against it; may be given again.
    #[arg(long = "receipt", value_name = "FILE")]
    receipts: Vec<PathBuf>,
    #[command(flatten)]
    key: super::key::KeyArgs,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn export(args: &ExportArgs, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let case = CaseCode::new(&args.case)
        .map_err(|_| Failure::input(format!("`{}` is no case code", args.case), "small letters, digits and dashes"))?;
    let (desk, _) = open(&args.at)?;
    let person = find(&desk, &case, &args.person)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&args.out).map_err(|e| Failure::file(&args.out, &e))?;
    let written = desk
        .project(&case, &person, &mut file)
        .map_err(Failure::from)
        .and_then(|rooms| file.sync_all().map(|()| rooms).map_err(|e| Failure::file(&args.out, &e)));
    match written {
        Ok(rooms) => {
            out.result(&args.out.display().to_string());
            out.say(&format!(
                "{} rooms, in clear: whoever has this file reads them. It can be checked with `caucus verify`, without store or key.",
                rooms.len()
            ));
            Ok(Exit::Done)
        }
        Err(failure) => {
            // Half a file in clear helps nobody.
            let _ = std::fs::remove_file(&args.out);
            Err(failure)
        }
    }
}

/// A person of a case by identifier, sign-in name or whole name.
fn find(desk: &Desk, case: &CaseCode, wanted: &str) -> Result<PersonId, Failure> {
    let directory = desk.directory();
    if directory.case(case).is_none() {
        let known: Vec<&str> = directory.cases().map(|c| c.code.as_str()).collect();
        return Err(Failure::input(
            format!("there is no case `{case}`"),
            &format!("this store has: {}", if known.is_empty() { "none".to_owned() } else { known.join(", ") }),
        ));
    }
    let found: Vec<PersonId> = directory
        .accounts(case)
        .filter(|(a, lasts)| *lasts && (a.person.as_str() == wanted || a.sign_in == wanted || a.name == wanted))
        .map(|(a, _)| a.person.clone())
        .collect();
    match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure::input(
            format!("nobody in `{case}` is `{wanted}`, or their access has ended"),
            "give an identifier, a sign-in name or the whole name",
        )),
        _ => Err(Failure::input(format!("more than one person in `{case}` is `{wanted}`"), "give the identifier or the sign-in name")),
    }
}

pub(crate) fn import(args: &ImportArgs, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let bytes = std::fs::read(&args.bundle).map_err(|e| Failure::file(&args.bundle, &e))?;
    let known = keys(&args.trusted)?;
    let bad = |what: &str| Failure::input(format!("`{what}` is no usable identifier"), "small letters, digits and dashes");
    let role = Role::from_code(&args.role).ok_or_else(|| {
        let all: Vec<&str> = Role::ALL.iter().map(|r| r.code()).collect();
        Failure::input(format!("`{}` is no role", args.role), &format!("one of: {}", all.join(", ")))
    })?;
    let person = FoundingPerson {
        id: PersonId::new(&args.person).map_err(|_| bad(&args.person))?,
        name: args.name.clone().unwrap_or_else(|| args.person.clone()),
        role,
        body: args.body.as_ref().map(|b| PartyId::new(b).map_err(|_| bad(b))).transpose()?,
        lang: Language::En,
        zone: None,
    };
    let code = Desk::case_of(&bytes, known.as_deref())?;
    let (desk, settings) = open(&args.at)?;
    let title = args.title.clone().unwrap_or_else(|| code.to_string());
    let case = Case {
        code: code.clone(),
        titles: vec![Words::new(Language::En, title)],
        host: settings.host,
        zone: args.zone.clone(),
        zone_name: args.zone.clone(),
    };
    let now = Clock::default().now(None);
    let rooms = desk.adopt(&bytes, known.as_deref(), &case, &person, now)?;
    let token = invite(&desk, &code, &person.id, now)?;
    out.say(&format!("{} rooms of {code} are in this store. The address below works once, for three days.", rooms.len()));
    out.result(&format!("{}/invitation/{token}", args.url.trim_end_matches('/')));
    Ok(Exit::Done)
}

fn keys(texts: &[String]) -> Result<Option<Vec<NoteVerifier>>, Failure> {
    let read = texts.iter().map(|t| {
        NoteVerifier::parse(t).map_err(|e| Failure::input(format!("`{t}` is no key: {e}"), "give it as `caucus init` printed it"))
    });
    let keys = read.collect::<Result<Vec<_>, _>>()?;
    Ok((!keys.is_empty()).then_some(keys))
}

pub(crate) fn verify(args: &VerifyArgs, out: &mut Out<'_>) -> Result<Exit, Failure> {
    if args.what.join(SETTINGS).is_file() {
        return verify_store(args, out);
    }
    let known = keys(&args.trusted)?;
    let bytes = std::fs::read(&args.what).map_err(|e| Failure::file(&args.what, &e))?;
    let report = match bundle::verify(&bytes, known.as_deref()) {
        Ok(report) => report,
        Err(fault) => return Ok(fails(&fault, args.format, out)),
    };
    let mut holds = true;
    let mut receipts = Vec::new();
    for path in &args.receipts {
        let text = std::fs::read_to_string(path).map_err(|e| Failure::file(path, &e))?;
        let receipt = Receipt::parse(&text)
            .map_err(|e| Failure::input(format!("`{}` is no receipt: {e}", path.display()), "give the file as it was downloaded"))?;
        let verdict = bundle::check_receipt(&bytes, known.as_deref(), &receipt)?;
        let (good, words) = told(&verdict);
        holds &= good;
        receipts.push((path, good, words));
    }
    match args.format {
        Format::Json => {
            let rooms: Vec<Value> = report
                .rooms
                .iter()
                .map(|r| json!({"room": r.room, "entries": r.checkpoint.size, "erased": r.erased, "key": r.key.vkey(), "key_known": r.known}))
                .collect();
            let receipts: Vec<Value> = receipts
                .iter()
                .map(|(path, good, words)| json!({"file": path.display().to_string(), "holds": good, "says": words}))
                .collect();
            out.json(&json!({"holds": holds, "rooms": rooms, "entries": report.entries(), "receipts": receipts}));
        }
        Format::Text => {
            for r in &report.rooms {
                let key = if r.known { "by a key that you trust" } else { "by a key that you have not named" };
                out.result(&format!("{}: {} entries, {} erased, signed {key}", r.room, r.checkpoint.size, r.erased));
            }
            for (path, good, words) in &receipts {
                out.result(&format!("{} {}: {words}", if *good { "holds" } else { "DOES NOT HOLD" }, path.display()));
            }
            out.say(if holds {
                "Everything in the file is as it was recorded."
            } else {
                "The file is whole, and a receipt does not agree with it."
            });
        }
    }
    Ok(if holds { Exit::Done } else { Exit::DoesNotHold })
}

/// Every room of a store, each from what is stored; goes on where one is bad.
fn verify_store(args: &VerifyArgs, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let at = DataArgs { data: args.what.clone(), key: args.key.clone() };
    let (desk, _) = open(&at)?;
    let checks = desk.record().verify_all()?;
    let bad = checks.iter().filter(|c| c.outcome.is_err()).count();
    match args.format {
        Format::Json => {
            let rooms: Vec<Value> = checks
                .iter()
                .map(|c| match &c.outcome {
                    Ok(v) => json!({"place": c.place, "holds": true, "entries": v.size, "erased": v.erased}),
                    Err(fault) => json!({"place": c.place, "holds": false, "first_bad": first_bad(fault), "says": fault.to_string()}),
                })
                .collect();
            out.json(&json!({"holds": bad == 0, "rooms": rooms}));
        }
        Format::Text => {
            for c in &checks {
                match &c.outcome {
                    Ok(v) => out.result(&format!("{}: {} entries, {} erased", c.place, v.size, v.erased)),
                    Err(fault) => out.result(&format!("DOES NOT HOLD {}: {fault}", c.place)),
                }
            }
            out.say(&format!("{} rooms checked, {bad} bad.", checks.len()));
        }
    }
    Ok(if bad == 0 { Exit::Done } else { Exit::DoesNotHold })
}

fn first_bad(fault: &Fault) -> Option<u64> {
    match fault {
        Fault::Altered { n, .. } => n.map(|n| n.0),
        _ => None,
    }
}

/// A file that does not verify: which entry is the first bad one, where one can be named.
fn fails(fault: &Fault, format: Format, out: &mut Out<'_>) -> Exit {
    let says = what_happened(fault);
    match format {
        Format::Json => out.json(&json!({"holds": false, "kind": fault.kind(), "first_bad": first_bad(fault), "says": says})),
        Format::Text => {
            out.result(&format!("DOES NOT HOLD: {says}"));
            out.say("Keep the file as it is, and ask whoever exported it for another copy.");
        }
    }
    Exit::DoesNotHold
}

/// What a receipt came to, and whether it holds.
fn told(verdict: &Verdict) -> (bool, String) {
    match verdict {
        Verdict::Holds => (true, "the entry is there, as it was acknowledged".to_owned()),
        Verdict::HoldsErased { logged_at } => {
            (true, format!("the entry was there as acknowledged, and its words were erased since, as entry {logged_at} says"))
        }
        Verdict::BehindReceipt { receipt_size, size } => {
            (false, format!("the receipt speaks of {receipt_size} entries and the file has {size}: it is older than the receipt"))
        }
        Verdict::Wrong { why } => (false, why.clone()),
    }
}
