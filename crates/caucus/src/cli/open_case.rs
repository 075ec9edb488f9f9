//! `caucus open-case`: opens a case from a file, and invites those who keep it.

use super::failure::{Exit, Failure};
use super::place::{DataArgs, open, random_hex, toml_failure};
use super::{Format, Out};
use crate::clock::Clock;
use crate::examples::Example;
use crate::web::hash_text;
use desk::directory::Line;
use desk::rooms::Role;
use desk::{Desk, Founding, Now};
use std::path::{Path, PathBuf};
use terms::id::{CaseCode, PersonId};

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    at: DataArgs,
    /// The case: its code, titles, zone, parties and people, written as `case.toml` of an example.
    #[arg(value_name = "FOUNDING.toml")]
    founding: PathBuf,
    /// What stands before the invitations' addresses.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:7070")]
    url: String,
    /// Invite everybody, not only those who keep the directory.
    #[arg(long)]
    invite_all: bool,
    /// How the invitations are printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// For how long the first invitations can be used, in seconds: three days.
const INVITATION: i64 = 3 * 24 * 3600;

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let text = std::fs::read_to_string(&args.founding).map_err(|e| Failure::file(&args.founding, &e))?;
    let founding = read(&args.founding, &text)?;
    let (desk, _) = open(&args.at)?;
    let now = Clock::default().now(None);
    let convened = desk.convene(&founding, now)?;
    // Whoever keeps the directory invites the others; where nobody does, the mediators begin.
    let keeps = founding.people.iter().any(|p| p.role == Role::Keeper);
    let first = if keeps { Role::Keeper } else { Role::Mediator };
    let mut invited = Vec::new();
    for person in founding.people.iter().filter(|p| args.invite_all || p.role == first) {
        let token = invite(&desk, &founding.case.code, &person.id, now)?;
        let sign_in = desk.directory().account(&founding.case.code, &person.id).map_or_else(String::new, |a| a.sign_in.clone());
        let url = format!("{}/invitation/{token}", args.url.trim_end_matches('/'));
        invited.push(serde_json::json!({"name": person.name, "role": person.role, "sign_in": sign_in, "url": url}));
    }
    desk.keep_snapshots()?;
    match args.format {
        Format::Json => out.json(&serde_json::json!({"case": founding.case.code, "rooms": convened.rooms.len(), "invitations": invited})),
        Format::Text => {
            out.say(&format!(
                "The case {} is open with {} rooms. Each address below works once, for three days; give each to its person alone.",
                founding.case.code,
                convened.rooms.len()
            ));
            for line in &invited {
                let text = |name: &str| line[name].as_str().unwrap_or_default();
                out.result(&format!("{}, {}: {}", text("name"), text("role"), text("url")));
            }
        }
    }
    Ok(Exit::Done)
}

/// Reads a founding as the examples write it; the two moments that only an example needs may be missing.
fn read(path: &Path, text: &str) -> Result<Founding, Failure> {
    let table: toml::Table = toml::from_str(text).map_err(|e| toml_failure(path, text, &e))?;
    let mut whole = String::new();
    for key in ["now", "opened"].into_iter().filter(|k| !table.contains_key(*k)) {
        whole.push_str(key);
        whole.push_str(" = \"2000-01-01T00:00\"\n");
    }
    let added = whole.lines().count();
    whole.push_str(text);
    let name = path.parent().and_then(Path::file_name).map_or_else(|| "case".into(), |n| n.to_string_lossy());
    let example = Example::from_files(&name, &[("case.toml", &whole)]).map_err(|e| {
        let line = e.line.saturating_sub(added).max(1);
        Failure::input(format!("`{}`, line {line}: {}", path.display(), e.what), "mend the file and start again; nothing was opened")
    })?;
    Ok(example.founding)
}

/// Invites a person by the machine's own hand: the first ones cannot be invited by a keeper.
pub(crate) fn invite(desk: &Desk, case: &CaseCode, person: &PersonId, now: Now) -> Result<String, Failure> {
    let token = random_hex(32);
    let line =
        Line::Invited { case: case.clone(), person: person.clone(), token: hash_text(&token), expires: now.wall.plus_seconds(INVITATION) };
    desk.write_line(&line, now)?;
    Ok(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"
[case]
code = "mill"
zone = "UTC"
zone_name = "UTC"
titles = [{ en = "The mill" }]

[case.host]
name = "A mediator"
country = "Nowhere"
key_holder = "the mediator"

[[parties]]
id = "a"
part = "side"
hue = "ochre"
names = [{ en = "A" }]

[[people]]
id = "m"
name = "M"
role = "mediator"
body = "go-between"
"#;

    #[test]
    fn a_case_is_written_as_an_example_begins() {
        let founding = read(Path::new("x/case.toml"), CASE).unwrap();
        assert_eq!((founding.case.code.as_str(), founding.people.len()), ("mill", 1));
    }

    #[test]
    fn a_broken_line_is_named_as_the_file_counts_it() {
        let broken = CASE.replace("part = \"side\"", "part = side");
        let failure = read(Path::new("x/case.toml"), &broken).unwrap_err();
        assert!(failure.message.contains("line 15"), "{failure}");
        assert!(read(Path::new("x/case.toml"), &CASE.replace("role = \"mediator\"", "role = \"king\"")).is_err());
    }
}
