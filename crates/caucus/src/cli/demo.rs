//! `caucus demo`: the worked cases on a fresh store, with one sign-in address a person, until it ends.

use super::failure::{Exit, Failure};
use super::{Out, log, runtime};
use crate::demo::{self, DemoError, Filled};
use crate::web::serve as server;
use std::io::{Read, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

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
    /// Play the examples into this folder, as the demo starts itself a second time to do.
    #[arg(long, value_name = "DIR", hide = true)]
    fill: Option<PathBuf>,
}

pub(crate) fn run(args: Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    log();
    if let Some(folder) = &args.fill {
        return fill(folder, out);
    }
    if !args.listen.ip().is_loopback() {
        return Err(Failure::input(
            format!("`{}` can be reached from other machines, and the demo's addresses let anybody in", args.listen),
            "listen on 127.0.0.1",
        ));
    }
    let demo = demo::open_filled(args.data.as_deref(), &mut |folder, passphrase| match filler(folder) {
        Ok(filler) => filled(filler, passphrase),
        // Where the program cannot be started again, it plays them itself.
        Err(_) => demo::fill(folder, passphrase, &mut |name| playing(name, out)),
    })
    .map_err(failure)?;
    runtime()?.block_on(async {
        let running = server::start(demo.app.clone(), args.listen, None).await?;
        if let Some(path) = &args.links {
            write_links(path, &demo.links_json(running.addr))?;
        }
        out.result(&demo.to_print(running.addr));
        if !demo.temporary() {
            out.say(&format!(
                "Nothing but this text opens `{}` once the demo has ended: {}",
                demo.folder().display(),
                demo.recovery.as_str()
            ));
        }
        out.say("Two people can be open side by side in one browser. Serving until it is told to end (Ctrl C).");
        server::told_to_end().await;
        running.stop().await.map_err(|why| Failure::machine(format!("the server did not end in order: {why}"), ""))
    })?;
    Ok(Exit::Done)
}

fn playing(name: &str, out: &mut Out<'_>) {
    out.say(&format!("Playing {name} …"));
}

/// This program once more, to play the examples.
fn filler(folder: &Path) -> std::io::Result<Child> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["demo", "--fill"]).arg(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
}

/// Gives it the passphrase and takes what it left.
fn filled(mut filler: Child, passphrase: &str) -> Result<Filled, DemoError> {
    // One that does not listen ends with a word of its own, which is waited for.
    let _ = filler.stdin.take().map(|mut to| to.write_all(passphrase.as_bytes()));
    let ended = filler.wait_with_output().map_err(|_| DemoError::Playing)?;
    if !ended.status.success() {
        return Err(DemoError::Playing);
    }
    serde_json::from_slice(&ended.stdout).map_err(|_| DemoError::Playing)
}

/// The second process: the passphrase comes in, what was played goes out.
fn fill(folder: &Path, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let mut passphrase = String::new();
    std::io::stdin().read_to_string(&mut passphrase).map_err(|e| Failure::file(Path::new("-"), &e))?;
    let filled = demo::fill(folder, &passphrase, &mut |name| playing(name, out)).map_err(failure)?;
    out.result(&serde_json::to_string(&filled).unwrap_or_default());
    Ok(Exit::Done)
}

fn failure(error: DemoError) -> Failure {
    let said = error.to_string();
    let (message, hint) = said.split_once("; ").unwrap_or((&said, ""));
    match error {
        DemoError::NotEmpty(_) => Failure::input(message.to_owned(), hint),
        DemoError::Example(_) => Failure::input(said, "this is an error in the program: tell whoever made it"),
        DemoError::Folder(..) | DemoError::Store(_) | DemoError::Desk | DemoError::Playing => Failure::machine(message.to_owned(), hint),
    }
}

/// Written beside and renamed: who waits for the file never reads half of it.
fn write_links(path: &Path, text: &str) -> Result<(), Failure> {
    let new = path.with_extension("new");
    std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, path)).map_err(|e| Failure::file(path, &e))
}
