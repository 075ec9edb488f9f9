//! `caucus read`: a report → statements, figures, actors, events, deadlines, sticking points, times.

use super::failure::{Exit, Failure};
use super::print::{LangArg, bytes, fault, text};
use super::{Format, Out};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::Read;
use std::path::{Path, PathBuf};
use watch::intake::layer::Exact;
use watch::intake::reading::{ActorId, ActorType, Reading, Value as Number};
use watch::intake::{Known, Options, Unreadable, read};

/// The most bytes of one report.
const MOST: u64 = 64 << 20;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Reports: files (text, HTML, Word), folders of them, or `-` for standard input.
    #[arg(required = true)]
    reports: Vec<PathBuf>,
    /// The document's date, where a report states none: YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// The case's actors and their other names, in TOML; the handbook's page `read` describes it.
    #[arg(long, value_name = "FILE")]
    actors: Option<PathBuf>,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    lang: LangArg,
}

/// A file of actors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorsFile {
    #[serde(default)]
    actor: Vec<ActorEntry>,
}

/// One actor of the case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorEntry {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(rename = "type")]
    kind: String,
    role: Option<String>,
    affiliation: Option<String>,
    side: Option<String>,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let actors = args.actors.as_deref().map(known).transpose()?.unwrap_or_default();
    let options = Options { date: args.date, actors, extracted: false };
    let (files, many) = gather(&args.reports)?;
    let mut readings: Vec<(String, Reading)> = Vec::new();
    let mut exit = Exit::Done;
    for file in &files {
        let name = file.display().to_string();
        let content = if name == "-" { stdin()? } else { bytes(file, MOST)? };
        match read(&content, &options) {
            Ok(reading) => {
                for remark in &reading.remarks {
                    let at = remark.span.map_or_else(String::new, |s| format!(", at {}", s.start));
                    out.say(&format!("`{name}`{at}: {}", args.lang.words(&remark.what)));
                }
                readings.push((name, reading));
            }
            // One of several that cannot be read does not keep the others back.
            Err(Unreadable(why)) if many => {
                out.say(&fault(file, None, &args.lang.words(&why), "").to_string());
                exit = Exit::Input;
            }
            Err(Unreadable(why)) => return Err(fault(file, None, &args.lang.words(&why), "")),
        }
    }
    match args.format {
        Format::Json if many => out.json(&readings.iter().map(|(name, r)| with_name(name, r)).collect()),
        Format::Json => readings.iter().for_each(|(_, r)| out.json(&as_json(r))),
        Format::Text => readings.iter().for_each(|(name, r)| as_text(name, r, many, out)),
    }
    Ok(exit)
}

/// The files to read, in order, and whether the result is a list.
fn gather(reports: &[PathBuf]) -> Result<(Vec<PathBuf>, bool), Failure> {
    let mut files = Vec::new();
    let mut folders = false;
    for path in reports {
        if path.as_os_str() != "-" && std::fs::metadata(path).map_err(|e| Failure::file(path, &e))?.is_dir() {
            folders = true;
            let mut inside: Vec<PathBuf> = Vec::new();
            for entry in std::fs::read_dir(path).map_err(|e| Failure::file(path, &e))? {
                let at = entry.map_err(|e| Failure::file(path, &e))?.path();
                let ending = at.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
                if at.is_file() && ["txt", "text", "md", "html", "htm", "docx", "pdf"].contains(&ending.as_str()) {
                    inside.push(at);
                }
            }
            inside.sort();
            if inside.is_empty() {
                return Err(Failure::input(
                    format!("`{}`: no report in this folder", path.display()),
                    "reports end in .txt, .md, .html, .docx or .pdf; name another file itself",
                ));
            }
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    let many = folders || files.len() > 1;
    Ok((files, many))
}

fn stdin() -> Result<Vec<u8>, Failure> {
    let mut content = Vec::new();
    let broken =
        |e: std::io::Error| Failure::machine(format!("standard input: {}", e.to_string().to_lowercase()), "give the report as a file");
    std::io::stdin().take(MOST + 1).read_to_end(&mut content).map_err(broken)?;
    if content.len() as u64 > MOST {
        return Err(Failure::input(format!("standard input: more than {MOST} bytes"), "divide it into smaller files"));
    }
    Ok(content)
}

/// Reads the case's own actors.
fn known(path: &Path) -> Result<Vec<Known>, Failure> {
    let content = text(path, MOST)?;
    let file: ActorsFile = toml::from_str(&content).map_err(|e| {
        let line = e.span().map(|s| content.get(..s.start).unwrap_or_default().matches('\n').count() + 1);
        fault(path, line, &e.message().to_lowercase(), "the handbook's page `read` shows the form")
    })?;
    file.actor
        .into_iter()
        .map(|a| {
            let kind = actor_type(&a.kind).ok_or_else(|| {
                let what = format!("`{}` is no type of actor", a.kind);
                fault(path, None, &what, "types: person, organisation, state, body, outlet, document")
            })?;
            Ok(Known { name: a.name, aliases: a.aliases, kind, role: a.role, affiliation: a.affiliation, side: a.side })
        })
        .collect()
}

fn actor_type(word: &str) -> Option<ActorType> {
    Some(match word {
        "person" => ActorType::Person,
        "organisation" => ActorType::Organisation,
        "state" => ActorType::State,
        "body" => ActorType::Body,
        "outlet" => ActorType::Outlet,
        "document" => ActorType::Document,
        _ => return None,
    })
}

/// The reading as the contract has it: its types serialise with the contract's names.
fn as_json(reading: &Reading) -> Value {
    let value = serde_json::to_value(reading).unwrap_or_default();
    let phrase = |r: &watch::intake::reading::Remark| json!({"key": r.what.key, "words": super::print::english(&r.what), "span": r.span});
    let mut value = value;
    value["remarks"] = reading.remarks.iter().map(phrase).collect();
    value
}

fn with_name(name: &str, reading: &Reading) -> Value {
    let mut value = json!({"file": name});
    if let (Value::Object(all), Value::Object(own)) = (&mut value, as_json(reading)) {
        all.extend(own);
    }
    value
}

fn as_text(name: &str, reading: &Reading, many: bool, out: &mut Out<'_>) {
    let cut = |span: terms::span::Span| terms::script::squeezed(&span.cut(&reading.text));
    let actor =
        |id: Option<ActorId>| id.and_then(|id| reading.actors.iter().find(|a| a.id == id)).map_or("not stated", |a| a.name.as_str());
    out.lines(|line| {
        if many {
            line(&format!("# {name}"));
        }
        let document = &reading.document;
        line(&format!("document {} {}", document.language, document.date.as_deref().unwrap_or("no date")));
        for s in &reading.statements {
            let content: Vec<String> = s.content_spans.iter().map(|c| cut(*c)).collect();
            line(&format!("statement {} {:?} {}: {}", s.id, s.grade, actor(s.speaker), content.join(" … ")));
        }
        for f in &reading.figures {
            let window = f.window.as_ref().filter(|w| w.from.is_some() || w.to.is_some());
            let window = window
                .map_or_else(String::new, |w| format!(", {} to {}", w.from.as_deref().unwrap_or("…"), w.to.as_deref().unwrap_or("…")));
            let counted = f.counted.as_deref().unwrap_or("not stated");
            let kind = format!("{:?}", f.kind).to_lowercase();
            line(&format!("figure {} {:?} {}: {} {counted}, {kind}{window}", f.id, f.grade, actor(f.source), number(f.value)));
        }
        for a in &reading.actors {
            let role = a.role.as_deref().map_or_else(String::new, |r| format!(", {r}"));
            line(&format!("actor {} {}: {}{role}", a.id, format!("{:?}", a.kind).to_lowercase(), a.name));
        }
        for e in &reading.events {
            let at = [e.date.as_deref(), e.place.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
            line(&format!(
                "event {} {:?} {} {}: {} {at}",
                e.id,
                e.grade,
                e.kind,
                format!("{:?}", e.status).to_lowercase(),
                cut(e.trigger_span)
            ));
        }
        for d in &reading.deadlines {
            let status = format!("{:?}", d.status).to_lowercase();
            let what = d.what.as_deref().unwrap_or("not stated");
            line(&format!(
                "deadline {} {:?} {}: {} ({}), {status}: {what}",
                d.id,
                d.grade,
                actor(d.proposed_by),
                cut(d.span),
                d.value.as_deref().unwrap_or("open")
            ));
        }
        for k in &reading.sticking_points {
            let spans: Vec<String> = k.spans.iter().map(|s| cut(*s)).collect();
            line(&format!(
                "sticking-point {} {:?} {}: {}: {}",
                k.id,
                k.grade,
                format!("{:?}", k.kind).to_lowercase(),
                k.topic,
                spans.join(" … ")
            ));
        }
        for t in &reading.times {
            line(&format!("time {}: {}", cut(t.span), t.value.as_deref().unwrap_or("open")));
        }
    });
}

/// A value for people: `10`, `10 or more`, `up to 10`, `10 to 15`.
fn number(value: Number) -> String {
    let one = |e: Exact| if e.below == 1 { e.above.to_string() } else { format!("{}/{}", e.above, e.below) };
    match value {
        Number::One(n) => one(n),
        Number::Range([Some(low), None]) => format!("{} or more", one(low)),
        Number::Range([None, Some(high)]) => format!("up to {}", one(high)),
        Number::Range([Some(low), Some(high)]) => format!("{} to {}", one(low), one(high)),
        Number::Range([None, None]) => "open".to_owned(),
    }
}
