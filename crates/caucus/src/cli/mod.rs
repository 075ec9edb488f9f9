//! The command line. One file a verb: each has its arguments as a struct and `run`, which writes
//! results to standard output and what is said to people to standard error.
//!
//! Exit codes: 0 done; 1 done, and what was asked about does not hold; 2 the input cannot be used;
//! 3 the machine failed.

mod backup;
mod bargain;
mod bundles;
mod check;
mod controllable;
mod demo;
mod draw;
mod explain;
mod failure;
mod fmt;
mod init;
mod key;
mod lsp;
mod match_;
mod open_case;
mod place;
mod print;
mod ratify;
mod sequence;
mod series;
mod serve;
mod simulate;

pub use failure::{Exit, Failure};

use clap::{Parser, Subcommand, ValueEnum};
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// Indirect negotiations: what each side permits is carried across, and nothing else.
#[derive(Debug, Parser)]
#[command(
    name = "caucus",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 done; 1 done, and what was asked about does not hold; 2 the input cannot be used; 3 the machine failed."
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve the worked cases on a fresh store, with one sign-in address a person.
    Demo(demo::Args),
    /// Serve a store.
    Serve(serve::Args),
    /// Make a store and its key; prints the recovery text once.
    Init(init::Args),
    /// Open a case with its rooms and people.
    OpenCase(open_case::Args),
    /// Copy a store's sealed files, room by room; the store may be in use.
    Backup(backup::BackupArgs),
    /// Put a backup back into an empty folder.
    Restore(backup::RestoreArgs),
    /// Write what one person may read of a case as one file.
    Export(bundles::ExportArgs),
    /// Take such a file into a store, for one person.
    Import(bundles::ImportArgs),
    /// Check such a file, or a whole store; a file needs neither store nor key.
    Verify(bundles::VerifyArgs),
    /// Check an agreement: what it leaves out, contradicts or cannot keep.
    Check(check::Args),
    /// Print an agreement in the house style.
    Fmt(fmt::Args),
    /// Show a check's page, or list all checks.
    Explain(explain::Args),
    /// Serve an editor: findings, times and edits while an agreement is written (over standard input and output).
    Lsp(lsp::Args),
    /// Say whether a network of deadlines can be kept however long the uncontrolled durations take.
    Controllable(controllable::Args),
    /// Step an agreement through dated events: where every clause stands, what is due, who waits for whom.
    Simulate(simulate::Args),
    /// Draw an agreement as SVG: its times, its order, what each side gives, who answers for what.
    Draw(draw::Args),
    /// Join two lists of one set of people, in whatever scripts, with reasons.
    Match(match_::Args),
    /// Find the order of reciprocal steps in which neither side gains by walking away half-way.
    Sequence(sequence::Args),
    /// Reconcile figures of several sources: typed counts, windows, late additions, what cannot be compared.
    Series(series::Args),
    /// Find the packages that nothing improves on for all sides, and what the usual solutions pick.
    Bargain(bargain::Args),
    /// Say whether a deal passes in each body and on each route at home.
    Ratify(ratify::Args),
}

/// How results are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Where a verb writes: results to one, what is said to people to the other.
pub(crate) struct Out<'a> {
    results: &'a mut dyn Write,
    people: &'a mut dyn Write,
}

impl Out<'_> {
    /// A line of the result. A reader that went away is no failure of ours.
    pub(crate) fn result(&mut self, line: &str) {
        let _ = writeln!(self.results, "{line}");
        let _ = self.results.flush();
    }

    /// A whole text as the result, with its own line ends.
    pub(crate) fn text(&mut self, text: &str) {
        let _ = self.results.write_all(text.as_bytes());
        let _ = self.results.flush();
    }

    /// Many lines of the result, written together.
    pub(crate) fn lines(&mut self, write: impl FnOnce(&mut dyn FnMut(&str))) {
        let mut buffer = std::io::BufWriter::with_capacity(1 << 16, &mut *self.results);
        write(&mut |line| {
            let _ = writeln!(buffer, "{line}");
        });
        let _ = buffer.flush();
    }

    /// The result as JSON.
    pub(crate) fn json(&mut self, value: &serde_json::Value) {
        self.result(&serde_json::to_string_pretty(value).unwrap_or_default());
    }

    /// A sentence to whoever started the program.
    pub(crate) fn say(&mut self, line: &str) {
        let _ = writeln!(self.people, "{line}");
    }
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help is asked for and printed as a result; a wrong command line is input that cannot be used.
        Err(e) => {
            let code = if e.use_stderr() { Exit::Input } else { Exit::Done };
            let _ = e.print();
            return code.into();
        }
    };
    let (mut results, mut people) = (std::io::stdout(), std::io::stderr());
    let mut out = Out { results: &mut results, people: &mut people };
    match run(cli.verb, &mut out) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            out.say(&failure.to_string());
            failure.exit.into()
        }
    }
}

fn run(verb: Verb, out: &mut Out<'_>) -> Result<Exit, Failure> {
    match verb {
        Verb::Demo(args) => demo::run(args, out),
        Verb::Serve(args) => serve::run(args, out),
        Verb::Init(args) => init::run(&args, out),
        Verb::OpenCase(args) => open_case::run(&args, out),
        Verb::Backup(args) => backup::backup(&args, out),
        Verb::Restore(args) => backup::restore(&args, out),
        Verb::Export(args) => bundles::export(&args, out),
        Verb::Import(args) => bundles::import(&args, out),
        Verb::Verify(args) => bundles::verify(&args, out),
        Verb::Check(args) => check::run(&args, out),
        Verb::Fmt(args) => fmt::run(&args, out),
        Verb::Explain(args) => explain::run(&args, out),
        Verb::Lsp(args) => lsp::run(&args),
        Verb::Controllable(args) => controllable::run(&args, out),
        Verb::Simulate(args) => simulate::run(&args, out),
        Verb::Draw(args) => draw::run(&args, out),
        Verb::Match(args) => match_::run(&args, out),
        Verb::Sequence(args) => sequence::run(&args, out),
        Verb::Series(args) => series::run(&args, out),
        Verb::Bargain(args) => bargain::run(&args, out),
        Verb::Ratify(args) => ratify::run(&args, out),
    }
}

/// Logs to standard error: what the program does, never a word of what is in it.
fn log() {
    let _ = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none())
        .with_target(false)
        .with_max_level(tracing::Level::INFO)
        .try_init();
}

/// A runtime that waits more than it works: few threads, and idle ones end.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(32)
        .thread_keep_alive(std::time::Duration::from_secs(10))
        .enable_all()
        .build()
        .map_err(|e| Failure::machine(format!("threads cannot be started: {e}"), "close other programs and try again"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_database_address_is_understood_and_refused() {
        let cli = Cli::try_parse_from(["caucus", "serve", "--data", "x", "--database", "postgres://x"]).unwrap();
        let (mut results, mut people) = (Vec::new(), Vec::new());
        let failure = run(cli.verb, &mut Out { results: &mut results, people: &mut people }).unwrap_err();
        assert_eq!(failure.exit, Exit::Input);
        assert!(failure.to_string().contains("PostgreSQL"), "{failure}");
    }
}
