//! A name made ready for many comparisons.

use super::letters::{Background, Chunks, MAX_LETTERS, MAX_WHOLE, two};
use crate::spelling::{Name, Script, skeleton};

/// What is worked out once for a name, so that a comparison only looks up.
#[derive(Debug, Clone)]
pub struct Prepared {
    pub(crate) name: Name,
    pub(crate) two: Vec<u16>,
    pub(crate) tokens: Vec<Facts>,
    /// How much the whole name says.
    pub(crate) info: f32,
    /// The skeletons of all tokens in order of writing, classes 1 to 13.
    pub(crate) skeleton: Vec<u8>,
    /// The same with the tokens in order of their letters.
    pub(crate) sorted: Vec<u8>,
}

/// What is worked out once for a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    pub(crate) start: u16,
    pub(crate) core: u16,
    pub(crate) end: u16,
    pub(crate) light: bool,
    /// How much the whole token says, in nats.
    pub(crate) info: f32,
    /// How much it says without its article.
    pub(crate) core_info: f32,
    /// Its skeleton, four bits a class.
    pub(crate) skeleton: u64,
}

impl Prepared {
    pub(crate) fn new(name: Name, backgrounds: &[Background; 3]) -> Prepared {
        let script = name.script;
        let background = &backgrounds[index(script)];
        let mut pairs = Vec::with_capacity(name.letters.len());
        let mut last = 0u8;
        for l in &name.letters {
            pairs.push(if last == 0 { 0 } else { two(script, last, *l) });
            last = *l;
        }
        let mut tokens = Vec::with_capacity(name.tokens.len());
        let mut whole = Vec::with_capacity(name.letters.len());
        let mut spans: Vec<(u64, usize, usize)> = Vec::with_capacity(name.tokens.len());
        for t in &name.tokens {
            let end = t.end.min(t.start + MAX_LETTERS as u16);
            let from = whole.len();
            skeleton::of_letters(script, &name.letters[usize::from(t.core)..usize::from(t.end)], &mut whole);
            let packed = whole[from..].iter().take(16).fold(0u64, |acc, c| acc << 4 | u64::from(*c));
            spans.push((packed, from, whole.len()));
            let full = background.info(&name.letters[usize::from(t.start)..usize::from(end)]);
            let core_info =
                if t.core == t.start { full } else { background.info(&name.letters[usize::from(t.core)..usize::from(end.max(t.core))]) };
            tokens.push(Facts {
                start: t.start,
                core: t.core,
                end: end.max(t.core),
                light: t.is_light(),
                info: full,
                core_info,
                skeleton: packed,
            });
        }
        spans.sort_unstable();
        let mut sorted = Vec::with_capacity(whole.len());
        for (_, from, to) in &spans {
            sorted.extend_from_slice(&whole[*from..*to]);
        }
        let info = background.info(&name.letters[..name.letters.len().min(MAX_WHOLE - 1)]);
        Prepared { two: pairs, tokens, info, skeleton: whole, sorted, name }
    }

    pub(crate) fn chunks(&self) -> Chunks<'_> {
        Chunks { one: &self.name.letters, two: &self.two }
    }

    pub(crate) fn letters(&self, t: &Facts) -> &[u8] {
        &self.name.letters[usize::from(t.start)..usize::from(t.end)]
    }

    /// The name as it was read.
    #[must_use]
    pub fn name(&self) -> &Name {
        &self.name
    }
}

/// A script's place in the arrays.
pub(crate) fn index(script: Script) -> usize {
    match script {
        Script::Arabic => 0,
        Script::Hebrew => 1,
        Script::Latin => 2,
    }
}

/// The place of a pair of scripts, and whether the two have to change places.
pub(crate) fn pair(a: Script, b: Script) -> (usize, bool) {
    let swap = a > b;
    let (a, b) = if swap { (b, a) } else { (a, b) };
    let at = match (a, b) {
        (Script::Arabic, Script::Arabic) => 0,
        (Script::Arabic, Script::Hebrew) => 1,
        (Script::Arabic, Script::Latin) => 2,
        (Script::Hebrew, Script::Latin) => 3,
        (Script::Latin, Script::Latin) => 4,
        _ => 5,
    };
    (at, swap)
}

/// The pairs of scripts in the order of [`pair`].
pub(crate) const PAIRS: [(Script, Script); 6] = [
    (Script::Arabic, Script::Arabic),
    (Script::Arabic, Script::Hebrew),
    (Script::Arabic, Script::Latin),
    (Script::Hebrew, Script::Latin),
    (Script::Latin, Script::Latin),
    (Script::Hebrew, Script::Hebrew),
];
