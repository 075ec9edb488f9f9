//! `caucus simulate`: an agreement stepped through dated events; where every clause stands, what is due, who waits for whom.

use super::failure::{Exit, Failure};
use super::print::{bytes, english, fault, several};
use super::{Format, Out, check};
use crate::words::{form_moment, iso, read_moment};
use accord::{Change, Due, Event, Model, Run, Wait};
use exchange::formats::{Bounds, table};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use terms::time::Stamp;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The agreement, its brackets settled by the text or by `--choose`.
    file: PathBuf,
    /// A table of events with the columns `at` and `event`: `acceptance`, `1.2 done`, `1.2/Name done`, `7 of captives`,
    /// `suspend 2.2`, `resume 2.2`, `discharge 1.2/Name`, `tick`.
    events: Option<PathBuf>,
    /// Which letter of a bracket is taken; may be given again.
    #[arg(long, value_name = "CLAUSE=LETTER", value_delimiter = ',')]
    choose: Vec<String>,
    /// Let time run on until then.
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    /// Play the story of a finding in place of a table: a check's name, and a clause where it finds several. It begins on
    /// the text's first day, or at `--at`.
    #[arg(long, value_name = "CHECK[:CLAUSE]", conflicts_with = "events")]
    play: Option<String>,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What happened at one moment.
struct Told {
    at: Stamp,
    event: String,
    changes: Vec<Change>,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let parsed = check::agreement(&args.file)?;
    let choices = check::choices(&parsed.tree, args.choose.iter())?;
    if let Some(name) = &args.play {
        return played(args, &parsed, &choices, name, out);
    }
    let open: Vec<String> = parsed
        .tree
        .brackets()
        .into_iter()
        .filter(|(id, letters)| letters.len() > 1 && !choices.0.contains_key(id))
        .map(|(id, letters)| format!("{id} ({})", letters.join(" | ")))
        .collect();
    if !open.is_empty() {
        return Err(fault(
            &args.file,
            None,
            &format!("brackets are not settled: {}", open.join(", ")),
            "only a settled text can run: give each with `--choose`, for example `--choose 1.1=A`",
        ));
    }
    if !parsed.findings.is_empty() {
        let n = parsed.findings.len().to_string();
        out.say(&format!("Left out of the run, since they could not be read: {}; `caucus check` names them.", several(&n, "sentence")));
    }
    let (model, _) = Model::build(&parsed.tree, &choices);
    let zone = model.zone().unwrap_or("UTC").to_owned();
    let mut events = match &args.events {
        Some(path) => read_events(path, &model, &zone)?,
        None => Vec::new(),
    };
    if let Some(text) = &args.at {
        let at = read_moment(text, &zone)
            .ok_or_else(|| Failure::input(format!("`--at {text}` is no moment"), "write it as 2026-03-05T16:42"))?;
        events.push((at, "tick".to_owned(), Event::Tick));
    }
    // Of one moment, in the order of the table.
    events.sort_by_key(|e| e.0);
    let mut run = Run::new(&model);
    let mut told = Vec::new();
    for (at, words, event) in events {
        let changes = run.step(at, event);
        told.push(Told { at, event: words, changes });
    }
    match args.format {
        Format::Json => out.json(&as_json(&run, &told, &zone)),
        Format::Text => as_text(&run, &told, &zone, out),
    }
    out.say(&match model.zone() {
        Some(zone) => format!("Times by the agreement's clock, {zone}."),
        None => "The agreement's clock is open: times are read and shown in UTC.".to_owned(),
    });
    Ok(Exit::Done)
}

/// A text without a date is played from here; no deadline of it hangs on the day.
const INVENTED: &str = "2001-01-01T00:00";

fn played(args: &Args, parsed: &accord::Parsed, choices: &accord::Choices, name: &str, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let finding = check::one(parsed, choices, name)?;
    let (model, _) = Model::build(&parsed.tree, choices);
    let zone = model.zone().unwrap_or("UTC").to_owned();
    let first = model.first_day().map(|d| format!("{d}T00:00"));
    let start = args.at.clone().or(first.clone()).unwrap_or_else(|| INVENTED.to_owned());
    let at =
        read_moment(&start, &zone).ok_or_else(|| Failure::input(format!("`--at {start}` is no moment"), "write it as 2026-03-05T16:42"))?;
    let play = accord::play(&parsed.tree, &finding, choices, at);
    let told: Vec<Told> = play.told.into_iter().map(|t| Told { at: t.at, event: t.event, changes: t.changes }).collect();
    match args.format {
        Format::Json => out.json(&as_json(&play.run, &told, &zone)),
        Format::Text => {
            out.result(&english(&finding.message));
            for line in &finding.story {
                out.result(&format!("  {}", english(line)));
            }
            as_text(&play.run, &told, &zone, out);
        }
    }
    let taken: Vec<String> = play.choices.words();
    if !taken.is_empty() {
        out.say(&format!("Played under {}.", taken.join(", ")));
    }
    if args.at.is_none() && first.is_none() {
        out.say("The text has no date: it is played from an invented day.");
    }
    Ok(Exit::Done)
}

fn read_events(path: &Path, model: &Model, zone: &str) -> Result<Vec<(Stamp, String, Event)>, Failure> {
    let read = table(&bytes(path, 64 << 20)?, &Bounds::default())
        .map_err(|e| fault(path, None, &english(&exchange::roster::import::fault(&e)), "give it the headings `at` and `event`"))?;
    let column = |names: &[&str]| read.head.iter().position(|h| names.contains(&h.trim().to_lowercase().as_str()));
    let (Some(at), Some(event)) = (column(&["at", "when", "date", "time"]), column(&["event", "what"])) else {
        let what = format!("no columns `at` and `event`; there are: {}", read.head.join(", "));
        return Err(fault(path, Some(1), &what, "head one column `at` and one `event`"));
    };
    read.rows
        .iter()
        .map(|(line, cells)| {
            let cell = |i: usize| cells.get(i).map_or("", |c| c.text.trim());
            let moment = read_moment(cell(at), zone)
                .ok_or_else(|| fault(path, Some(*line), &format!("`{}` is no moment", cell(at)), "write it as 2026-03-05T16:42"))?;
            let happened = Event::read(model, cell(event)).map_err(|e| fault(path, Some(*line), &e, ""))?;
            Ok((moment, cell(event).to_owned(), happened))
        })
        .collect()
}

fn name(clause: &impl std::fmt::Display, instance: Option<&String>) -> String {
    instance.map_or_else(|| clause.to_string(), |i| format!("{clause}/{i}"))
}

fn as_json(run: &Run, told: &[Told], zone: &str) -> Value {
    let change = |c: &Change| json!({"at": iso(c.at), "clause": c.clause.to_string(), "instance": c.instance, "from": c.from.word(), "to": c.to.word()});
    let step = |t: &Told| json!({"at": iso(t.at), "event": t.event, "changes": t.changes.iter().map(change).collect::<Vec<_>>()});
    let state = |(clause, instance, life): (accord::ClauseNo, Option<String>, accord::Life)| json!({"clause": clause.to_string(), "instance": instance, "life": life.word()});
    let due = |d: Due| json!({"at": iso(d.at), "clause": d.clause.to_string(), "instance": d.instance});
    let wait = |w: Wait| json!({"clause": w.clause.to_string(), "events": w.events, "on": w.on});
    json!({
        "now": run.now().map(iso),
        "zone": zone,
        "steps": told.iter().map(step).collect::<Vec<_>>(),
        "states": run.table().into_iter().map(state).collect::<Vec<_>>(),
        "due": run.now().map(|now| run.due(now)).unwrap_or_default().into_iter().map(due).collect::<Vec<_>>(),
        "waits": run.waits().into_iter().map(wait).collect::<Vec<_>>(),
    })
}

fn as_text(run: &Run, told: &[Told], zone: &str, out: &mut Out<'_>) {
    let moment = |at: Stamp| form_moment(at, zone).replace('T', " ");
    out.lines(|line| {
        for t in told {
            line(&format!("{}  {}", moment(t.at), t.event));
            for c in &t.changes {
                let own = if c.at == t.at { String::new() } else { format!(" on {}", moment(c.at)) };
                line(&format!("  {}: {} to {}{own}", name(&c.clause, c.instance.as_ref()), c.from.word(), c.to.word()));
            }
        }
        line("where every clause stands");
        for (clause, instance, life) in run.table() {
            line(&format!("  {}: {}", name(&clause, instance.as_ref()), life.word()));
        }
        let due = run.now().map(|now| run.due(now)).unwrap_or_default();
        if !due.is_empty() {
            line("due next");
        }
        for d in due {
            line(&format!("  {}  {}", moment(d.at), name(&d.clause, d.instance.as_ref())));
        }
        let waits = run.waits();
        if !waits.is_empty() {
            line("who waits for whom");
        }
        for w in waits {
            let on = if w.on.is_empty() { String::new() } else { format!(", on {}", w.on.join(", ")) };
            line(&format!("  {} waits for {}{on}", w.clause, w.events.join(" and ")));
        }
    });
}
