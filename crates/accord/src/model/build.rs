//! From the tree to the model: choices taken, tails sorted, rules laid down.

use super::{Actor, Choices, Clause, Declared, Duty, Ev, List, Model, Phase, Process, Reaction, Rule, TalksM, Term};
use crate::finding::Finding;
use crate::tree::{Anchor, Body, Cond, EventAt, EventRef, Modal, Part, Sentence, Tail, Tree, What, Who};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Clauses built under other choices of one text, by sentence and alternative.
#[derive(Debug, Default)]
pub(crate) struct Built(BTreeMap<(usize, usize), Arc<Clause>>);

impl Model {
    /// Builds the model. A group without a choice takes its first alternative; a choice of a group
    /// or letter that the text does not have is a finding.
    #[must_use]
    pub fn build(tree: &Tree, choices: &Choices) -> (Model, Vec<Finding>) {
        Self::build_with(tree, choices, &mut Built::default())
    }

    /// The same, where models of one text are built one after another: only what the choices change is built anew.
    pub(crate) fn build_with(tree: &Tree, choices: &Choices, built: &mut Built) -> (Model, Vec<Finding>) {
        // Who is bound hangs on who is declared: if that is bracketed, nothing is kept.
        let declares = |s: &Sentence| s.variants.iter().any(|v| matches!(v.body, Body::Role { .. } | Body::Group { .. }));
        if tree.sentences.iter().any(|s| !s.groups.is_empty() && declares(s)) {
            built.0.clear();
        }
        let mut findings = Vec::new();
        for (id, letter) in &choices.0 {
            let known = tree.sentences.iter().flat_map(|s| &s.groups).any(|g| g.id == *id && g.options.iter().any(|o| o.letter == *letter));
            if !known && let Some(s) = tree.sentences.first() {
                findings
                    .push(crate::finding::reading("dangling-bracket", id, s.span.clone()).arg("what", [id.as_str(), " ", letter].concat()));
            }
        }
        crate::finding::fill(&mut findings, &tree.text);
        let mut m = Model {
            clauses: Vec::new(),
            by_no: BTreeMap::new(),
            actors: BTreeMap::new(),
            groups: BTreeMap::new(),
            phases: BTreeMap::new(),
            lists: BTreeMap::new(),
            declared: BTreeMap::new(),
            processes: BTreeMap::new(),
            reactions: BTreeMap::new(),
            talks: BTreeMap::new(),
            terms: BTreeMap::new(),
            lines: BTreeMap::new(),
            annexes: BTreeMap::new(),
            zone: None,
            count: None,
            day_one: None,
            events: Vec::new(),
            ids: BTreeMap::new(),
            rules: Vec::new(),
            free: Vec::new(),
            watch: Vec::new(),
            heads: Vec::new(),
            is_free: Vec::new(),
            unread: 0,
            choices: choices.clone(),
            index: super::Index::default(),
        };
        for (k, s) in tree.sentences.iter().enumerate() {
            if let Some(body) = pick(s, choices) {
                m.declare(k, body);
            }
        }
        m.reactions(tree);
        for (k, s) in tree.sentences.iter().enumerate() {
            let Some(no) = s.number else { continue };
            let Some(v) = variant(s, choices) else { continue };
            let body = &s.variants[v].body;
            match body {
                Body::Prose => {
                    m.unread += 1;
                    continue;
                }
                Body::NoForm { .. } => continue,
                _ => {}
            }
            // The first reading speaks for the words; a second one stands beside it.
            if m.by_no.contains_key(&no) {
                continue;
            }
            if s.reading {
                m.unread = m.unread.saturating_sub(1);
            }
            let clause = built.0.entry((k, v)).or_insert_with(|| {
                let duty = if let Body::Duty(d) = body { Some(m.duty(d)) } else { None };
                Arc::new(Clause { no, sentence: k, phase: s.phase, body: body.clone(), duty })
            });
            m.by_no.insert(no, m.clauses.len());
            m.clauses.push(clause.clone());
        }
        m.look_up();
        m.rules();
        m.lean();
        (m, findings)
    }

    /// Who needs how long; what is said of one actor goes before what is said of a group or of each party.
    fn reactions(&mut self, tree: &Tree) {
        let rank =
            |who: &[String]| usize::from(!who.iter().any(|w| w == "*")) + usize::from(!who.iter().any(|w| w == "*" || w.starts_with('@')));
        let mut said: Vec<(usize, Vec<String>, Reaction)> = Vec::new();
        for s in &tree.sentences {
            if let Some(Body::Reacts { who, span }) = pick(s, &self.choices) {
                said.push((rank(who), self.expand(who), Reaction { minutes: span.minutes(), said: s.label.clone() }));
            }
        }
        said.sort_by_key(|x| x.0);
        for (_, who, reaction) in said {
            self.reactions.extend(who.into_iter().map(|w| (w, reaction.clone())));
        }
    }

    /// Notes which rules lean on which event.
    pub(crate) fn lean(&mut self) {
        let n = self.events.len();
        (self.watch, self.heads, self.is_free) = (vec![Vec::new(); n], vec![Vec::new(); n], vec![false; n]);
        for (k, r) in self.rules.iter().enumerate() {
            self.heads[r.head].push(k);
            for b in &r.body {
                self.watch[*b].push(k);
            }
        }
        for e in &self.free {
            self.is_free[*e] = true;
        }
    }

    /// Notes which clauses answer, verify and stage which.
    fn look_up(&mut self) {
        let mut index = super::Index::default();
        let breached = |c: &Cond| -> Vec<crate::tree::ClauseNo> {
            c.events()
                .iter()
                .filter_map(|e| if let What::Clause(n, Part::Breached | Part::Due) = e.what { Some(n) } else { None })
                .collect()
        };
        for (k, c) in self.clauses.iter().enumerate() {
            let mut of: Vec<crate::tree::ClauseNo> = Vec::new();
            match &c.body {
                Body::Cure { of: n, effect, .. } if *effect != crate::tree::Effect::Open => of.push(*n),
                Body::IfNot { of: list, effect, .. } if *effect != crate::tree::Effect::Open => of.extend(list),
                Body::MaySuspend { cond, .. } => of.extend(breached(cond)),
                Body::Guarantee { clauses, .. } => of.extend(clauses),
                Body::Verifies { clauses, .. } => {
                    for n in clauses {
                        index.verifiers.entry(*n).or_insert(k);
                    }
                }
                Body::Stages { clause, .. } | Body::Batches { clause, .. } => index.stages.entry(*clause).or_default().push(k),
                _ => {}
            }
            if let Some(d) = &c.duty {
                of.extend(
                    d.when.iter().flatten().filter_map(|e| if let What::Clause(n, Part::Breached) = e.what { Some(n) } else { None }),
                );
                of.extend(d.tails.iter().filter_map(|t| if let Tail::While(c) = t { Some(c) } else { None }).flat_map(breached));
            }
            of.sort_unstable();
            of.dedup();
            for n in of {
                index.answers.entry(n).or_default().push(k);
            }
        }
        self.index = index;
    }

    fn declare(&mut self, k: usize, body: &Body) {
        match body {
            Body::Role { name, roles, title, from_phase, .. } => {
                let a = self.actors.entry(name.clone()).or_insert(Actor {
                    sentence: k,
                    roles: vec![],
                    title: title.clone(),
                    from_phase: *from_phase,
                });
                a.roles.extend(roles);
            }
            Body::Group { name, members } => {
                self.groups.insert(name.clone(), members.clone());
            }
            Body::Means { term, vague, open, text } => {
                self.terms.insert(
                    term.clone(),
                    Term { sentence: k, vague: *vague, open: *open, text: text.clone(), annex: None, published: true, known: vec![] },
                );
            }
            Body::Line { name, annex, open, text, known } => {
                self.lines.insert(
                    name.clone(),
                    Term {
                        sentence: k,
                        vague: false,
                        open: *open,
                        text: text.clone(),
                        annex: annex.clone(),
                        published: true,
                        known: known.clone(),
                    },
                );
            }
            Body::Annex { name, published, open, .. } => {
                self.annexes.insert(
                    name.clone(),
                    Term { sentence: k, vague: false, open: *open, text: String::new(), annex: None, published: *published, known: vec![] },
                );
            }
            Body::List { id, compare, total, kinds, disjoint, .. } => {
                self.lists.insert(
                    id.clone(),
                    List { sentence: k, compare: *compare, total: *total, kinds: kinds.clone(), disjoint: *disjoint, part_of: vec![] },
                );
            }
            Body::PartOf { list, of } => {
                if let Some(l) = self.lists.get_mut(list) {
                    l.part_of.push((of.clone(), k));
                }
            }
            Body::Event { name, at, reported, open, .. } => {
                self.declared.insert(name.clone(), Declared { sentence: k, at: at.clone(), reported: reported.clone(), open: *open });
            }
            Body::Takes { name, each, low, high, unit, from, .. } => {
                let minutes = |q: crate::tree::Qty| q.value().map(|n| n.saturating_mul(unit.minutes()));
                let key = match each {
                    Some(l) => [name.as_str(), " ", l].concat(),
                    None => name.clone(),
                };
                self.processes.insert(
                    key,
                    Process {
                        sentence: k,
                        each: each.clone(),
                        low: minutes(*low).unwrap_or(0),
                        high: high.and_then(minutes),
                        from: from.clone(),
                    },
                );
            }
            Body::Talks { name, end, end_open, .. } => {
                self.talks.insert(name.clone(), TalksM { sentence: k, ends: end.clone(), end_open: *end_open });
            }
            Body::Phase { n, begins, begin_open, bounds, lasts, ends, end_open, failing, .. } => {
                self.phases.insert(
                    *n,
                    Phase {
                        sentence: k,
                        begins: begins.clone(),
                        begin_open: *begin_open,
                        bounds: bounds.clone(),
                        lasts: *lasts,
                        ends: ends.clone(),
                        end_open: *end_open,
                        failing: failing.clone(),
                    },
                );
            }
            Body::Zone(z) => self.zone = Some(z.clone().map(|z| (z, k))),
            Body::Counting(c) => self.count = Some(*c),
            Body::DayOne(e) => self.day_one = Some(e.clone()),
            _ => {}
        }
    }

    /// Names with groups expanded.
    pub(crate) fn expand(&self, who: &[String]) -> Vec<String> {
        let mut out = Vec::new();
        for w in who {
            if w == "*" {
                out.extend(self.parties().into_iter().map(str::to_owned));
            } else if let Some(g) = w.strip_prefix('@') {
                out.extend(self.groups.get(g).map(|m| self.expand(m)).unwrap_or_default());
            } else {
                out.push(w.clone());
            }
        }
        out.dedup();
        out
    }

    pub(crate) fn duty(&self, d: &crate::tree::Duty) -> Duty {
        let who = match &d.who {
            Who::Named(a) | Who::Together(a) => self.expand(a),
            Who::Both | Who::Each => self.parties().into_iter().map(str::to_owned).collect(),
            Who::Nobody | Who::Open => vec![],
            Who::Unknown(t, _) => vec![t.clone()],
        };
        let mut out = Duty {
            who,
            said: d.who.clone(),
            modal: d.modal,
            act: d.act.clone(),
            to: d.to.clone(),
            weak: !d.weak.is_empty(),
            tails: d.tails.clone(),
            when: Vec::new(),
            uppers: Vec::new(),
            lowers: Vec::new(),
            from: None,
            until: None,
            lasting: false,
            object: crate::lexicon::object(&d.act),
            folded: std::sync::OnceLock::new(),
        };
        let mut base: Vec<EventRef> = Vec::new();
        let mut alternatives: Vec<Vec<EventRef>> = Vec::new();
        for t in &d.tails {
            match t {
                Tail::When(Cond::All(v)) => base.extend(v.iter().cloned()),
                Tail::When(Cond::Any(v)) => alternatives.extend(v.iter().map(|e| vec![e.clone()])),
                Tail::Unless(c) => alternatives.extend(c.events().iter().map(|e| vec![e.clone()])),
                Tail::Upper(b) | Tail::Finish(b) => out.uppers.push(b.clone()),
                Tail::Lower(b) => out.lowers.push(b.clone()),
                Tail::From(e) => {
                    out.from = Some(e.clone());
                    base.push(e.clone());
                }
                Tail::On(e) | Tail::After(e) => base.push(e.clone()),
                Tail::Until(e) => out.until = Some(e.clone()),
                _ => {}
            }
        }
        let unless = d.tails.iter().any(|t| matches!(t, Tail::Unless(_)));
        out.when = if alternatives.is_empty() {
            if base.is_empty() { vec![] } else { vec![base] }
        } else if unless {
            // The duty waits for its own condition or is lifted by the other event.
            let mut all = vec![base];
            all.retain(|b| !b.is_empty());
            if all.is_empty() { vec![] } else { all.into_iter().chain(alternatives).collect() }
        } else {
            alternatives
                .into_iter()
                .map(|mut a| {
                    a.extend(base.iter().cloned());
                    a
                })
                .collect()
        };
        out.lasting = d.modal == Modal::ShallNot
            || crate::lexicon::lasting(&d.act)
            || d.tails.iter().any(|t| matches!(t, Tail::EachPeriod(_) | Tail::Until(_) | Tail::While(_) | Tail::For(..) | Tail::Lasting));
        out
    }

    pub(crate) fn intern(&mut self, what: &What) -> Ev {
        if let Some(id) = self.ids.get(what) {
            return *id;
        }
        let id = self.events.len();
        self.events.push(what.clone());
        self.ids.insert(what.clone(), id);
        id
    }

    fn rule(&mut self, head: &What, body: &[What]) {
        let head = self.intern(head);
        let body = body.iter().map(|w| self.intern(w)).collect();
        self.rules.push(Rule { head, body });
    }

    /// One rule an alternative of a condition.
    fn rule_cond(&mut self, head: &What, cond: &Cond, also: &[What]) {
        match cond {
            Cond::All(v) => {
                let body: Vec<What> = v.iter().map(|e| e.what.clone()).chain(also.iter().cloned()).collect();
                self.rule(head, &body);
            }
            Cond::Any(v) => {
                for e in v {
                    let body: Vec<What> = std::iter::once(e.what.clone()).chain(also.iter().cloned()).collect();
                    self.rule(head, &body);
                }
            }
        }
    }

    fn rules(&mut self) {
        for (n, p) in self.phases.clone() {
            let head = What::PhaseBegins(n);
            match &p.begins {
                Some(c) if !p.begin_open => self.rule_cond(&head, c, &[]),
                None if !p.begin_open && n > 1 && self.phases.contains_key(&(n - 1)) => self.rule(&head, &[What::PhaseEnds(n - 1)]),
                _ => self.rule(&head, &[]),
            }
            match &p.ends {
                Some(c) => self.rule_cond(&What::PhaseEnds(n), c, &[What::PhaseBegins(n)]),
                None => self.rule(&What::PhaseEnds(n), &[What::PhaseBegins(n)]),
            }
        }
        for (n, d) in self.declared.clone() {
            let head = What::Named(n);
            match &d.at {
                Some(EventAt::When(c)) => self.rule_cond(&head, c, &[]),
                Some(EventAt::After(_, e)) => self.rule(&head, std::slice::from_ref(&e.what)),
                _ => self.rule(&head, &[]),
            }
        }
        for (n, p) in self.processes.clone() {
            let body: Vec<What> = p.from.iter().map(|e| e.what.clone()).collect();
            self.rule(&What::Process(n), &body);
        }
        for (n, t) in self.talks.clone() {
            self.rule(&What::TalksOpen(n.clone()), &[]);
            match &t.ends {
                Some(c) => self.rule_cond(&What::TalksEnd(n), c, &[]),
                None => self.rule(&What::TalksEnd(n), &[]),
            }
        }
        for c in self.clauses.clone() {
            let x = |p| What::Clause(c.no, p);
            let Some(d) = &c.duty else {
                // Other forms (a ratio, a stage, a verification) happen with what they are about.
                let about: Vec<What> = match &c.body {
                    Body::Verifies { clauses, .. } | Body::Reports { clauses, .. } => {
                        clauses.iter().map(|n| What::Clause(*n, Part::Done)).collect()
                    }
                    Body::Stages { clause, .. } | Body::Batches { clause, .. } => vec![What::Clause(*clause, Part::Done)],
                    Body::Cover { from: Some(e), .. } => vec![e.what.clone()],
                    _ => vec![],
                };
                self.rule(&x(Part::Begun), &about);
                self.rule(&x(Part::Done), &[x(Part::Begun)]);
                continue;
            };
            let mut also: Vec<What> = Vec::new();
            if let Some(n) = c.phase {
                also.push(What::PhaseBegins(n));
            }
            for b in &d.lowers {
                if let Anchor::Event(e) = &b.anchor {
                    also.push(e.what.clone());
                }
            }
            if d.when.is_empty() {
                self.rule(&x(Part::Begun), &also);
            }
            for alt in &d.when {
                let body: Vec<What> = alt.iter().map(|e| e.what.clone()).chain(also.iter().cloned()).collect();
                self.rule(&x(Part::Begun), &body);
            }
            if d.modal != Modal::ShallNot {
                self.rule(&x(Part::Done), &[x(Part::Begun)]);
                self.rule(&x(Part::Reported), &[x(Part::Done)]);
                self.rule(&x(Part::Verified), &[x(Part::Done)]);
            }
            if matches!(d.modal, Modal::Shall | Modal::ShallNot | Modal::Should) {
                self.rule(&x(Part::Breached), &[]);
            }
            self.rule(&x(Part::Due), &[]);
        }
        // What is named somewhere and ruled nowhere: free if it is nobody's act of this text.
        for c in self.clauses.clone() {
            if let Body::Continues { cond, .. } | Body::MaySuspend { cond, .. } = &c.body {
                for e in cond.events() {
                    self.intern(&e.what);
                }
            }
        }
        let ruled: std::collections::BTreeSet<Ev> = self.rules.iter().map(|r| r.head).collect();
        for (k, w) in self.events.clone().iter().enumerate() {
            if ruled.contains(&k) {
                continue;
            }
            let free = match w {
                What::Clause(no, part) => !self.by_no.contains_key(no) || matches!(part, Part::Breached | Part::Due),
                What::Count { list, .. } => {
                    // People of a list are released by the clauses that release it.
                    let by: Vec<What> = self
                        .duties()
                        .filter(|(_, d)| {
                            d.act.names.iter().any(|n| n.1 == *list) && d.modal != Modal::ShallNot && crate::lexicon::irreversible(&d.act)
                        })
                        .map(|(c, _)| What::Clause(c.no, Part::Begun))
                        .collect();
                    for b in &by {
                        self.rule(w, std::slice::from_ref(b));
                    }
                    by.is_empty()
                }
                _ => true,
            };
            if free {
                self.free.push(k);
            }
        }
    }
}

/// The sentence's body under the choices.
pub(crate) fn pick<'t>(s: &'t Sentence, choices: &Choices) -> Option<&'t Body> {
    variant(s, choices).map(|k| &s.variants[k].body)
}

/// Which of a sentence's alternatives the choices take.
fn variant(s: &Sentence, choices: &Choices) -> Option<usize> {
    if s.groups.is_empty() {
        return (!s.variants.is_empty()).then_some(0);
    }
    let wanted: Vec<&str> = s
        .groups
        .iter()
        .map(|g| choices.0.get(&g.id).map_or_else(|| g.options.first().map_or("", |o| o.letter.as_str()), String::as_str))
        .collect();
    let taken = s.variants.iter().position(|v| v.letters.iter().map(String::as_str).eq(wanted.iter().copied()));
    taken.or_else(|| (!s.variants.is_empty()).then_some(0))
}
