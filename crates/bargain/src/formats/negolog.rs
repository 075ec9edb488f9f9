//! NegoLog's folder: one JSON profile a side, `profileA.json`, `profileB.json`, and so on.
//!
//! Worth of an option = weight of its issue × value of the option. Numbers are taken by their digits.

use super::{Complaint, File, Reading, number};
use crate::domain::{Domain, Estimate, Issue, Kind, Side};
use crate::exact::Fraction;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::marker::PhantomData;
use terms::phrase::Phrase;

/// An object of the file with its keys in the order written, repeated ones kept.
#[derive(Debug)]
struct Ordered<T>(Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Keys<T> {
            type Value = Ordered<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    all.push(entry);
                }
                Ok(Ordered(all))
            }
        }
        deserializer.deserialize_map(Keys(PhantomData))
    }
}

impl<T> Ordered<T> {
    fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    reservation_value: Option<Box<RawValue>>,
    discount_factor: Option<Box<RawValue>>,
    issue_weights: Ordered<Box<RawValue>>,
    issues: Ordered<Ordered<Box<RawValue>>>,
}

/// Whether a file's name is a profile's: `profile`, a letter, `.json`.
#[must_use]
pub fn is_profile(name: &str) -> bool {
    let middle = name.strip_prefix("profile").and_then(|n| n.strip_suffix(".json"));
    middle.is_some_and(|m| m.len() == 1 && m.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Reads a folder. Sides are named by their letter and come in its order; issues and options in the
/// order of the first profile.
///
/// # Errors
/// A file that is not such JSON; profiles that do not speak of the same issues and options; fewer than two.
pub fn read(name: &str, files: &[File<'_>]) -> Result<Reading, Complaint> {
    let mut profiles = Vec::new();
    for (file, bytes) in files.iter().filter(|f| is_profile(f.0)) {
        let profile: Profile = serde_json::from_slice(bytes).map_err(|e| {
            let what = Phrase::new("bargain-not-negolog").name("text", e.to_string());
            Complaint::new(file, Some(e.line()), what)
        })?;
        profiles.push((*file, profile));
    }
    profiles.sort_by(|a, b| a.0.cmp(b.0));
    if profiles.len() < 2 {
        return Err(Complaint::new("", None, Phrase::new("bargain-one-profile").name("folder", name)));
    }
    let first = &profiles[0].1;
    let issues: Vec<Issue> = (first.issues.0.iter())
        .map(|(name, options)| Issue {
            name: name.clone(),
            options: options.0.iter().map(|(o, _)| o.clone()).collect(),
            kind: Kind::Options,
        })
        .collect();
    let sides = profiles.iter().map(|(file, p)| side(file, p, &issues)).collect::<Result<Vec<_>, _>>()?;
    let pool = sides.len() > super::genius::MOST_AT_ONE_TABLE;
    let mut notes = Vec::new();
    if pool {
        notes.push(Phrase::new("bargain-pool").number("n", sides.len() as i64));
    }
    let domain = Domain { name: name.to_owned(), issues, sides, ..Domain::default() };
    Ok(Reading { domain, pool, notes })
}

fn side(file: &str, profile: &Profile, issues: &[Issue]) -> Result<Side, Complaint> {
    let missing = |key: &str, name: &str| Complaint::new(file, None, Phrase::new(key).name("name", name));
    let mut worth = Vec::with_capacity(issues.len());
    for issue in issues {
        let weight = profile.issue_weights.get(&issue.name).ok_or_else(|| missing("bargain-no-weight", &issue.name))?;
        let weight = number(file, None, weight.get())?;
        let values = profile.issues.get(&issue.name).ok_or_else(|| missing("bargain-no-issue", &issue.name))?;
        if let Some((extra, _)) = values.0.iter().find(|(o, _)| !issue.options.contains(o)) {
            return Err(missing("bargain-option-unknown", extra));
        }
        let mut row = Vec::with_capacity(issue.options.len());
        for option in &issue.options {
            let value = values.get(option).ok_or_else(|| missing("bargain-option-missing", option))?;
            row.push(Estimate::exact(&weight * number(file, None, value.get())?));
        }
        worth.push(row);
    }
    if let Some((extra, _)) = profile.issues.0.iter().find(|(i, _)| !issues.iter().any(|known| known.name == *i)) {
        return Err(missing("bargain-issue-unknown", extra));
    }
    let optional = |raw: &Option<Box<RawValue>>| -> Result<Option<Fraction>, Complaint> {
        raw.as_ref().filter(|r| r.get() != "null").map(|r| number(file, None, r.get())).transpose()
    };
    Ok(Side {
        name: file.trim_start_matches("profile").trim_end_matches(".json").to_owned(),
        ranks: vec![None; worth.len()],
        worth,
        reservation: optional(&profile.reservation_value)?,
        discount: optional(&profile.discount_factor)?,
    })
}
