//! GENIUS folders: a negotiation template and one utility space a profile, in XML.
//!
//! Read: discrete, integer and real issues, weights, linear, constant and triangular evaluators,
//! reservation values and discount factors; issues counted from 0, 1 or 2; weights before or after the
//! issues; issues without a type; an option valued twice (the last value counts, as in GENIUS). Not
//! read: hyper-rectangle utilities and objectives within objectives, which are refused with a sentence.

use super::{Complaint, File, Reading};
use crate::domain::{Domain, Estimate, Issue, Kind, Side};
use crate::exact::{Fraction, share, whole};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use roxmltree::{Document, Node};
use terms::phrase::Phrase;

/// More profiles than this in one folder, without agents named, are a pool and not one game.
pub(crate) const MOST_AT_ONE_TABLE: usize = 4;

/// The steps that a continuous range is sampled at.
const REAL_STEPS: u32 = 20;

/// The most options that a range of whole numbers is written out to.
const MOST_STEPS: i64 = 100_000;

/// What the evaluation of a discrete option means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Weight × evaluation, as the file says: early GENIUS, and NegMAS.
    AsWritten,
    /// Weight × evaluation ÷ the issue's greatest evaluation: later GENIUS.
    ByGreatest,
}

/// Reads a folder.
///
/// # Errors
/// A utility that is not additive; a file that is not well formed; profiles and template that do not
/// speak of the same issues; fewer than two profiles.
pub fn read(name: &str, files: &[File<'_>], scale: Scale) -> Result<Reading, Complaint> {
    let mut notes = Vec::new();
    let mut texts = Vec::new();
    for (file, bytes) in files.iter().filter(|f| f.0.to_ascii_lowercase().ends_with(".xml")) {
        let text = std::str::from_utf8(bytes).map_err(|_| Complaint::new(file, None, Phrase::new("bargain-not-utf8")))?;
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let cut = bytes.len() - text.len();
        let skipped = bytes[..cut].iter().filter(|b| **b == b'\n').count();
        if let Some(at) = text.find("<hyperRectangle") {
            let line = skipped + 1 + text[..at].matches('\n').count();
            return Err(Complaint::new(file, Some(line), Phrase::new("bargain-hyper-rectangles")));
        }
        if text.starts_with('<') {
            texts.push((*file, text, skipped));
        } else {
            notes.push(Phrase::new("bargain-file-skipped").name("file", *file));
        }
    }
    texts.sort_by(|a, b| a.0.cmp(b.0));
    let mut template = None;
    let mut profiles = Vec::new();
    let mut documents = Vec::new();
    for (file, text, skipped) in &texts {
        let document = Document::parse(text).map_err(|e| {
            let what = Phrase::new("bargain-not-xml").name("text", e.to_string());
            Complaint::new(file, Some(skipped + e.pos().row as usize), what)
        })?;
        documents.push((*file, *skipped, document));
    }
    for (file, skipped, document) in &documents {
        let source = Source { file, skipped: *skipped, document };
        match document.root_element().tag_name().name() {
            "negotiation_template" => template = Some(source),
            "utility_space" => profiles.push(source),
            _ => notes.push(Phrase::new("bargain-file-skipped").name("file", *file)),
        }
    }
    let agents = agents(template.as_ref());
    let place = |s: &Source<'_>| agents.iter().position(|a| a.1 == s.file).unwrap_or(usize::MAX);
    profiles.sort_by_key(|s| (place(s), s.file.to_owned()));
    if profiles.len() < 2 {
        return Err(Complaint::new("", None, Phrase::new("bargain-one-profile").name("folder", name)));
    }
    let issues = issues(template.as_ref().unwrap_or(&profiles[0]))?;
    let mut sides = Vec::with_capacity(profiles.len());
    for profile in &profiles {
        let called = agents.iter().find(|a| a.1 == profile.file).map(|a| a.0.clone());
        let stem = profile.file.rsplit_once('.').map_or(profile.file, |s| s.0);
        sides.push(profile.side(called.unwrap_or_else(|| stem.to_owned()), &issues, scale, &mut notes)?);
    }
    let pool = if agents.is_empty() { sides.len() > MOST_AT_ONE_TABLE } else { sides.len() > agents.len() };
    if pool {
        notes.push(Phrase::new("bargain-pool").number("n", sides.len() as i64));
    }
    for issue in issues.iter().filter(|i| matches!(i.kind, Kind::Sampled { .. })) {
        notes.push(Phrase::new("bargain-sampled").name("issue", &issue.name).number("n", i64::from(REAL_STEPS)));
    }
    let small = |s: &Side| s.reservation.as_ref().is_some_and(|r| r.is_positive() && *r < Fraction::one());
    for side in sides.iter().filter(|s| scale == Scale::AsWritten && small(s)) {
        if side.least() > Fraction::one() {
            notes.push(Phrase::new("bargain-reservation-scale").name("side", &side.name));
        }
    }
    let domain = Domain { name: name.to_owned(), issues, sides, ..Domain::default() };
    Ok(Reading { domain, pool, notes })
}

/// Name and file of each agent that the template seats.
fn agents(template: Option<&Source<'_>>) -> Vec<(String, String)> {
    let nodes = template.iter().flat_map(|t| t.document.root_element().children());
    nodes
        .filter(|n| n.has_tag_name("agent"))
        .filter_map(|n| Some((n.attribute("name")?.to_owned(), n.attribute("utility_space")?.to_owned())))
        .filter(|(name, file)| !name.is_empty() && !file.is_empty())
        .collect()
}

/// A parsed file.
struct Source<'a> {
    file: &'a str,
    skipped: usize,
    document: &'a Document<'a>,
}

impl<'a> Source<'a> {
    fn at(&self, node: Node<'_, '_>, what: Phrase) -> Complaint {
        let row = self.document.text_pos_at(node.range().start).row as usize;
        Complaint::new(self.file, Some(self.skipped + row), what)
    }

    fn attribute(&self, node: Node<'a, '_>, name: &str) -> Result<&'a str, Complaint> {
        let missing = || self.at(node, Phrase::new("bargain-no-attribute").name("tag", node.tag_name().name()).name("name", name));
        node.attribute(name).map(str::trim).ok_or_else(missing)
    }

    fn number(&self, node: Node<'a, '_>, name: &str) -> Result<Fraction, Complaint> {
        let text = self.attribute(node, name)?;
        crate::exact::read(text).ok_or_else(|| self.at(node, Phrase::new("bargain-not-a-number").name("text", text)))
    }

    /// The issues of the file with the objective they stand in. Old files have no objective.
    fn issues(&self) -> Result<Vec<Node<'a, 'a>>, Complaint> {
        let root = self.document.root_element();
        let objectives: Vec<Node<'a, 'a>> = root.descendants().filter(|n| n.has_tag_name("objective")).collect();
        if let Some(nested) = objectives.iter().find(|n| n.parent().is_some_and(|p| p.has_tag_name("objective"))) {
            return Err(self.at(*nested, Phrase::new("bargain-nested-objectives")));
        }
        Ok(root.descendants().filter(|n| n.has_tag_name("issue")).collect())
    }

    fn side(&self, name: String, issues: &[Issue], scale: Scale, notes: &mut Vec<Phrase>) -> Result<Side, Complaint> {
        let root = self.document.root_element();
        let nodes = self.issues()?;
        let mut worth = Vec::with_capacity(issues.len());
        for issue in issues {
            let node = nodes.iter().find(|n| n.attribute("name").map(str::trim) == Some(issue.name.as_str()));
            let Some(node) = node.copied() else {
                return Err(self.at(root, Phrase::new("bargain-no-issue").name("name", &issue.name)));
            };
            let index = self.attribute(node, "index")?;
            let mut weights = root.descendants().filter(|n| n.has_tag_name("weight"));
            let mine = weights.rfind(|w| w.attribute("index").map(str::trim) == Some(index));
            let Some(weight) = mine else {
                return Err(self.at(node, Phrase::new("bargain-no-weight").name("name", &issue.name)));
            };
            let weight = self.number(weight, "value")?;
            let values = match node.children().find(|n| n.has_tag_name("evaluator")) {
                Some(evaluator) => self.evaluated(node, evaluator, issue)?,
                None => self.listed(node, issue, scale, notes)?,
            };
            worth.push(values.into_iter().map(|v| Estimate::exact(&weight * v)).collect());
        }
        let single = |tag: &str| root.descendants().find(|n| n.has_tag_name(tag)).map(|n| self.number(n, "value")).transpose();
        let reservation = single("reservation")?;
        if reservation.is_none() {
            notes.push(Phrase::new("bargain-reservation-zero").name("side", &name));
        }
        let discount = single("discount_factor")?;
        let ranks = vec![None; worth.len()];
        Ok(Side { name, worth, reservation: Some(reservation.unwrap_or_else(Fraction::zero)), discount, ranks })
    }

    /// The evaluations of listed options, in the order of the domain.
    fn listed(&self, node: Node<'a, 'a>, issue: &Issue, scale: Scale, notes: &mut Vec<Phrase>) -> Result<Vec<Fraction>, Complaint> {
        let mut values: Vec<Option<Fraction>> = vec![None; issue.options.len()];
        for item in node.children().filter(|n| n.has_tag_name("item")) {
            let option = self.attribute(item, "value")?;
            let Some(at) = issue.options.iter().position(|o| o == option) else {
                return Err(self.at(item, Phrase::new("bargain-option-unknown").name("name", option)));
            };
            let value = self.number(item, "evaluation")?;
            if values[at].replace(value).is_some() {
                notes.push(Phrase::new("bargain-option-twice").name("file", self.file).name("option", option));
            }
        }
        let mut found = Vec::with_capacity(values.len());
        for (value, option) in values.into_iter().zip(&issue.options) {
            let missing = || self.at(node, Phrase::new("bargain-option-missing").name("name", option));
            found.push(value.ok_or_else(missing)?);
        }
        if scale == Scale::ByGreatest {
            let greatest = found.iter().max().cloned().unwrap_or_else(Fraction::one);
            if !greatest.is_positive() {
                return Err(self.at(node, Phrase::new("bargain-nothing-positive").name("name", &issue.name)));
            }
            found.iter_mut().for_each(|v| *v = &*v / &greatest);
        }
        Ok(found)
    }

    /// The evaluations of a range, in the order of the domain.
    fn evaluated(&self, node: Node<'a, 'a>, evaluator: Node<'a, 'a>, issue: &Issue) -> Result<Vec<Fraction>, Complaint> {
        let (low, high) = self.bounds(node)?;
        let places = places(&issue.kind, &low, &high, issue.options.len());
        let ftype = self.attribute(evaluator, "ftype")?.to_ascii_lowercase();
        let integer = matches!(issue.kind, Kind::Steps);
        let either = |a: &str, b: &str| if evaluator.has_attribute(a) { self.number(evaluator, a) } else { self.number(evaluator, b) };
        match ftype.as_str() {
            "linear" => {
                // GENIUS counts an integer from the range's lower end, a real from 0.
                let from = if integer { low } else { Fraction::zero() };
                let (offset, slope) = (either("offset", "parameter0")?, either("slope", "parameter1")?);
                Ok(places.iter().map(|x| &offset + &slope * (x - &from)).collect())
            }
            "constant" => {
                let value = either("offset", "parameter0")?;
                Ok(vec![value; places.len()])
            }
            "triangular" => {
                let p = |n: &str| self.number(evaluator, n);
                let (left, right, top) = (p("parameter0")?, p("parameter1")?, p("parameter2")?);
                let at = |x: &Fraction| {
                    if *x < left || *x > right {
                        Fraction::zero()
                    } else if *x < top {
                        share(&(x - &left), &(&top - &left))
                    } else if right == top {
                        Fraction::one()
                    } else {
                        (&right - x) / (&right - &top)
                    }
                };
                Ok(places.iter().map(at).collect())
            }
            other => Err(self.at(evaluator, Phrase::new("bargain-evaluator").name("name", other))),
        }
    }

    fn bounds(&self, node: Node<'a, 'a>) -> Result<(Fraction, Fraction), Complaint> {
        let range = node.children().find(|n| n.has_tag_name("range")).unwrap_or(node);
        let (low, high) = (self.number(range, "lowerbound")?, self.number(range, "upperbound")?);
        if low > high {
            return Err(self.at(range, Phrase::new("bargain-range-empty").name("name", node.attribute("name").unwrap_or_default())));
        }
        Ok((low, high))
    }
}

/// The values that a range's options stand for.
fn places(kind: &Kind, low: &Fraction, high: &Fraction, n: usize) -> Vec<Fraction> {
    match kind {
        Kind::Sampled { steps } => {
            let step = (high - low) / whole(i64::from((*steps).max(1)));
            (0..=*steps).map(|k| low + &step * whole(i64::from(k))).collect()
        }
        _ => (0..n).map(|k| low + Fraction::from_integer(BigInt::from(k))).collect(),
    }
}

/// The issues of a template, or of a profile where there is none.
fn issues(source: &Source<'_>) -> Result<Vec<Issue>, Complaint> {
    let mut issues: Vec<Issue> = Vec::new();
    for node in source.issues()? {
        let name = source.attribute(node, "name")?.to_owned();
        let kind = ["vtype", "type", "etype"].iter().find_map(|a| node.attribute(*a)).unwrap_or("discrete").to_ascii_lowercase();
        let (kind, options) = match kind.as_str() {
            "discrete" => {
                let mut options: Vec<String> = Vec::new();
                for item in node.children().filter(|n| n.has_tag_name("item")) {
                    let option = source.attribute(item, "value")?;
                    if !options.iter().any(|o| o == option) {
                        options.push(option.to_owned());
                    }
                }
                (Kind::Options, options)
            }
            "integer" => {
                let (low, high) = source.bounds(node)?;
                let (a, b) = (low.ceil().to_integer().to_i64(), high.floor().to_integer().to_i64());
                let (Some(a), Some(b)) = (a, b) else {
                    return Err(source.at(node, Phrase::new("bargain-range-wide").name("name", &name)));
                };
                if b.checked_sub(a).is_none_or(|n| n >= MOST_STEPS) {
                    return Err(source.at(node, Phrase::new("bargain-range-wide").name("name", &name)));
                }
                (Kind::Steps, (a..=b).map(|n| n.to_string()).collect())
            }
            "real" => {
                let (low, high) = source.bounds(node)?;
                let kind = Kind::Sampled { steps: REAL_STEPS };
                let options = places(&kind, &low, &high, 0).iter().map(ToString::to_string).collect();
                (kind, options)
            }
            other => return Err(source.at(node, Phrase::new("bargain-issue-kind").name("name", &name).name("kind", other))),
        };
        if options.is_empty() {
            return Err(source.at(node, Phrase::new("bargain-no-options").name("issue", &name)));
        }
        if issues.iter().any(|i| i.name == name) {
            return Err(source.at(node, Phrase::new("bargain-issue-twice").name("name", &name)));
        }
        issues.push(Issue { name, options, kind });
    }
    if issues.is_empty() {
        return Err(Complaint::new(source.file, None, Phrase::new("bargain-no-issues")));
    }
    Ok(issues)
}
