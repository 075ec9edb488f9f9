//! A row of a list as the matching sees it, and the evidence that two rows are one person.
//!
//! The name's weight and the dates' are learned ([`super::train`]). Sex, place, father and
//! documents add weights in the manner of Fellegi and Sunter (1969) that are set by hand, since no
//! development data carry them; they are few, small and written here.

use super::model::{Model, NameScore};
use super::prepared::Prepared;
use crate::spelling::dates::{BirthDate, DateAgreement};
use serde::{Deserialize, Serialize};

/// As a list states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// What a list says of one person; only names and facts that help to tell people apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The names that the row gives, in any of the three scripts; at least one that can be read.
    pub names: Vec<String>,
    /// The father's name in a column of its own.
    pub father: Option<String>,
    /// The birth date.
    pub born: Option<BirthDate>,
    /// The sex.
    pub sex: Option<Sex>,
    /// Where from.
    pub place: Option<String>,
    /// Numbers of documents; compared without spaces and marks.
    pub documents: Vec<String>,
}

/// A person made ready for comparing.
#[derive(Debug, Clone)]
pub struct Person {
    pub(crate) names: Vec<Prepared>,
    /// Which of the row's names each is; some cannot be read.
    of: Vec<usize>,
    father: Option<Prepared>,
    born: Option<BirthDate>,
    sex: Option<Sex>,
    place: Option<Prepared>,
    documents: Vec<String>,
}

/// The evidence that two people are one: each piece with its weight in nats, positive for.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The sum: log-odds of the two being one person.
    pub log_odds: f32,
    /// The names that agreed best: which of the first's, which of the second's, and how.
    pub name: (usize, usize, NameScore),
    /// Birth dates, where both have one.
    pub born: Option<(DateAgreement, f32)>,
    /// Whether the sexes agree.
    pub sex: Option<(bool, f32)>,
    /// Whether the places agree.
    pub place: Option<(bool, f32)>,
    /// Whether the fathers' names agree.
    pub father: Option<(bool, f32)>,
    /// Whether a document's number is the same.
    pub document: Option<(bool, f32)>,
}

impl Evidence {
    /// The probability that two people are one, nobody else competing for either.
    #[must_use]
    pub fn probability(&self) -> f32 {
        1.0 / (1.0 + (-self.log_odds).exp())
    }
}

// One in fifty sexes is written wrongly; half of all strangers share it.
const SEX: (f32, f32) = (0.67, -3.2);
// People move, and a place is written at several sizes, so difference says little.
const PLACE: (f32, f32) = (1.2, -0.4);
const FATHER: (f32, f32) = (1.0, -1.5);
// A number is somebody's own; another number may be another document.
const DOCUMENT: (f32, f32) = (9.0, -1.0);

impl Model {
    /// Makes a row ready; `None` when none of its names can be read.
    #[must_use]
    pub fn person(&self, facts: &Facts) -> Option<Person> {
        let (of, names): (Vec<usize>, Vec<Prepared>) =
            facts.names.iter().enumerate().filter_map(|(i, n)| Some((i, self.prepare(n)?))).unzip();
        let number = |d: &String| terms::script::fold(d).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        (!names.is_empty()).then(|| Person {
            names,
            of,
            father: facts.father.as_deref().and_then(|n| self.prepare(n)),
            born: facts.born,
            sex: facts.sex,
            place: facts.place.as_deref().and_then(|n| self.prepare(n)),
            documents: facts.documents.iter().map(number).filter(|d| d.len() >= 4).collect(),
        })
    }

    /// Weighs the evidence that two people are one.
    #[must_use]
    pub fn weigh(&self, a: &Person, b: &Person) -> Evidence {
        let mut best: Option<(usize, usize, NameScore)> = None;
        for (i, x) in a.names.iter().enumerate() {
            for (j, y) in b.names.iter().enumerate() {
                let s = self.names(x, y);
                if best.as_ref().is_none_or(|(_, _, t)| s.log_odds > t.log_odds) {
                    best = Some((a.of[i], b.of[j], s));
                }
            }
        }
        let name = best.unwrap_or((0, 0, NameScore::none()));
        let born = a.born.zip(b.born).map(|(x, y)| {
            let agreement = DateAgreement::of(x, y);
            (agreement, self.dates.weight(agreement))
        });
        let pick = |agree: bool, w: (f32, f32)| (agree, if agree { w.0 } else { w.1 });
        let sex = a.sex.zip(b.sex).map(|(x, y)| pick(x == y, SEX));
        let place = a.place.as_ref().zip(b.place.as_ref()).map(|(x, y)| pick(self.first_agrees(x, y), PLACE));
        let father = a.father.as_ref().zip(b.father.as_ref()).map(|(x, y)| pick(self.first_agrees(x, y), FATHER));
        let document = (!a.documents.is_empty() && !b.documents.is_empty())
            .then(|| pick(a.documents.iter().any(|d| b.documents.contains(d)), DOCUMENT));
        let more: f32 = [born.map(|x| x.1), sex.map(|x| x.1), place.map(|x| x.1), father.map(|x| x.1), document.map(|x| x.1)]
            .into_iter()
            .flatten()
            .sum();
        Evidence { log_odds: name.2.log_odds + more, name, born, sex, place, father, document }
    }
}
