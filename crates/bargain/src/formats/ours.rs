//! Our own file of a negotiation, in TOML: issues, worths with their source and interval, reservation
//! values, links, joint worths and packages tried. The handbook's page `bargain` describes it.

use super::{Complaint, File, Reading, number};
use crate::domain::{Basis, Choice, Domain, Estimate, Issue, Joint, Kind, Link, Reception, Side, Tried};
use crate::exact::Fraction;
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::phrase::Phrase;
use toml::Spanned;

/// The greatest number of steps that a range is written out to.
const MOST_STEPS: i64 = 100_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    #[serde(default)]
    name: String,
    #[serde(default, alias = "issues")]
    issue: Vec<IssueForm>,
    #[serde(default, alias = "sides")]
    side: Vec<SideForm>,
    #[serde(default, alias = "links")]
    link: Vec<LinkForm>,
    #[serde(default, alias = "joints")]
    joint: Vec<JointForm>,
    #[serde(default)]
    tried: Vec<TriedForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IssueForm {
    name: Spanned<String>,
    #[serde(default)]
    options: Vec<String>,
    range: Option<[i64; 2]>,
    #[serde(default)]
    divides: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SideForm {
    name: Spanned<String>,
    reservation: Option<Spanned<Number>>,
    discount: Option<Spanned<Number>>,
    #[serde(default)]
    worth: BTreeMap<String, WorthForm>,
}

/// A number by its digits: written bare it must be whole; a fraction or decimal stands in quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Text(String),
    Binary(f64),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorthForm {
    values: Option<Vec<Spanned<ValueForm>>>,
    slope: Option<Spanned<Number>>,
    offset: Option<Spanned<Number>>,
    rank: Option<Spanned<Vec<u32>>>,
    low: Option<Spanned<Number>>,
    high: Option<Spanned<Number>>,
    statement: Option<String>,
    inference: Option<String>,
    #[serde(default)]
    guess: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ValueForm {
    Interval([Number; 2]),
    Estimate([Number; 3]),
    One(Number),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkForm {
    option: [Spanned<String>; 2],
    only_if: Vec<[Spanned<String>; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JointForm {
    when: Vec<[Spanned<String>; 2]>,
    worth: BTreeMap<String, Spanned<Number>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TriedForm {
    on: String,
    package: BTreeMap<String, Spanned<String>>,
    received: BTreeMap<String, Spanned<String>>,
}

/// Where in the file a thing stands.
struct Place<'a> {
    file: &'a str,
    text: &'a str,
}

impl Place<'_> {
    fn line(&self, at: usize) -> Option<usize> {
        self.text.get(..at).map(|t| t.matches('\n').count() + 1)
    }
    fn complain<T>(&self, at: &Spanned<T>, what: Phrase) -> Complaint {
        Complaint::new(self.file, self.line(at.span().start), what)
    }
    fn number(&self, line: Option<usize>, n: &Number) -> Result<Fraction, Complaint> {
        match n {
            Number::Whole(n) => Ok(crate::exact::whole(*n)),
            Number::Text(t) => number(self.file, line, t),
            Number::Binary(b) => Err(Complaint::new(self.file, line, Phrase::new("bargain-number-bare").name("text", b.to_string()))),
        }
    }
    fn spanned(&self, n: &Spanned<Number>) -> Result<Fraction, Complaint> {
        self.number(self.line(n.span().start), n.get_ref())
    }
}

/// Reads the one `.toml` file among `files`.
///
/// # Errors
/// A file that is not such TOML, or speaks of an issue, option or side that it does not declare.
pub fn read(files: &[File<'_>]) -> Result<Reading, Complaint> {
    let Some((file, bytes)) = files.iter().find(|f| f.0.ends_with(".toml")) else {
        return Err(Complaint::new("", None, Phrase::new("bargain-no-form").name("folder", "")));
    };
    let text = std::str::from_utf8(bytes).map_err(|_| Complaint::new(file, None, Phrase::new("bargain-not-utf8")))?;
    let place = Place { file, text };
    let form: FileForm = toml::from_str(text).map_err(|e| {
        let line = e.span().and_then(|s| place.line(s.start));
        Complaint::new(file, line, Phrase::new("bargain-not-ours").name("text", e.message()))
    })?;
    let mut issues = Vec::new();
    for i in &form.issue {
        issues.push(issue(&place, i)?);
    }
    let mut sides = Vec::new();
    for s in &form.side {
        sides.push(side(&place, s, &issues)?);
    }
    let mut links = Vec::new();
    for l in &form.link {
        let any_of = l.only_if.iter().map(|c| choice(&place, &issues, c)).collect::<Result<_, _>>()?;
        links.push(Link { option: choice(&place, &issues, &l.option)?, any_of });
    }
    let mut joints = Vec::new();
    for j in &form.joint {
        let when = j.when.iter().map(|c| choice(&place, &issues, c)).collect::<Result<_, _>>()?;
        let mut worth = Vec::new();
        for s in &sides {
            worth.push(j.worth.get(&s.name).map_or_else(|| Ok(crate::exact::whole(0)), |n| place.spanned(n))?);
        }
        if let Some((name, at)) = j.worth.iter().find(|(n, _)| !sides.iter().any(|s| s.name == **n)) {
            return Err(place.complain(at, Phrase::new("bargain-side-unknown").name("name", name)));
        }
        joints.push(Joint { when, worth });
    }
    let tried = form.tried.iter().map(|t| tried(&place, t, &issues, &sides)).collect::<Result<_, _>>()?;
    let domain = Domain { name: form.name, issues, sides, links, joints, tried };
    domain.check().map_err(|what| Complaint::new(file, None, what))?;
    Ok(Reading { domain, pool: false, notes: Vec::new() })
}

fn issue(place: &Place<'_>, form: &IssueForm) -> Result<Issue, Complaint> {
    let name = form.name.get_ref().clone();
    let wrong = |key: &str| Err(place.complain(&form.name, Phrase::new(key).name("name", &name)));
    let (kind, options) = match (form.range, form.divides) {
        (Some([low, high]), false) if form.options.is_empty() => {
            if high < low {
                return wrong("bargain-range-empty");
            }
            if high.checked_sub(low).is_none_or(|n| n >= MOST_STEPS) {
                return wrong("bargain-range-wide");
            }
            (Kind::Steps, (low..=high).map(|n| n.to_string()).collect())
        }
        (None, true) if form.options.len() == 2 => (Kind::Divides, form.options.clone()),
        (None, false) if !form.options.is_empty() => (Kind::Options, form.options.clone()),
        _ => return wrong("bargain-issue-form"),
    };
    Ok(Issue { name, options, kind })
}

fn side(place: &Place<'_>, form: &SideForm, issues: &[Issue]) -> Result<Side, Complaint> {
    let missing = |key: &str, name: &str| place.complain(&form.name, Phrase::new(key).name("name", name));
    if let Some(extra) = form.worth.keys().find(|k| !issues.iter().any(|i| i.name == **k)) {
        return Err(missing("bargain-issue-unknown", extra));
    }
    let mut worth = Vec::new();
    let mut ranks = Vec::new();
    for issue in issues {
        let w = form.worth.get(&issue.name).ok_or_else(|| missing("bargain-no-issue", &issue.name))?;
        let basis = match (&w.statement, &w.inference) {
            (Some(s), _) => Basis::Statement(s.clone()),
            (None, Some(i)) => Basis::Inference(i.clone()),
            (None, None) if w.guess => Basis::Guess,
            _ => Basis::File,
        };
        let (row, rank) = row(place, form, w, issue, &basis)?;
        worth.push(row);
        ranks.push(rank);
    }
    let optional = |n: &Option<Spanned<Number>>| n.as_ref().map(|n| place.spanned(n)).transpose();
    let (reservation, discount) = (optional(&form.reservation)?, optional(&form.discount)?);
    Ok(Side { name: form.name.get_ref().clone(), worth, reservation, discount, ranks })
}

type Row = (Vec<Estimate>, Option<Vec<u32>>);

fn row(place: &Place<'_>, side: &SideForm, w: &WorthForm, issue: &Issue, basis: &Basis) -> Result<Row, Complaint> {
    let wrong = || place.complain(&side.name, Phrase::new("bargain-worth-form").name("name", &issue.name));
    let estimate = |low, value, high| Estimate { low, value, high, basis: basis.clone() };
    if let Some(values) = &w.values {
        if values.len() != issue.options.len() {
            return Err(wrong());
        }
        let mut row = Vec::new();
        for v in values {
            let line = place.line(v.span().start);
            let n = |n: &Number| place.number(line, n);
            row.push(match v.get_ref() {
                ValueForm::One(one) => {
                    let one = n(one)?;
                    estimate(one.clone(), one.clone(), one)
                }
                ValueForm::Interval([low, high]) => {
                    let (low, high) = (n(low)?, n(high)?);
                    let middle = (&low + &high) / crate::exact::whole(2);
                    estimate(low, middle, high)
                }
                ValueForm::Estimate([low, value, high]) => estimate(n(low)?, n(value)?, n(high)?),
            });
        }
        return Ok((row, None));
    }
    if let (Some(slope), Kind::Steps) = (&w.slope, &issue.kind) {
        let slope = place.spanned(slope)?;
        let offset = w.offset.as_ref().map_or_else(|| Ok(crate::exact::whole(0)), |o| place.spanned(o))?;
        let steps = issue.options.iter().filter_map(|o| crate::exact::read(o));
        let row = steps.map(|x| &offset + &slope * x).map(|v| estimate(v.clone(), v.clone(), v)).collect();
        return Ok((row, None));
    }
    if let (Some(rank), Some(low), Some(high)) = (&w.rank, &w.low, &w.high) {
        let ranks = rank.get_ref();
        if ranks.len() != issue.options.len() || ranks.contains(&0) {
            return Err(wrong());
        }
        let (low, high) = (place.spanned(low)?, place.spanned(high)?);
        let last = ranks.iter().copied().max().unwrap_or(1).max(2);
        // The estimate spreads the ranks evenly; what is known is the order and the ends.
        let value = |r: u32| &high - (&high - &low) * crate::exact::whole(i64::from(r - 1)) / crate::exact::whole(i64::from(last - 1));
        let row = ranks.iter().map(|&r| estimate(low.clone(), value(r), high.clone())).collect();
        return Ok((row, Some(ranks.clone())));
    }
    Err(wrong())
}

fn choice(place: &Place<'_>, issues: &[Issue], [issue, option]: &[Spanned<String>; 2]) -> Result<Choice, Complaint> {
    let Some(i) = issues.iter().position(|i| i.name == *issue.get_ref()) else {
        return Err(place.complain(issue, Phrase::new("bargain-issue-unknown").name("name", issue.get_ref())));
    };
    let Some(o) = issues[i].options.iter().position(|o| o == option.get_ref()) else {
        return Err(place.complain(option, Phrase::new("bargain-option-unknown").name("name", option.get_ref())));
    };
    Ok((i, u32::try_from(o).unwrap_or(u32::MAX)))
}

fn tried(place: &Place<'_>, form: &TriedForm, issues: &[Issue], sides: &[Side]) -> Result<Tried, Complaint> {
    let mut package = Vec::new();
    for issue in issues {
        let missing = || Complaint::new(place.file, None, Phrase::new("bargain-tried-issue").name("name", &issue.name));
        let option = form.package.get(&issue.name).ok_or_else(missing)?;
        let Some(o) = issue.options.iter().position(|o| o == option.get_ref()) else {
            return Err(place.complain(option, Phrase::new("bargain-option-unknown").name("name", option.get_ref())));
        };
        package.push(u32::try_from(o).unwrap_or(u32::MAX));
    }
    let mut received = vec![None; sides.len()];
    for (name, how) in &form.received {
        let Some(s) = sides.iter().position(|s| s.name == *name) else {
            return Err(place.complain(how, Phrase::new("bargain-side-unknown").name("name", name)));
        };
        received[s] = Some(match how.get_ref().as_str() {
            "accepted" => Reception::Accepted,
            "basis" => Reception::Basis,
            "no answer" => Reception::NoAnswer,
            "refused" => Reception::Refused,
            other => return Err(place.complain(how, Phrase::new("bargain-reception").name("name", other))),
        });
    }
    Ok(Tried { package, on: form.on.clone(), received })
}
