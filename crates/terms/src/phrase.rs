//! A sentence for a reader before it is put into any language: a key and typed arguments.
//!
//! Nothing below the door builds a sentence. What a use has to say it says as a [`Phrase`]; the
//! Fluent files with the words lie beside the code that raises the key.

use crate::id::EntryNo;
use crate::time::Stamp;
use serde::{Deserialize, Serialize};

/// A key of the Fluent files with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The message's key.
    pub key: String,
    /// Its arguments in the order given.
    pub args: Vec<(String, Arg)>,
}

/// One argument of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arg {
    /// A name or a person's own words: isolated in direction when printed.
    Name(String),
    /// A whole number: printed in the reader's digits.
    Number(i64),
    /// A moment: printed in the reader's zone and the talks'.
    Moment(Stamp),
    /// Another phrase by its key, printed first.
    Key(String),
}

impl Phrase {
    /// A phrase without arguments.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new() }
    }

    /// Adds a name.
    #[must_use]
    pub fn name(mut self, arg: &str, value: impl Into<String>) -> Self {
        self.args.push((arg.to_owned(), Arg::Name(value.into())));
        self
    }

    /// Adds a whole number.
    #[must_use]
    pub fn number(mut self, arg: &str, value: i64) -> Self {
        self.args.push((arg.to_owned(), Arg::Number(value)));
        self
    }

    /// Adds an entry's number.
    #[must_use]
    pub fn entry(self, arg: &str, n: EntryNo) -> Self {
        self.number(arg, i64::try_from(n.0).unwrap_or(i64::MAX))
    }

    /// Adds a moment.
    #[must_use]
    pub fn moment(mut self, arg: &str, at: Stamp) -> Self {
        self.args.push((arg.to_owned(), Arg::Moment(at)));
        self
    }

    /// Adds another key.
    #[must_use]
    pub fn key(mut self, arg: &str, key: &str) -> Self {
        self.args.push((arg.to_owned(), Arg::Key(key.to_owned())));
        self
    }
}
