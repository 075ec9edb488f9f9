//! `caucus demo`: the worked cases on a fresh store, with one sign-in address a person, until it ends.

use super::failure::{Exit, Failure};
use super::place::{over, random_hex};
use super::{Out, log, runtime};
use crate::clock::Clock;
use crate::examples::{self, Example};
use crate::proof::ProofCost;
use crate::web::app::DemoLink;
use crate::web::{App, serve as server};
use desk::Desk;
use desk::directory::Host;
use record::{Entropy as _, OsEntropy, SqliteStore, StoreKey};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use terms::language::Language;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// An empty or new folder for the store; one that is removed at the end where not given.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Where to listen, on this machine only.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7071")]
    listen: SocketAddr,
    /// Also write the sign-in addresses into this file, as JSON.
    #[arg(long, value_name = "FILE")]
    links: Option<PathBuf>,
}

pub(crate) fn run(args: Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    log();
    if !args.listen.ip().is_loopback() {
        return Err(Failure::input(
            format!("`{}` can be reached from other machines, and the demo's addresses let anybody in", args.listen),
            "listen on 127.0.0.1",
        ));
    }
    let folder = Folder::of(args.data.clone())?;
    let mut key = [0; 32];
    OsEntropy.fill(&mut key);
    // The key is kept nowhere: with the demo's end the store is closed for good.
    let desk = over(SqliteStore::create(&folder.path)?, StoreKey::from_bytes(key), "demo.invalid/caucus")?;
    let mut clock = Clock::default();
    let mut cases = Vec::new();
    for name in examples::names() {
        out.say(&format!("Playing {name} …"));
        let example =
            Example::embedded(name).map_err(|e| Failure::input(e.to_string(), "this is an error in the program: tell whoever made it"))?;
        examples::play(&desk, &example, clock.wall())
            .map_err(|e| Failure::input(e.to_string(), "this is an error in the program: tell whoever made it"))?;
        clock.hold(example.founding.case.code.clone(), example.now);
        cases.push(example);
    }
    let (links, people) = links(&desk, &cases);
    let host = Host {
        name: "Whoever started this demo".to_owned(),
        country: "not stated".to_owned(),
        key_holder: "nobody: the demo made the key and forgets it when it ends".to_owned(),
    };
    let mut app = App::new(Arc::new(desk), clock, ProofCost::REAL, host);
    app.demo = links;
    let app = Arc::new(app);
    runtime()?.block_on(async {
        let running = server::start(app, args.listen, None).await?;
        print(&running.addr, &people, args.links.as_deref(), out)?;
        out.say("Two people can be open side by side in one browser. Serving until it is told to end (Ctrl C).");
        server::told_to_end().await;
        running.stop().await.map_err(|why| Failure::machine(format!("the server did not end in order: {why}"), "nothing of a demo is kept"))
    })?;
    Ok(Exit::Done)
}

/// A way in for each person: the token, and what is printed about it. The slot keeps two people of
/// one browser apart and says nothing about them.
fn links(desk: &Desk, cases: &[Example]) -> (Vec<DemoLink>, Vec<Printed>) {
    let mut all = Vec::new();
    let mut printed = Vec::new();
    let directory = desk.directory();
    for example in cases {
        let case = &example.founding.case;
        let title =
            case.titles.iter().find(|w| w.lang == Language::En).or(case.titles.first()).map_or(case.code.as_str(), |w| w.text.as_str());
        let mut people = Vec::new();
        for person in &example.founding.people {
            if directory.account(&case.code, &person.id).is_none() {
                continue;
            }
            let link =
                DemoLink { token: random_hex(16), case: case.code.clone(), person: person.id.clone(), slot: format!("{}", all.len() + 1) };
            let party = person.body.as_ref().map(ToString::to_string);
            people.push((person.name.clone(), person.role.code(), party, link.token.clone()));
            all.push(link);
        }
        printed.push(Printed { case: case.code.to_string(), title: title.to_owned(), people });
    }
    (all, printed)
}

/// What is printed about a case: its people with name, role, side or body, and token.
struct Printed {
    case: String,
    title: String,
    people: Vec<(String, &'static str, Option<String>, String)>,
}

fn print(addr: &SocketAddr, cases: &[Printed], file: Option<&Path>, out: &mut Out<'_>) -> Result<(), Failure> {
    let url = |token: &str| format!("http://{addr}/enter/{token}");
    if let Some(path) = file {
        let cases: Vec<Value> = cases
            .iter()
            .map(|c| {
                let people: Vec<Value> = c
                    .people
                    .iter()
                    .map(|(name, role, party, token)| json!({"name": name, "role": role, "party": party, "url": url(token)}))
                    .collect();
                json!({"case": c.case, "people": people})
            })
            .collect();
        let text = serde_json::to_string_pretty(&json!({ "cases": cases })).unwrap_or_default();
        // Written beside and renamed: who waits for the file never reads half of it.
        let new = path.with_extension("new");
        std::fs::write(&new, text + "\n").and_then(|()| std::fs::rename(&new, path)).map_err(|e| Failure::file(path, &e))?;
    }
    for case in cases {
        out.result(&format!("\n{}", case.title));
        let wide = case.people.iter().map(|(name, role, party, _)| label(name, role, party.as_deref()).chars().count()).max().unwrap_or(0);
        for (name, role, party, token) in &case.people {
            let label = label(name, role, party.as_deref());
            out.result(&format!("  {label}{}  {}", " ".repeat(wide - label.chars().count()), url(token)));
        }
    }
    out.result("");
    Ok(())
}

fn label(name: &str, role: &str, party: Option<&str>) -> String {
    match party {
        Some(party) => format!("{name} ({role}, {party})"),
        None => format!("{name} ({role})"),
    }
}

/// The store's folder; one of our own making is removed when the demo ends.
struct Folder {
    path: PathBuf,
    ours: bool,
}

impl Folder {
    fn of(given: Option<PathBuf>) -> Result<Self, Failure> {
        match given {
            Some(path) => {
                if std::fs::read_dir(&path).is_ok_and(|mut d| d.next().is_some()) {
                    return Err(Failure::input(
                        format!("`{}` is not empty", path.display()),
                        "the demo makes a store of its own each time: name a new folder",
                    ));
                }
                Ok(Self { path, ours: false })
            }
            None => Ok(Self { path: std::env::temp_dir().join(format!("caucus-demo-{}", random_hex(6))), ours: true }),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.ours {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}
