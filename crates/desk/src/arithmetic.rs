//! What an entry says of the mediators' arithmetic: what each side could live with, and whether it passes
//! at home.
//!
//! The file is kept as it was written; what follows from it is computed each time it is looked at, and
//! stands nowhere. A later file of the same subject and title takes the earlier one's place.

use crate::refusal::Refusal;
use bargain::domain::Domain;
use bargain::formats::Complaint;
use bargain::home::Home;
use serde::{Deserialize, Serialize};
use terms::language::Words;
use terms::phrase::Phrase;

terms::ladder! {
    /// What a file of the mediators' arithmetic is about.
    Subject, "estimate" {
        /// Issues, options and what each is worth to each side.
        Packages = "packages",
        /// Bodies, routes, seats and stances in a capital.
        Home = "home",
    }
}

/// A file of estimates, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// What it is about.
    pub subject: Subject,
    /// What it is called.
    pub title: Words,
    /// The file, in the form that the handbook describes.
    pub file: String,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// What a file says, read.
#[derive(Debug)]
pub(crate) enum Held {
    Packages(Box<Domain>),
    Home(Box<Home>),
}

impl Estimate {
    /// Reads the file; what is wrong with it names the line.
    pub(crate) fn read(&self) -> Result<Held, Refusal> {
        // Whoever pasted a file looks for the line.
        let placed = |c: Complaint| {
            let line = c.line.and_then(|l| i64::try_from(l).ok()).map(|l| Phrase::new("bad-in-line").number("line", l));
            Refusal::Bad(line.into_iter().chain([c.what]).collect())
        };
        match self.subject {
            Subject::Packages => {
                let domain = bargain::formats::read("estimates.toml", &[("estimates.toml", self.file.as_bytes())]).map_err(placed)?.domain;
                domain.check().map_err(Refusal::bad)?;
                Ok(Held::Packages(Box::new(domain)))
            }
            Subject::Home => {
                let home = bargain::home::read::read("home.toml", self.file.as_bytes()).map_err(placed)?;
                home.check().map_err(Refusal::bad)?;
                Ok(Held::Home(Box::new(home)))
            }
        }
    }
}
