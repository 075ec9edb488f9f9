//! How the fields of an act are written, and what they stand for.
//!
//! The fields are those of [`desk::Command`], with these shorter ways to write them:
//!
//! - words: a text is English; `{ ar = "…" }` is Arabic, `{ he = "…" }` Hebrew;
//! - a version of a wording: words alone are an original; a translation is
//!   `{ en = "…", state = "working", by = "…" }`, and `wording` may be one version or a list;
//! - a moment: `"2026-03-05T16:42"`, in the case's zone;
//! - another act: `"@its-name"`, in the fields that speak of an entry;
//! - `marked`: the marked words themselves;
//! - `attends`: a side's name alone, where there is no more to say of it.

use crate::words::read_moment;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

const LANGUAGES: [&str; 3] = ["ar", "en", "he"];

/// Fields that hold words of one language.
const WORDS: [&str; 8] = ["words", "title", "why", "words_used", "back", "agenda", "ended", "titles"];

/// Fields that hold language versions.
const VERSIONS: [&str; 2] = ["wording", "version"];

/// Fields whose second half is words: pairs of an identifier and its words.
const PAIRS: [&str; 2] = ["options", "sides"];

/// Turns what a file says into the shape of the desk's own types.
pub(super) struct Normal<'a> {
    pub(super) zone: &'a str,
}

impl Normal<'_> {
    /// A whole table.
    pub(super) fn whole(&self, table: toml::Table) -> Value {
        Value::Object(table.into_iter().map(|(key, value)| (key.clone(), self.field(&key, value))).collect())
    }

    fn field(&self, key: &str, value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => self.text(key, text),
            toml::Value::Integer(n) => json!(n),
            toml::Value::Float(f) => json!(f),
            toml::Value::Boolean(b) => json!(b),
            toml::Value::Datetime(at) => self.text(key, at.to_string()),
            toml::Value::Array(list) if PAIRS.contains(&key) => Value::Array(list.into_iter().map(|pair| self.pair(pair)).collect()),
            toml::Value::Array(list) => Value::Array(list.into_iter().map(|v| self.field(key, v)).collect()),
            toml::Value::Table(table) => self.table(key, table),
        }
    }

    fn text(&self, key: &str, text: String) -> Value {
        // Only what looks like a moment in full is one: people write dates in their words too.
        if text.len() == 16
            && text.as_bytes()[10] == b'T'
            && let Some(at) = read_moment(&text, self.zone)
        {
            return json!(at.0);
        }
        if WORDS.contains(&key) {
            return json!({ "lang": "en", "text": text });
        }
        if VERSIONS.contains(&key) && !text.starts_with('@') {
            return json!({ "words": { "lang": "en", "text": text }, "state": "original" });
        }
        if key == "attends" {
            return json!({ "party": text });
        }
        Value::String(text)
    }

    fn pair(&self, value: toml::Value) -> Value {
        match value {
            toml::Value::Array(pair) if pair.len() == 2 => {
                Value::Array(pair.into_iter().zip(["", "words"]).map(|(v, key)| self.field(key, v)).collect())
            }
            other => self.field("", other),
        }
    }

    fn table(&self, key: &str, mut table: toml::Table) -> Value {
        let spoken = LANGUAGES.iter().find(|l| table.get(**l).is_some_and(toml::Value::is_str));
        let Some(lang) = spoken else { return self.whole(table) };
        let text = table.remove(*lang).and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        let words = json!({ "lang": lang, "text": text });
        if !VERSIONS.contains(&key) {
            return if table.is_empty() { words } else { Value::Object(with(self.whole(table), "words", words)) };
        }
        let rest = with(self.whole(table), "words", words);
        let stated = rest.contains_key("state");
        Value::Object(if stated { rest } else { with(Value::Object(rest), "state", json!("original")) })
    }
}

fn with(value: Value, key: &str, add: Value) -> Map<String, Value> {
    let mut map = match value {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    map.insert(key.to_owned(), add);
    map
}

/// Reads a value of the desk, and refuses fields that it does not have: a misspelt field would
/// otherwise be passed over in silence.
pub(super) fn read<T: DeserializeOwned + Serialize>(value: &Value) -> Result<T, String> {
    let read: T = serde_json::from_value(value.clone()).map_err(|e| format!("cannot be used: {e}"))?;
    let back = serde_json::to_value(&read).map_err(|e| format!("cannot be used: {e}"))?;
    match unknown(value, &back) {
        Some(field) => Err(format!("`{field}` is no field of this; look for a misspelling, or take it out")),
        None => Ok(read),
    }
}

/// The first field of `given` that is not in `taken`.
fn unknown(given: &Value, taken: &Value) -> Option<String> {
    match (given, taken) {
        (Value::Object(given), Value::Object(taken)) => given.iter().find_map(|(key, value)| match taken.get(key) {
            None => Some(key.clone()),
            Some(other) => unknown(value, other),
        }),
        (Value::Array(given), Value::Array(taken)) => given.iter().zip(taken).find_map(|(g, t)| unknown(g, t)),
        _ => None,
    }
}
