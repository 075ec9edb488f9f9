//! A trace of commands: who, in which room, which use, which fields, when. It holds no outcome.

use std::collections::BTreeSet;

/// One act at the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Act {
    /// Names the act, and what it writes, in other acts' fields: `{n:7}` is the number of what act 7
    /// wrote, `{ref:7}` its room and number,
    /// `{arr:7}` where preparation 7 arrived, `{room:common}` a room's code.
    pub(crate) id: u32,
    /// When, in seconds; both clocks.
    pub(crate) at: i64,
    /// Who, by the person's identifier.
    pub(crate) who: String,
    /// In which room, by alias; `directory` for the keeper's acts, `door` for signing in and reading.
    pub(crate) room: String,
    /// Which use.
    pub(crate) used: String,
    /// The fields of its form.
    pub(crate) fields: Vec<(String, String)>,
    /// Its idempotency key.
    pub(crate) key: String,
}

impl Act {
    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v)
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.fields.retain(|(k, _)| k != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }

    /// The act that a field names, if it names one.
    pub(crate) fn link(&self, name: &str) -> Option<u32> {
        let text = self.get(name);
        let inner = ["{n:", "{ref:", "{arr:"].iter().find_map(|p| text.strip_prefix(p))?;
        inner.strip_suffix('}')?.parse().ok()
    }

    /// All acts that its fields name.
    pub(crate) fn links(&self) -> BTreeSet<u32> {
        self.fields.iter().filter_map(|(k, _)| self.link(k)).collect()
    }

    /// The word that marks this act's texts, and no other's.
    pub(crate) fn mark(&self) -> String {
        mark(self.id)
    }
}

/// The word that marks an act's texts.
pub(crate) fn mark(id: u32) -> String {
    format!("zq{id}qz")
}

/// As a line of the printed report.
impl std::fmt::Display for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{} @{} {} {} in {}", self.id, self.at, self.who, self.used, self.room)?;
        for (k, v) in &self.fields {
            let short: String = v.chars().take(60).collect();
            write!(f, " {k}={short:?}")?;
        }
        if self.key != format!("act-{:06}", self.id) {
            write!(f, " key={}", self.key)?;
        }
        Ok(())
    }
}

/// The wording that an act brings, by language.
pub(crate) fn wording(act: &Act) -> Vec<(String, String)> {
    ["ar", "en", "he"].iter().map(|l| ((*l).to_owned(), act.get(&format!("text-{l}")).to_owned())).filter(|(_, t)| !t.is_empty()).collect()
}

/// Everything that stands beside the wording for its owner: state, translator, checker, the way back.
pub(crate) fn beside(act: &Act) -> Vec<&(String, String)> {
    let of_version = |k: &str| ["text-", "state-", "by-", "checked-", "back-"].iter().any(|p| k.starts_with(p));
    act.fields.iter().filter(|(k, v)| of_version(k) && !v.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether the four questions are answered.
pub(crate) fn answered(act: &Act) -> bool {
    ["use", "source", "form", "standing"].iter().all(|q| !act.get(q).is_empty())
}
