//! Why two rows are proposed as one person: what agrees, what is missing, what speaks against.

use super::lists::Pair;
use super::model::NameScore;
use super::person::{Evidence, Facts};
use crate::spelling::dates::DateAgreement;
use crate::spelling::{Name, Part, Role, Script};
use terms::phrase::Phrase;

/// Parts that agree by less than this are not shown as agreeing.
const AGREES: f32 = 0.0;

impl NameScore {
    /// Which parts were matched: the left's, the right's, and the log-odds that they are one name.
    #[must_use]
    pub fn matches(&self) -> Vec<(usize, usize, f32)> {
        let mut out: Vec<(usize, usize, f32)> = self
            .alignment
            .of_a
            .iter()
            .zip(&self.alignment.odds)
            .enumerate()
            .filter_map(|(i, (j, odds))| j.map(|j| if self.swapped { (usize::from(j), i, *odds) } else { (i, usize::from(j), *odds) }))
            .collect();
        out.sort_by_key(|m| m.0);
        out
    }

    /// Whether a part had to be moved from one end to the other: the family's name first.
    #[must_use]
    pub fn turned(&self) -> bool {
        self.alignment.turned
    }
}

impl Evidence {
    /// The evidence in words, the strongest parts first in the order of the name.
    #[must_use]
    pub fn why(&self, left: &Facts, right: &Facts) -> Vec<Phrase> {
        let mut out = Vec::new();
        let read = |f: &Facts, i: usize| f.names.get(i).and_then(|t| Name::read(t).map(|n| (n.script, n.parts(t))));
        if let (Some((sa, a)), Some((sb, b))) = (read(left, self.name.0), read(right, self.name.1)) {
            names(&self.name.2, (sa, &a), (sb, &b), &mut out);
        }
        if let Some((agreement, _)) = self.born {
            out.push(Phrase::new(match agreement {
                DateAgreement::Same => "exchange-why-born-same",
                DateAgreement::Within => "exchange-why-born-within",
                DateAgreement::Swapped => "exchange-why-born-swapped",
                DateAgreement::OneDiffers => "exchange-why-born-one-differs",
                DateAgreement::YearOnly => "exchange-why-born-year-only",
                DateAgreement::SameYear => "exchange-why-born-same-year",
                DateAgreement::NearYear => "exchange-why-born-near-year",
                DateAgreement::Differs => "exchange-why-born-differs",
            }));
        }
        let two = [
            (self.document, "exchange-why-document-same", "exchange-why-document-differs"),
            (self.father, "exchange-why-father-same", "exchange-why-father-differs"),
            (self.place, "exchange-why-place-same", "exchange-why-place-differs"),
            (self.sex, "exchange-why-sex-same", "exchange-why-sex-differs"),
        ];
        for (found, yes, no) in two {
            if let Some((agrees, _)) = found {
                out.push(Phrase::new(if agrees { yes } else { no }));
            }
        }
        out
    }
}

impl Pair {
    /// The evidence in words, and whether somebody else could be meant.
    #[must_use]
    pub fn why(&self, left: &Facts, right: &Facts) -> Vec<Phrase> {
        let mut out = self.evidence.why(left, right);
        if let Some((_, score)) = self.rival {
            out.push(Phrase::new("exchange-why-rival").number("percent", (score * 100.0).round() as i64));
        }
        out
    }
}

fn names(score: &NameScore, a: (Script, &[Part]), b: (Script, &[Part]), out: &mut Vec<Phrase>) {
    let ((sa, a), (sb, b)) = (a, b);
    let matches: Vec<(usize, usize, f32)> =
        score.matches().into_iter().filter(|(i, j, o)| *o > AGREES && *i < a.len() && *j < b.len()).collect();
    let counted = |parts: &[Part]| parts.iter().filter(|p| !matches!(p.role, Role::Honorific | Role::Initial)).count();
    let small = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let script = |s: Script| format!("exchange-script-{}", s.tag());
    let of = counted(a).max(counted(b));
    let agree = matches.iter().filter(|(i, ..)| !matches!(a[*i].role, Role::Honorific | Role::Initial)).count().min(of);
    out.push(
        Phrase::new("exchange-why-parts")
            .number("agree", small(agree))
            .number("of", small(of))
            .key("left", &script(sa))
            .key("right", &script(sb)),
    );
    if score.turned() {
        out.push(Phrase::new("exchange-why-turned"));
    }
    let free = |parts: &[Part], taken: &dyn Fn(usize) -> bool| {
        (0..parts.len()).filter(|i| !taken(*i) && !matches!(parts[*i].role, Role::Honorific | Role::Initial)).collect::<Vec<usize>>()
    };
    let free_a = free(a, &|i| matches.iter().any(|m| m.0 == i));
    let mut free_b = free(b, &|j| matches.iter().any(|m| m.1 == j));
    for i in free_a {
        let role = role_key(a[i].role);
        match free_b.iter().position(|j| b[*j].role == a[i].role) {
            Some(at) => {
                let j = free_b.remove(at);
                out.push(Phrase::new("exchange-why-part-differs").key("role", role).name("left", &*a[i].text).name("right", &*b[j].text));
            }
            None => out.push(Phrase::new("exchange-why-part-left-only").key("role", role).name("part", &*a[i].text)),
        }
    }
    for j in free_b {
        out.push(Phrase::new("exchange-why-part-right-only").key("role", role_key(b[j].role)).name("part", &*b[j].text));
    }
}

/// The phrase's key of a role.
#[must_use]
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::Given => "exchange-role-given",
        Role::Father => "exchange-role-father",
        Role::Grandfather => "exchange-role-grandfather",
        Role::Family => "exchange-role-family",
        Role::Kunya => "exchange-role-kunya",
        Role::Nisba => "exchange-role-nisba",
        Role::Honorific => "exchange-role-honorific",
        Role::Initial => "exchange-role-initial",
    }
}
