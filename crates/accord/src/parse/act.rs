//! A duty: subject, modal, act, recipient, tails.

use super::pieces::{P, unquote};
use crate::lex::Kind;
use crate::tree::{Act, Duty, Modal, NameKind};

/// Words that bind nothing.
const WEAK: [&str; 10] = [
    "use its influence",
    "use their influence",
    "endeavour",
    "endeavor",
    "seek to",
    "make every effort",
    "make efforts",
    "do its best",
    "strive",
    "try to",
];
/// Words that fix nothing.
const VAGUE: [&str; 14] = [
    "appropriate",
    "reasonable",
    "as necessary",
    "satisfactory",
    "satisfactorily",
    "significant",
    "swiftly",
    "promptly",
    "gradually",
    "soon",
    "as possible",
    "relevant",
    "normal",
    "where possible",
];
const OBJECTS: &[NameKind] = &[
    NameKind::Actor,
    NameKind::Group,
    NameKind::List,
    NameKind::Line,
    NameKind::Place,
    NameKind::Annex,
    NameKind::Thing,
    NameKind::Talks,
    NameKind::Term,
    NameKind::Kind,
    NameKind::Event,
];

impl P<'_> {
    /// The place of the modal verb, if the sentence has one before its first comma.
    pub(crate) fn modal_at(&self) -> Option<(usize, usize, Modal)> {
        let mut k = self.pos;
        while k < self.pieces.len() && self.pieces[k].kind != Kind::Comma && self.pieces[k].kind != Kind::Colon {
            let low = |i: usize| self.pieces.get(i).map_or("", |p| if p.kind == Kind::Quote { "" } else { p.low.as_str() });
            let found = match (low(k), low(k + 1)) {
                ("shall" | "must", "not") => Some((2, Modal::ShallNot)),
                ("may", "not") => Some((2, Modal::ShallNot)),
                ("shall" | "must", _) => Some((1, Modal::Shall)),
                ("may", _) => Some((1, Modal::May)),
                ("should" | "will", _) => Some((1, Modal::Should)),
                _ => None,
            };
            if let Some((len, modal)) = found {
                return Some((k, len, modal));
            }
            k += 1;
        }
        None
    }

    /// Subject, verb, act, recipient, tails, up to the end.
    pub(crate) fn duty(&mut self) -> Option<Duty> {
        let (at, len, modal) = self.modal_at()?;
        let mut who = self.who(at)?;
        let mut weak = Vec::new();
        if modal == Modal::Should {
            weak.push(self.pieces[at].span.clone());
        }
        self.pos = at + len;
        let act = self.act(&mut weak)?;
        if act.passive {
            // In the passive the subject is what the act is done to.
            let mut act = act;
            let subject = match &who {
                crate::tree::Who::Unknown(text, _) => text.clone(),
                crate::tree::Who::Named(a) | crate::tree::Who::Together(a) => a.join(" and "),
                _ => String::new(),
            };
            for w in subject.split(' ') {
                act.words.push(w.to_lowercase());
            }
            act.text = [subject.as_str(), act.text.as_str()].join(" ").trim().to_owned();
            self.names_in(&subject, &mut act);
            who = crate::tree::Who::Nobody;
            if let Some(by) = self.agent(&act) {
                who = crate::tree::Who::Named(by);
            }
            let tails = self.tails()?;
            return Some(Duty { who, modal, act, to: None, tails, weak });
        }
        if let crate::tree::Who::Unknown(text, span) = &who {
            let near = super::near(text, self.names, &[NameKind::Actor, NameKind::Group]);
            self.complaints.push(("undeclared-name", span.clone(), text.clone(), near));
        }
        let to = self.recipient(&act);
        let tails = self.tails()?;
        Some(Duty { who, modal, act, to, tails, weak })
    }

    fn names_in(&self, subject: &str, act: &mut Act) {
        for n in &self.names.all {
            if n.text == subject.trim_start_matches("the ").trim_start_matches("The ") && OBJECTS.contains(&n.kind) {
                act.names.insert(0, (n.kind, n.text.clone()));
            }
        }
    }

    /// `… by the Red Cross` of a passive act.
    fn agent(&self, act: &Act) -> Option<Vec<String>> {
        let at = act.words.iter().position(|w| w == "by")?;
        let who: Vec<String> = act.names.iter().filter(|n| matches!(n.0, NameKind::Actor | NameKind::Group)).map(|n| n.1.clone()).collect();
        let last = who.last()?;
        let tail = act.words[at + 1..].join(" ");
        let mut agents: Vec<String> = who.iter().filter(|w| tail.contains(&w.to_lowercase())).cloned().collect();
        if agents.is_empty() {
            agents.push(last.clone());
        }
        Some(agents)
    }

    /// The actor after the act's last `to`.
    fn recipient(&self, act: &Act) -> Option<String> {
        let mut found = None;
        for (k, w) in act.words.iter().enumerate() {
            if w == "to" {
                let rest = act.words[k + 1..].join(" ");
                let rest = rest.strip_prefix("the ").unwrap_or(&rest);
                found = act
                    .names
                    .iter()
                    .filter(|n| matches!(n.0, NameKind::Actor | NameKind::Group))
                    .find(|n| rest.starts_with(&n.1.to_lowercase()))
                    .map(|n| n.1.clone())
                    .or(found);
            }
        }
        found
    }

    fn act(&mut self, weak: &mut Vec<crate::tree::Bytes>) -> Option<Act> {
        let mut act = Act::default();
        let from = self.pos;
        if self.eat("begin to") || self.eat("begin") || self.eat("start to") {
            act.begin = true;
        }
        // `be part of` is an act of one's own; `be disarmed` is done by somebody unnamed.
        const STATES: [&str; 12] =
            ["part", "a", "an", "the", "in", "present", "responsible", "ready", "free", "bound", "guided", "represented"];
        if self.at("be") && STATES.contains(&self.low(1)) {
        } else if self.eat("be") || self.eat("have been") {
            act.passive = true;
        }
        if self.done() || self.kind() == Some(Kind::Comma) {
            return None;
        }
        while !self.done() && self.kind() != Some(Kind::Comma) {
            let first = act.words.is_empty();
            if !first && self.tail_here() {
                break;
            }
            if let Some(w) = WEAK.iter().find(|w| self.at(w)) {
                let at = self.pos;
                self.eat(w);
                weak.push(self.since(at));
                act.words.extend(w.split(' ').map(str::to_owned));
                self.eat("to");
                continue;
            }
            if let Some(w) = VAGUE.iter().find(|w| self.at(w)) {
                let at = self.pos;
                self.eat(w);
                let span = self.since(at);
                if !self.vague.contains(&span) {
                    self.vague.push(span);
                }
                act.words.extend(w.split(' ').map(str::to_owned));
                continue;
            }
            if self.at("vague") && self.peek(1).is_some_and(|p| p.kind == Kind::Quote) {
                self.vague.push(self.here());
                self.pos += 1;
                continue;
            }
            match self.kind()? {
                Kind::Clause => return None, // a clause number inside an act is no form
                Kind::Quote => {
                    let text = unquote(&self.peek(0)?.text);
                    if let Some((kind, name, _)) = self.name_here(OBJECTS) {
                        act.names.push((kind, name));
                    }
                    act.quotes.push(text.clone());
                    act.words.extend(text.split(' ').map(str::to_lowercase));
                    self.pos += 1;
                    continue;
                }
                Kind::Colon | Kind::Semi | Kind::OpenQuote => return None,
                _ => {}
            }
            if self.attempt(|p| p.span()).is_some() {
                return None; // a length of time in no known tail would vanish into the act
            }
            if act.amount.is_none()
                && !first
                && let Some((compare, n)) = self.amount()
            {
                let at = self.pos;
                let mut k = 0;
                while self.peek(k).is_some_and(|p| p.kind == Kind::Word)
                    && !matches!(self.low(k), "of" | "to" | "from" | "each" | "and" | "in")
                {
                    k += 1;
                }
                act.amount = Some((compare, n, self.text(at, at + k)));
                act.words.push(n.value().map_or_else(|| "open".to_owned(), |n| n.to_string()));
                continue;
            }
            if !first && self.eat_open() {
                act.words.push("open".to_owned());
                continue;
            }
            let verb_here = first && !act.passive && act.verb.is_empty();
            if !verb_here
                && !matches!(self.low(0), "the" | "a" | "an" | "its" | "their" | "this")
                && let Some((kind, name, len)) = self.name_here(OBJECTS)
            {
                act.names.push((kind, name));
                for _ in 0..len {
                    act.words.push(self.low(0).to_owned());
                    self.pos += 1;
                }
                continue;
            }
            let low = self.low(0).to_owned();
            if act.verb.is_empty() {
                act.verb.clone_from(&low);
            }
            act.words.push(low);
            self.pos += 1;
        }
        if !weak.is_empty() && act.verb.is_empty() {
            act.verb = "seek".to_owned();
        }
        act.text = self.text(from, self.pos);
        act.span = self.since(from);
        (!act.words.is_empty()).then_some(act)
    }
}
