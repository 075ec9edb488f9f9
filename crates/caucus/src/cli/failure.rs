//! Why a verb failed: what happened, what to do, and the exit code that says which kind it was.

use crate::web::serve::ServeError;
use crate::words::speak;
use desk::refusal::Refusal;
use record::Fault;
use std::fmt;
use std::path::Path;
use std::process::ExitCode;
use terms::language::Language;

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Done, and what was asked about does not hold.
    DoesNotHold,
    /// The input cannot be used.
    Input,
    /// The machine failed.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::DoesNotHold => 1,
            Exit::Input => 2,
            Exit::Machine => 3,
        })
    }
}

/// A failure, as it is said to whoever started the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What happened, in lower case, with what was given in backticks.
    pub message: String,
    /// What to do; empty where the message says it.
    pub hint: String,
    /// Which kind it is.
    pub exit: Exit,
}

impl Failure {
    /// What was given cannot be used.
    #[must_use]
    pub fn input(message: String, hint: &str) -> Self {
        Self { message, hint: hint.to_owned(), exit: Exit::Input }
    }

    /// The machine failed.
    #[must_use]
    pub fn machine(message: String, hint: &str) -> Self {
        Self { message, hint: hint.to_owned(), exit: Exit::Machine }
    }

    /// A file that was named cannot be read, or one that was to be written cannot be.
    #[must_use]
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let said = error.to_string().to_lowercase();
        // The system's number of an error tells its reader nothing.
        let said = said.split_once(" (os error").map_or(said.as_str(), |(words, _)| words);
        let message = format!("`{}`: {said}", path.display());
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::input(message, "check the path"),
            std::io::ErrorKind::AlreadyExists => Self::input(message, "name another file; nothing is overwritten"),
            _ => Self::machine(message, "check the disk and the permissions of the folder"),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "caucus: {}", self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, "\n        {}", self.hint) }
    }
}

impl std::error::Error for Failure {}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        let exit = match fault {
            Fault::NotThere { .. } | Fault::Exists { .. } | Fault::WrongKey { .. } | Fault::Layout { .. } | Fault::Refused { .. } => {
                Exit::Input
            }
            Fault::Full { .. }
            | Fault::Torn { .. }
            | Fault::Altered { .. }
            | Fault::Locked { .. }
            | Fault::KeyReused { .. }
            | Fault::Disk { .. } => Exit::Machine,
        };
        Self { message: what_happened(&fault), hint: fault.hint().to_owned(), exit }
    }
}

/// A fault's sentence without what to do, with which it ends.
pub(super) fn what_happened(fault: &Fault) -> String {
    let text = fault.to_string();
    text.strip_suffix(fault.hint()).and_then(|t| t.strip_suffix("; ")).unwrap_or(&text).to_owned()
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let words = speak(Language::En);
        match refusal {
            Refusal::Fault(fault) => fault.into(),
            Refusal::NotFound => Self::input("there is no such case, room or person in this store".to_owned(), "check the names"),
            Refusal::NeedsProof => Self::input("this needs the person's own proof".to_owned(), "do it on the page"),
            Refusal::Bad(phrases) | Refusal::Against(phrases) => {
                Self::input(phrases.iter().map(|p| words.phrase(p, "UTC")).collect::<Vec<_>>().join("\n        "), "")
            }
        }
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        let message = error.to_string();
        match error {
            ServeError::PlainElsewhere(_) => {
                Self::input(message, "give `--cert` and `--key`, or `--self-signed`; without TLS listen on 127.0.0.1")
            }
            ServeError::Listen(..) => Self::machine(message, "another program may use that port: choose another with `--listen`"),
            ServeError::Certificate(_) => Self::input(message, "give a certificate chain and its key as PEM files"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_to_do_on_a_line_of_its_own() {
        let failure = Failure::from(Fault::Locked { place: "store".to_owned() });
        assert_eq!(failure.exit, Exit::Machine);
        assert_eq!(
            failure.to_string(),
            "caucus: store is in use by another process\n        stop the other process that uses this store, or wait until it has ended"
        );
    }

    #[test]
    fn a_wrong_key_is_input_and_a_full_disk_is_not() {
        assert_eq!(Failure::from(Fault::WrongKey { place: "keys".to_owned() }).exit, Exit::Input);
        assert_eq!(Failure::from(Fault::Full { place: "disk".to_owned() }).exit, Exit::Machine);
    }
}
