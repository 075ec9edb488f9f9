//! The driver: choices enumerated, checks run, what is one fact joined.

use super::{ALL, BUDGET, ChoicesView, Counts, Cx, MANY, Options, Raw, Report, Undecided, full};
use crate::finding::{Finding, Lines, Severity};
use crate::model::{Built, Choices, Model, Order};
use crate::parse::Parsed;
use crate::tree::{Body, Tree};
use std::collections::{BTreeMap, BTreeSet};
use terms::phrase::{Arg, Phrase};

/// Every combination of the open groups, `with` kept; the second value is how many there are in all.
pub(super) fn combinations(tree: &Tree, fixed: &Choices) -> (Vec<Choices>, usize) {
    let groups: Vec<(&str, Vec<&str>)> = tree
        .sentences
        .iter()
        .flat_map(|s| &s.groups)
        .map(|g| match fixed.0.get(&g.id) {
            Some(l) => (g.id.as_str(), vec![l.as_str()]),
            None => (g.id.as_str(), g.options.iter().map(|o| o.letter.as_str()).collect()),
        })
        .collect();
    type With<'t> = (&'t str, &'t str, &'t [(String, String)]);
    let with: Vec<With<'_>> = tree
        .sentences
        .iter()
        .flat_map(|s| &s.groups)
        .flat_map(|g| g.options.iter().filter(|o| !o.with.is_empty()).map(|o| (g.id.as_str(), o.letter.as_str(), o.with.as_slice())))
        .collect();
    let total = groups.iter().fold(1usize, |n, g| n.saturating_mul(g.1.len().max(1)));
    let mut out = Vec::new();
    for n in 0..total.min(BUDGET) {
        let mut rest = n;
        let mut c = Choices::default();
        for (id, letters) in &groups {
            let k = letters.len().max(1);
            if let Some(l) = letters.get(rest % k) {
                c.0.insert((*id).to_owned(), (*l).to_owned());
            }
            rest /= k;
        }
        let stands = with.iter().all(|(id, letter, needs)| {
            c.0.get(*id).map(String::as_str) != Some(*letter) || needs.iter().all(|(i, l)| c.0.get(i).is_none_or(|x| x == l))
        });
        if stands {
            out.push(c);
        }
    }
    (out, total)
}

pub(super) fn run(parsed: &Parsed, options: &Options) -> Report {
    let tree = &parsed.tree;
    let lines = Lines::new(&tree.text);
    let wanted = |name: &str| options.only.is_empty() || options.only.iter().any(|o| o == name);
    let (combos, total) = combinations(tree, &options.choose);
    let mut findings: Vec<Finding> = parsed.findings.iter().filter(|f| wanted(f.check)).cloned().collect();
    let mut undecided: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut found: Vec<(Raw, BTreeSet<usize>)> = Vec::new();
    let mut index: BTreeMap<(Vec<usize>, String), usize> = BTreeMap::new();
    let mut grave: BTreeSet<usize> = BTreeSet::new();
    let mut not_read = 0;
    let mut at_once: BTreeSet<String> = BTreeSet::new();
    let folded = super::near_name::folded(tree);
    let clashes = std::cell::RefCell::default();
    let mut built = Built::default();
    for (k, choice) in combos.iter().enumerate() {
        let (m, wrong) = Model::build_with(tree, choice, &mut built);
        if k == 0 {
            findings.extend(wrong.into_iter().filter(|f| wanted(f.check)));
        }
        not_read = m.unread;
        let order = Order::new(&m, &BTreeSet::new(), &[]);
        if wanted("unpromisable-deadline") {
            at_once.extend(crate::model::unsaid_reactions(&m, &order));
        }
        let many = m.clauses.len() > MANY;
        let first = k == 0;
        let mut cx = Cx {
            tree,
            m: &m,
            order: &order,
            profile: options.profile.as_deref(),
            check: "",
            severity: Severity::Warn,
            out: Vec::new(),
            without: std::cell::RefCell::default(),
            first,
            folded: &folded,
            clock: std::cell::OnceCell::new(),
            holds: std::cell::OnceCell::new(),
            clashes: &clashes,
        };
        for c in ALL {
            if !wanted(c.info.name) {
                continue;
            }
            if many && c.pairs {
                *undecided.entry(c.info.name).or_insert(0) += 1;
                continue;
            }
            cx.check = c.info.name;
            cx.severity = c.info.severity;
            (c.run)(&mut cx);
        }
        for raw in cx.out {
            if raw.severity == Severity::Stop {
                grave.insert(k);
            }
            let key = (raw.sentences.clone(), fact(&raw));
            match index.get(&key) {
                Some(i) => {
                    found[*i].1.insert(k);
                }
                None => {
                    index.insert(key, found.len());
                    found.push((raw, BTreeSet::from([k])));
                }
            }
        }
    }
    if total > combos.len() && total > BUDGET {
        for c in ALL.iter().filter(|c| wanted(c.info.name) && c.info.family != super::Family::Reading) {
            undecided.insert(c.info.name, total - BUDGET);
        }
    }
    let mut clash: Vec<(Vec<String>, &'static str)> = Vec::new();
    for (raw, held) in found {
        let cubes = if raw.every || held.len() == combos.len() { vec![Vec::new()] } else { cubes(&combos, &held) };
        for brackets in cubes {
            let severity = if brackets.is_empty() { raw.severity } else { raw.severity.min(Severity::Warn) };
            if !brackets.is_empty() && full(raw.check) == Severity::Stop && !clash.iter().any(|c| c.0 == brackets) {
                clash.push((brackets.clone(), raw.check));
            }
            findings.push(finding(tree, &lines, &raw, severity, brackets));
        }
    }
    if !options.sources.is_empty() && wanted("source-mismatch") {
        findings.extend(super::source_mismatch::quoted(tree, &options.sources));
    }
    findings.sort_by_cached_key(|f| {
        (
            f.spans.first().map_or(usize::MAX, |s| s.start),
            super::CHECKS.iter().position(|c| c.name == f.check),
            f.clauses.clone(),
            f.brackets.clone(),
        )
    });
    findings.dedup_by(|a, b| a.fact() == b.fact() && a.brackets == b.brackets);
    let stand = combos.iter().enumerate().filter(|(k, _)| !grave.contains(k)).map(|(_, c)| c.words()).filter(|w| !w.is_empty()).collect();
    Report {
        agreement: counts(tree, not_read),
        findings,
        undecided: undecided.into_iter().map(|(check, choices)| Undecided { check, choices, of: total }).collect(),
        assumed: assumed(&at_once),
        choices: ChoicesView { stand, clash, of: combos.len() },
    }
}

/// What the clocks were read with: the text does not say how fast people act.
fn assumed(at_once: &BTreeSet<String>) -> Vec<Phrase> {
    let who: Vec<&str> = at_once.iter().map(String::as_str).collect();
    if who.is_empty() { vec![] } else { vec![Phrase::new("accord-assumed-no-reaction").name("who", who.join(", "))] }
}

/// What makes two findings of one check about the same sentences one fact: wording and arguments. Who
/// waits on it may change with the choices; that does not make it another.
fn fact(raw: &Raw) -> String {
    let mut key = String::with_capacity(96);
    key.push_str(raw.check);
    key.push(' ');
    key.push_str(raw.message.key.trim_end_matches("-waited"));
    for (name, arg) in raw.message.args.iter().filter(|a| !matches!(a.0.as_str(), "waiting" | "count")) {
        key.push('\u{1f}');
        key.push_str(name);
        key.push('=');
        match arg {
            Arg::Name(t) | Arg::Key(t) => key.push_str(t),
            Arg::Number(n) => key.push_str(&n.to_string()),
            Arg::Moment(m) => key.push_str(&m.0.to_string()),
        }
    }
    key
}

fn counts(tree: &Tree, not_read: usize) -> Counts {
    Counts {
        title: tree.title().to_owned(),
        clauses: tree.clauses().len(),
        open: tree.sentences.iter().map(|s| s.open.len()).sum(),
        vague: tree.sentences.iter().map(|s| s.vague.len()).sum(),
        brackets: tree.sentences.iter().map(|s| s.groups.len()).sum(),
        not_read,
    }
}

fn finding(tree: &Tree, lines: &Lines, raw: &Raw, severity: Severity, brackets: Vec<String>) -> Finding {
    let mut spans: Vec<_> = raw.spans.iter().map(|s| lines.place(&tree.text, s)).collect();
    for s in &raw.sentences {
        let span = tree.sentences[*s].span.clone();
        if !raw.spans.iter().any(|x| x.start >= span.start && x.end <= span.end) {
            spans.push(lines.place(&tree.text, &span));
        }
    }
    let mut clauses: Vec<String> = Vec::new();
    for s in &raw.sentences {
        let l = tree.sentences[*s].label.clone();
        if !clauses.contains(&l) {
            clauses.push(l);
        }
    }
    Finding {
        check: raw.check,
        severity,
        title: Phrase::new(&["accord-", raw.check, "-title"].concat()),
        clauses,
        spans,
        brackets,
        message: raw.message.clone(),
        story: raw.story.clone(),
        ways_out: raw.ways.clone(),
    }
}

/// The smallest sets of letters that together cover exactly the choices under which a fact holds.
fn cubes(combos: &[Choices], held: &BTreeSet<usize>) -> Vec<Vec<String>> {
    let mut out: Vec<BTreeMap<String, String>> = Vec::new();
    for k in held {
        if out.iter().any(|c| c.iter().all(|(g, l)| combos[*k].0.get(g) == Some(l))) {
            continue;
        }
        let mut cube = combos[*k].0.clone();
        let keys: Vec<String> = cube.keys().cloned().collect();
        for g in keys {
            let mut less = cube.clone();
            less.remove(&g);
            let inside = combos.iter().enumerate().all(|(i, c)| !less.iter().all(|(g, l)| c.0.get(g) == Some(l)) || held.contains(&i));
            if inside {
                cube = less;
            }
        }
        out.push(cube);
        if out.len() >= 8 {
            break;
        }
    }
    out.into_iter().map(|c| c.into_iter().map(|(g, l)| [g.as_str(), " ", &l].concat()).collect()).collect()
}

/// Whether a sentence was read in forms.
pub(super) fn read(tree: &Tree, s: usize) -> bool {
    tree.sentences[s].variants.iter().all(|v| !matches!(v.body, Body::NoForm { .. }))
}
