//! A home in TOML. The handbook's page `ratify` describes the file.

use super::{
    Abstention, Base, Body, By, Condition, Departure, Home, Kind, Member, Part, Provision, Quota, Route, Rule, Stance, VetoOn, Vote,
};
use crate::exact;
use crate::formats::Complaint;
use num_traits::{One, Signed};
use serde::Deserialize;
use terms::phrase::Phrase;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    #[serde(default)]
    name: String,
    as_of: Option<Spanned<DateForm>>,
    #[serde(default, alias = "provisions")]
    provision: Vec<ProvisionForm>,
    #[serde(default, alias = "bodies")]
    body: Vec<BodyForm>,
    #[serde(default, alias = "routes")]
    route: Vec<RouteForm>,
    #[serde(default, alias = "stances")]
    stance: Vec<StanceForm>,
    #[serde(default, alias = "departures")]
    departure: Vec<DepartureForm>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum DateForm {
    Date(toml::value::Datetime),
    Text(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionForm {
    name: String,
    #[serde(rename = "in")]
    present: bool,
    issue: Option<String>,
    option: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum QuotaForm {
    Seats(u64),
    Share(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyForm {
    name: String,
    #[serde(default)]
    source: String,
    date: Option<Spanned<DateForm>>,
    #[serde(alias = "member")]
    members: Vec<MemberForm>,
    quota: Option<Spanned<QuotaForm>>,
    rule: Option<Spanned<String>>,
    by: Option<Spanned<String>>,
    abstention: Option<Spanned<String>>,
    minimum_members: Option<u32>,
    vetoes: Option<Vec<String>>,
    veto_on: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberForm {
    name: String,
    /// None where no source states them: then no route may be counted over the body.
    seats: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RouteForm {
    name: String,
    kind: Option<Spanned<String>>,
    body: Spanned<String>,
    quota: Option<Spanned<QuotaForm>>,
    rule: Option<Spanned<String>>,
    by: Option<Spanned<String>>,
    abstention: Option<Spanned<String>>,
    minimum_members: Option<u32>,
    vetoes: Option<Vec<String>>,
    veto_on: Option<Spanned<String>>,
    #[serde(default, alias = "double_majority")]
    also: Vec<PartForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartForm {
    body: Spanned<String>,
    quota: Option<Spanned<QuotaForm>>,
    rule: Option<Spanned<String>>,
    by: Option<Spanned<String>>,
    abstention: Option<Spanned<String>>,
    minimum_members: Option<u32>,
    vetoes: Option<Vec<String>>,
    veto_on: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StanceForm {
    member: String,
    route: Option<String>,
    vote: Spanned<String>,
    condition: Option<Spanned<Conditions>>,
    until: Option<Spanned<DateForm>>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DepartureForm {
    member: String,
    body: String,
    condition: Option<Spanned<Conditions>>,
    until: Option<Spanned<DateForm>>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Conditions {
    One(String),
    All(Vec<String>),
}

/// The parts of a rule that a body, a route or a further part may state.
struct Stated<'a> {
    quota: &'a Option<Spanned<QuotaForm>>,
    rule: &'a Option<Spanned<String>>,
    by: &'a Option<Spanned<String>>,
    abstention: &'a Option<Spanned<String>>,
    minimum_members: Option<u32>,
    vetoes: &'a Option<Vec<String>>,
    veto_on: &'a Option<Spanned<String>>,
}

macro_rules! stated {
    ($form:expr) => {
        Stated {
            quota: &$form.quota,
            rule: &$form.rule,
            by: &$form.by,
            abstention: &$form.abstention,
            minimum_members: $form.minimum_members,
            vetoes: &$form.vetoes,
            veto_on: &$form.veto_on,
        }
    };
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
}

/// Reads a home from the bytes of one file.
///
/// # Errors
/// A file that is not such TOML, or names a body, route, member or provision that it does not declare.
pub fn read(file: &str, bytes: &[u8]) -> Result<Home, Complaint> {
    let text = std::str::from_utf8(bytes).map_err(|_| Complaint::new(file, None, Phrase::new("bargain-not-utf8")))?;
    let r = Reader { file, text };
    let form: FileForm = toml::from_str(text).map_err(|e| {
        let line = e.span().and_then(|s| r.line(s.start));
        Complaint::new(file, line, Phrase::new("home-not-ours").name("text", e.message()))
    })?;
    let ordinary = Rule {
        quota: Quota::MoreThan(exact::whole(1) / exact::whole(2)),
        base: Base::All,
        by: By::Seats,
        abstention: Abstention::Against,
        minimum_members: 0,
        vetoes: Vec::new(),
        veto_on: VetoOn::No,
    };
    let mut bodies = Vec::new();
    for b in &form.body {
        let rule = r.rule(&ordinary, &stated!(b))?;
        let members = b.members.iter().map(|m| Member { name: m.name.clone(), seats: m.seats.unwrap_or_default() }).collect();
        let date = b.date.as_ref().map(|d| r.date(d)).transpose()?.unwrap_or_default();
        bodies.push(Body { name: b.name.clone(), source: b.source.clone(), date, members, rule });
    }
    let mut routes = Vec::new();
    for f in &form.route {
        let mut parts = vec![r.part(&bodies, &f.body, &stated!(f))?];
        for also in &f.also {
            parts.push(r.part(&bodies, &also.body, &stated!(also))?);
        }
        let kind = f.kind.as_ref().map_or(Ok(Kind::Other), |k| r.kind(k))?;
        routes.push(Route { name: f.name.clone(), kind, parts });
    }
    // A missing number must not be counted as none.
    for b in &form.body {
        let decides = routes.iter().flat_map(|r: &Route| &r.parts).any(|p| bodies[p.body].name == b.name);
        if let Some(m) = b.members.iter().find(|m| m.seats.is_none()).filter(|_| decides) {
            return Err(Complaint::new(file, None, Phrase::new("home-seats-missing").name("member", &m.name).name("body", &b.name)));
        }
    }
    let mut stances = Vec::new();
    for s in &form.stance {
        let vote = r.word(&s.vote, &[("yes", Vote::Yes), ("no", Vote::No), ("abstain", Vote::Abstain), ("unknown", Vote::Unknown)])?;
        stances.push(Stance {
            member: s.member.clone(),
            route: s.route.clone(),
            vote,
            conditions: r.conditions(&s.condition)?,
            until: s.until.as_ref().map(|d| r.date(d)).transpose()?,
            source: s.source.clone(),
        });
    }
    let mut departures = Vec::new();
    for d in &form.departure {
        departures.push(Departure {
            member: d.member.clone(),
            body: d.body.clone(),
            conditions: r.conditions(&d.condition)?,
            until: d.until.as_ref().map(|d| r.date(d)).transpose()?,
            source: d.source.clone(),
        });
    }
    let mut provisions = Vec::new();
    for p in form.provision {
        if p.issue.is_some() != p.option.is_some() {
            return Err(Complaint::new(file, None, Phrase::new("home-provision-option").name("name", p.name)));
        }
        provisions.push(Provision { name: p.name, present: p.present, option: p.issue.zip(p.option) });
    }
    let home = Home {
        name: form.name,
        as_of: form.as_of.as_ref().map(|d| r.date(d)).transpose()?,
        provisions,
        bodies,
        routes,
        stances,
        departures,
    };
    home.check().map_err(|what| Complaint::new(file, None, what))?;
    Ok(home)
}

impl Reader<'_> {
    fn line(&self, at: usize) -> Option<usize> {
        self.text.get(..at).map(|t| t.matches('\n').count() + 1)
    }

    fn complain<T>(&self, at: &Spanned<T>, what: Phrase) -> Complaint {
        Complaint::new(self.file, self.line(at.span().start), what)
    }

    /// One of the words a key takes.
    fn word<T: Clone>(&self, said: &Spanned<String>, known: &[(&str, T)]) -> Result<T, Complaint> {
        let words = known.iter().map(|k| k.0).collect::<Vec<_>>().join(", ");
        let unknown = || self.complain(said, Phrase::new("home-word").name("text", said.get_ref()).name("words", words));
        known.iter().find(|k| k.0 == said.get_ref()).map(|k| k.1.clone()).ok_or_else(unknown)
    }

    fn kind(&self, said: &Spanned<String>) -> Result<Kind, Complaint> {
        self.word(
            said,
            &[
                ("cabinet vote", Kind::Cabinet),
                ("vote on the deal", Kind::Deal),
                ("constructive no-confidence", Kind::NoConfidence),
                ("dissolution", Kind::Dissolution),
                ("budget", Kind::Budget),
                ("other", Kind::Other),
            ],
        )
    }

    fn date(&self, said: &Spanned<DateForm>) -> Result<String, Complaint> {
        let text = match said.get_ref() {
            DateForm::Date(d) => d.to_string(),
            DateForm::Text(t) => t.clone(),
        };
        let b = text.as_bytes();
        let digits = |r: std::ops::Range<usize>| b.get(r).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
        let form = b.len() == 10 && b[4] == b'-' && b[7] == b'-' && digits(0..4) && digits(5..7) && digits(8..10);
        if form { Ok(text) } else { Err(self.complain(said, Phrase::new("home-date").name("text", text))) }
    }

    fn conditions(&self, said: &Option<Spanned<Conditions>>) -> Result<Vec<Condition>, Complaint> {
        let Some(said) = said else { return Ok(Vec::new()) };
        let texts = match said.get_ref() {
            Conditions::One(one) => std::slice::from_ref(one),
            Conditions::All(all) => all.as_slice(),
        };
        let read = |text: &String| {
            let (with, name) = match (text.strip_prefix("with "), text.strip_prefix("without ")) {
                (Some(name), _) => (true, name),
                (None, Some(name)) => (false, name),
                (None, None) => return Err(self.complain(said, Phrase::new("home-condition").name("text", text))),
            };
            Ok(Condition { provision: name.trim().to_owned(), with })
        };
        texts.iter().map(read).collect()
    }

    fn part(&self, bodies: &[Body], name: &Spanned<String>, stated: &Stated<'_>) -> Result<Part, Complaint> {
        let unknown = || self.complain(name, Phrase::new("home-body-unknown").name("name", name.get_ref()));
        let body = bodies.iter().position(|b| b.name == *name.get_ref()).ok_or_else(unknown)?;
        Ok(Part { body, rule: self.rule(&bodies[body].rule, stated)? })
    }

    /// What is stated over what is ordinary.
    fn rule(&self, ordinary: &Rule, stated: &Stated<'_>) -> Result<Rule, Complaint> {
        let mut rule = ordinary.clone();
        if let Some(q) = stated.quota {
            rule.quota = self.quota(q)?;
        }
        if let Some(w) = stated.rule {
            rule.base = self.word(w, &[("all", Base::All), ("cast", Base::Cast)])?;
        }
        if let Some(w) = stated.by {
            rule.by = self.word(w, &[("seats", By::Seats), ("members", By::Members)])?;
        }
        if let Some(w) = stated.abstention {
            let known = [("against", Abstention::Against), ("out", Abstention::Out), ("for", Abstention::For)];
            rule.abstention = self.word(w, &known)?;
        }
        if let Some(w) = stated.veto_on {
            rule.veto_on = self.word(w, &[("no", VetoOn::No), ("not yes", VetoOn::NotYes)])?;
        }
        rule.minimum_members = stated.minimum_members.unwrap_or(rule.minimum_members);
        if let Some(v) = stated.vetoes {
            rule.vetoes.clone_from(v);
        }
        Ok(rule)
    }

    fn quota(&self, said: &Spanned<QuotaForm>) -> Result<Quota, Complaint> {
        match said.get_ref() {
            QuotaForm::Seats(n) => Ok(Quota::Seats(*n)),
            QuotaForm::Share(text) => {
                let share = |t: &str| exact::read(t).filter(|f| !f.is_negative() && *f <= exact::Fraction::one());
                let quota = match (text.strip_prefix("more than "), text.strip_prefix("at least ")) {
                    (Some(t), _) => share(t).map(Quota::MoreThan),
                    (None, Some(t)) => share(t).map(Quota::AtLeast),
                    (None, None) => None,
                };
                quota.ok_or_else(|| self.complain(said, Phrase::new("home-quota").name("text", text)))
            }
        }
    }
}
