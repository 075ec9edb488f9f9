//! Examples: folders of dated commands, played through the same uses as the screens.
//!
//! A folder holds `case.toml` (what the case begins with, and the moment its clock stands at) and
//! numbered files of acts in the order they happened. An act says who does it, when, in which room
//! (by its alias, see [`desk::alias`]) and which use of the desk it is; `written.rs` says how its
//! fields are put down so that the folder reads as a story. [`play`] opens the case and carries
//! every act out; there is no other way into the store.
//!
//! Invariants: acts never go back in time; an act that is refused stops the play, unless its file
//! says that it is refused, and then it must be, for that reason; played twice over the same
//! randomness and wall time an example gives the same bytes.

mod play;
mod written;

pub use play::play;

use crate::words::read_moment;
use desk::Founding;
use std::fmt;
use std::path::Path;
use terms::time::Stamp;
use written::Normal;

macro_rules! folder {
    ($name:literal: $($file:literal),+ $(,)?) => {
        ($name, &[$(($file, include_str!(concat!("../../../examples/", $name, "/", $file)))),+])
    };
}

type Folder = (&'static str, &'static [(&'static str, &'static str)]);

/// The examples that the program carries, file by file, so that the demo needs none beside it.
const EMBEDDED: &[Folder] = &[
    folder!("sharm-el-sheikh": "case.toml", "01-before.toml", "02-plan.toml", "03-first-day.toml", "04-second-day.toml", "05-counts.toml", "05-text.toml", "06-at-home.toml"),
    folder!("two-rivers": "case.toml", "01-before.toml", "02-round-one.toml", "03-between.toml", "04-round-two.toml", "05-round-three.toml", "05b-text.toml", "06-thursday.toml", "07-lists.toml", "08-estimates.toml"),
];

/// An example as it was read.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its name: that of its folder.
    pub name: String,
    /// What the case begins with.
    pub founding: Founding,
    /// The moment at which its clock is held, in the case's time.
    pub now: Stamp,
    /// The moment at which it was opened, in the case's time.
    pub opened: Stamp,
    /// Its acts in order.
    acts: Vec<Act>,
}

/// One act of an example: who, when, where, and the fields of the use as they are written.
#[derive(Debug, Clone)]
struct Act {
    at: Place,
    who: String,
    when: Stamp,
    room: String,
    name: Option<String>,
    arrives: Vec<String>,
    proved: bool,
    refused: Option<String>,
    fields: toml::Table,
}

/// A line of a file of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    file: String,
    line: usize,
}

impl Place {
    fn error(&self, what: impl Into<String>) -> ExampleError {
        ExampleError { file: self.file.clone(), line: self.line, what: what.into() }
    }
}

/// Why an example cannot be read or played: where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleError {
    /// The file, with its folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

impl fmt::Display for ExampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for ExampleError {}

/// The names of the examples that the program carries, in the order that the demo plays them.
#[must_use]
pub fn names() -> Vec<&'static str> {
    EMBEDDED.iter().map(|(name, _)| *name).collect()
}

impl Example {
    /// An example that the program carries.
    pub fn embedded(name: &str) -> Result<Example, ExampleError> {
        match EMBEDDED.iter().find(|(n, _)| *n == name) {
            Some((name, files)) => Example::from_files(name, files),
            None => {
                Err(Place { file: name.to_owned(), line: 1 }
                    .error(format!("there is no example `{name}`; there are {}", names().join(", "))))
            }
        }
    }

    /// An example from a folder: `case.toml` and every other `.toml` file beside it, by name.
    pub fn read(dir: &Path) -> Result<Example, ExampleError> {
        let name = dir.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let unreadable =
            |path: &Path, e: &std::io::Error| Place { file: path.display().to_string(), line: 1 }.error(format!("cannot be read: {e}"));
        let mut files = Vec::new();
        for entry in std::fs::read_dir(dir).map_err(|e| unreadable(dir, &e))? {
            let path = entry.map_err(|e| unreadable(dir, &e))?.path();
            if path.extension().is_some_and(|x| x == "toml") {
                let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?;
                files.push((path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()), text));
            }
        }
        files.sort();
        let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
        Example::from_files(&name, &files)
    }

    /// An example from its files, each with its name and its text; `case.toml` is one of them.
    pub fn from_files(name: &str, files: &[(&str, &str)]) -> Result<Example, ExampleError> {
        let case = Place { file: format!("{name}/case.toml"), line: 1 };
        let Some((_, text)) = files.iter().find(|(n, _)| *n == "case.toml") else {
            return Err(case.error("is not there; an example begins with it"));
        };
        let mut table: toml::Table = toml::from_str(text).map_err(|e| broken(&case.file, text, &e))?;
        let zone = table.get("case").and_then(|c| c.get("zone")).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
        let mut moment = |key: &str| {
            let text = table.remove(key).as_ref().and_then(toml::Value::as_str).map(str::to_owned);
            let at = text.as_deref().and_then(|t| read_moment(t, &zone));
            at.ok_or_else(|| {
                case.error(format!(
                    "`{key}` must be a moment of the case, as in `{key} = \"2026-03-05T16:42\"`, and `zone` one of the IANA names"
                ))
            })
        };
        let (now, opened) = (moment("now")?, moment("opened")?);
        let normal = Normal { zone: &zone };
        let value = normal.whole(table);
        let founding: Founding = written::read(&value).map_err(|what| case.error(what))?;
        let mut acts: Vec<Act> = Vec::new();
        for (file, text) in files.iter().filter(|(n, _)| *n != "case.toml") {
            for act in acts_of(&format!("{name}/{file}"), text, &zone)? {
                let before = acts.last().map_or(opened, |a| a.when);
                if act.when < before {
                    return Err(act.at.error("happens before the act above it; put it in its place, or give it a later `when`"));
                }
                if act.when > now {
                    return Err(act.at.error("happens after the case's `now`; give it an earlier `when`, or the case a later `now`"));
                }
                acts.push(act);
            }
        }
        Ok(Example { name: name.to_owned(), founding, now, opened, acts })
    }

    /// How many acts it has.
    #[must_use]
    pub fn acts(&self) -> usize {
        self.acts.len()
    }
}

/// Where in a text a TOML error stands, and what the parser says of it.
fn broken(file: &str, text: &str, error: &toml::de::Error) -> ExampleError {
    let line = line_of(text, error.span().map_or(0, |s| s.start));
    Place { file: file.to_owned(), line }.error(error.message())
}

fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|b| **b == b'\n').count() + 1
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    act: Vec<toml::Spanned<toml::Table>>,
}

fn acts_of(file: &str, text: &str, zone: &str) -> Result<Vec<Act>, ExampleError> {
    let parsed: File = toml::from_str(text).map_err(|e| broken(file, text, &e))?;
    parsed
        .act
        .into_iter()
        .map(|act| {
            let at = Place { file: file.to_owned(), line: line_of(text, act.span().start) };
            let mut fields = act.into_inner();
            let mut needed = |key: &str| {
                let text = fields.remove(key).and_then(|v| v.as_str().map(str::to_owned));
                text.ok_or_else(|| at.error(format!("`{key}` is missing; an act says who, when, room and use")))
            };
            let (who, when, room) = (needed("who")?, needed("when")?, needed("room")?);
            let when = read_moment(&when, zone)
                .ok_or_else(|| at.error(format!("`when` is not a moment: `{when}`; write it as `2026-03-05T16:42`")))?;
            let mut text = |key: &str| match fields.remove(key) {
                None => Ok(None),
                Some(toml::Value::String(text)) => Ok(Some(text)),
                Some(_) => Err(at.error(format!("`{key}` must be a text in quotation marks"))),
            };
            let (name, refused) = (text("name")?, text("refused")?);
            let arrives = match fields.remove("arrives") {
                Some(toml::Value::String(one)) => vec![one],
                Some(toml::Value::Array(many)) => many.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect(),
                _ => Vec::new(),
            };
            let proved = matches!(fields.remove("proved"), Some(toml::Value::Boolean(true)));
            Ok(Act { at, who, when, room, name, arrives, proved, refused, fields })
        })
        .collect()
}
