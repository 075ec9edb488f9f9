//! The learned weights: their readable file, reading and writing.
//!
//! Three kinds of lines, each file in its own order: `background S x y cost` (how rare a letter is
//! after another), `unit P x y cost` (what one chunk costs facing another, 256ths of a nat, `-` for
//! nothing), and the weights (`token`, `tree`, `calibration`, `date`). Made by
//! `cargo xtask train-names`; nothing else is needed at run time.

use super::dates::DateWeights;
use super::features::{Alignment, TOKEN_WIDTH, WIDTH, features, token_features};
use super::letters::{Background, NEVER, SCALE, Units, chunks, two};
use super::prepared::{PAIRS, Prepared, pair};
use super::trees::{Question, Tree, Trees};
use crate::spelling::{Name, Script, letters};
use std::sync::OnceLock;

/// What is learned for one pair of scripts.
#[derive(Debug, Clone)]
pub(crate) struct PairModel {
    pub(crate) units: Units,
    pub(crate) token: [f32; TOKEN_WIDTH],
    /// Log-odds of the trees → log-odds that hold: rising knots, straight between them.
    pub(crate) calibration: Vec<(f32, f32)>,
}

/// The whole of what was learned.
#[derive(Debug, Clone)]
pub struct Model {
    pub(crate) backgrounds: [Background; 3],
    pub(crate) pairs: Vec<PairModel>,
    pub(crate) trees: Trees,
    pub(crate) dates: DateWeights,
    /// For pairs chosen from two lists, without and with birth dates: what is added, the weight of
    /// the evidence, the weight of the rivals.
    pub(crate) list: [[f32; 3]; 2],
}

/// One pair of names, judged.
#[derive(Debug, Clone)]
pub struct NameScore {
    /// The calibrated log-odds that both are one person's, by the names alone and at the rate of
    /// the development pairs (about one in five).
    pub log_odds: f32,
    /// How the parts lie.
    pub(crate) alignment: Alignment,
    /// The two changed places for scoring.
    pub(crate) swapped: bool,
}

impl NameScore {
    /// No evidence at all, for names that cannot be read.
    pub(crate) fn none() -> NameScore {
        NameScore { log_odds: -9.0, alignment: Alignment::default(), swapped: false }
    }

    /// The probability.
    #[must_use]
    pub fn probability(&self) -> f32 {
        1.0 / (1.0 + (-self.log_odds).exp())
    }
}

impl Model {
    /// The model that the program carries.
    ///
    /// # Panics
    /// When the files built into the program are not what `cargo xtask train-names` writes, which a
    /// test rules out.
    #[must_use]
    pub fn builtin() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            let files = [
                include_str!("../../data/background.txt"),
                include_str!("../../data/units-ar-ar.txt"),
                include_str!("../../data/units-ar-he.txt"),
                include_str!("../../data/units-ar-la.txt"),
                include_str!("../../data/units-he-la.txt"),
                include_str!("../../data/units-la-la.txt"),
                include_str!("../../data/units-he-he.txt"),
                include_str!("../../data/weights.txt"),
            ];
            #[expect(clippy::expect_used, reason = "the files are part of the program; a test reads them")]
            Model::read(&files.concat()).expect("the model's files")
        })
    }

    /// Makes a name ready; `None` when it has no letters of the three scripts.
    #[must_use]
    pub fn prepare(&self, name: &str) -> Option<Prepared> {
        Name::read(name).map(|n| Prepared::new(n, &self.backgrounds))
    }

    /// The features of a pair as the trees see them, and the alignment.
    pub(crate) fn look(&self, a: &Prepared, b: &Prepared, row: &mut [f32; WIDTH]) -> (Alignment, bool, usize) {
        let (at, mut swap) = pair(a.name.script, b.name.script);
        // One order for a pair in one script, whichever side is asked first.
        if a.name.script == b.name.script {
            swap = (a.tokens.len(), &a.name.letters) > (b.tokens.len(), &b.name.letters);
        }
        let (a, b) = if swap { (b, a) } else { (a, b) };
        let p = &self.pairs[at];
        (features(&p.units, &p.token, at, a, b, row), swap, at)
    }

    /// Judges two names by the names alone.
    #[must_use]
    pub fn names(&self, a: &Prepared, b: &Prepared) -> NameScore {
        let mut row = [0.0; WIDTH];
        let (alignment, swapped, at) = self.look(a, b, &mut row);
        let log_odds = calibrated(&self.pairs[at].calibration, self.trees.value(&row));
        NameScore { log_odds, alignment, swapped }
    }

    /// Whether the first parts of two texts are more likely one name than not: for places and fathers.
    pub(crate) fn first_agrees(&self, a: &Prepared, b: &Prepared) -> bool {
        let (at, swap) = pair(a.name.script, b.name.script);
        let (a, b) = if swap { (b, a) } else { (a, b) };
        let p = &self.pairs[at];
        let f = token_features(&p.units, a, &a.tokens[0], b, &b.tokens[0]);
        f.iter().zip(&p.token).map(|(x, w)| x * w).sum::<f32>() > 0.0
    }

    /// Bytes in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let units: usize = self.pairs.iter().map(|p| p.units.table.len() * 2).sum();
        let trees: usize = self.trees.trees.iter().map(|t| t.leaves.len() * 4 + t.questions.len() * 8).sum();
        let backgrounds: usize = self.backgrounds.iter().map(|b| b.cost.len() * 4).sum();
        units + trees + backgrounds
    }

    /// Writes the files: name and content.
    #[must_use]
    pub fn write(&self) -> Vec<(String, String)> {
        use std::fmt::Write as _;
        let mut files = Vec::new();
        let mut out = String::new();
        for b in &self.backgrounds {
            let n = b.script.size() + 1;
            for (i, cost) in b.cost.iter().enumerate() {
                let _ = writeln!(
                    out,
                    "background\t{}\t{}\t{}\t{:.0}",
                    b.script.tag(),
                    edge(b.script, i / n),
                    edge(b.script, i % n),
                    cost * SCALE
                );
            }
        }
        files.push(("background.txt".to_owned(), out));
        for (at, p) in self.pairs.iter().enumerate() {
            let mut out = String::new();
            let cols = chunks(p.units.b);
            for (i, cost) in p.units.table.iter().enumerate().filter(|(_, c)| **c > NEVER) {
                let (x, y) = (chunk_text(p.units.a, i / cols), chunk_text(p.units.b, i % cols));
                let _ = writeln!(out, "unit\t{at}\t{x}\t{y}\t{cost}");
            }
            files.push((format!("units-{}-{}.txt", p.units.a.tag(), p.units.b.tag()), out));
        }
        let mut out = String::new();
        for (at, p) in self.pairs.iter().enumerate() {
            let _ = write!(out, "token\t{at}");
            p.token.iter().for_each(|w| _ = write!(out, "\t{w:.5}"));
            let _ = write!(out, "\ncalibration\t{at}");
            p.calibration.iter().for_each(|(x, y)| _ = write!(out, "\t{x:.4} {y:.4}"));
            out.push('\n');
        }
        let _ = write!(out, "date");
        self.dates.weights.iter().for_each(|w| _ = write!(out, "\t{w:.4}"));
        let _ = write!(out, "\nlist");
        self.list.iter().flatten().for_each(|w| _ = write!(out, "\t{w:.4}"));
        let _ = writeln!(out, "\nbase\t{:.5}", self.trees.base);
        for t in &self.trees.trees {
            let _ = write!(out, "tree");
            t.questions.iter().for_each(|q| _ = write!(out, "\t{}>{}", q.f, q.t));
            t.leaves.iter().for_each(|l| _ = write!(out, "\t{:.4}", l));
            out.push('\n');
        }
        files.push(("weights.txt".to_owned(), out));
        files
    }

    /// Reads what [`Model::write`] wrote, all files in any order one after another.
    ///
    /// # Errors
    /// The first line that is no line of a model.
    pub fn read(text: &str) -> Result<Model, String> {
        let mut model = Model::empty();
        for (n, line) in text.lines().enumerate() {
            let fault = || format!("line {} of the model: `{line}` is not one of its lines", n + 1);
            model.line(line).ok_or_else(fault)?;
        }
        Ok(model)
    }

    pub(crate) fn empty() -> Model {
        let background = |script: Script| {
            let n = script.size() + 1;
            Background { script, cost: vec![3.0; n * n] }
        };
        let pairs = PAIRS
            .iter()
            .map(|(a, b)| PairModel {
                units: Units { a: *a, b: *b, table: vec![NEVER; chunks(*a) * chunks(*b)] },
                token: [0.0; TOKEN_WIDTH],
                calibration: vec![(0.0, 0.0), (1.0, 1.0)],
            })
            .collect();
        Model {
            backgrounds: Script::ALL.map(background),
            pairs,
            trees: Trees::default(),
            dates: DateWeights::default(),
            list: [[0.0, 1.0, 1.0]; 2],
        }
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let mut f = line.split('\t');
        match f.next()? {
            "background" => {
                let tag = f.next()?;
                let b = self.backgrounds.iter_mut().find(|b| b.script.tag() == tag)?;
                let n = b.script.size() + 1;
                let (x, y) = (chunk_code(b.script, f.next()?)?, chunk_code(b.script, f.next()?)?);
                *b.cost.get_mut(x * n + y)? = f.next()?.parse::<f32>().ok()? / SCALE;
            }
            "unit" => {
                let p = self.pairs.get_mut(f.next()?.parse::<usize>().ok()?)?;
                let (x, y) = (chunk_code(p.units.a, f.next()?)?, chunk_code(p.units.b, f.next()?)?);
                *p.units.table.get_mut(x * chunks(p.units.b) + y)? = f.next()?.parse().ok()?;
            }
            "token" => {
                let p = self.pairs.get_mut(f.next()?.parse::<usize>().ok()?)?;
                for w in &mut p.token {
                    *w = f.next()?.parse().ok()?;
                }
            }
            "calibration" => {
                let p = self.pairs.get_mut(f.next()?.parse::<usize>().ok()?)?;
                p.calibration =
                    f.map(|k| k.split_once(' ').and_then(|(x, y)| x.parse().ok().zip(y.parse().ok()))).collect::<Option<_>>()?;
                (p.calibration.len() > 1).then_some(())?;
            }
            "date" => {
                for w in &mut self.dates.weights {
                    *w = f.next()?.parse().ok()?;
                }
            }
            "list" => {
                for w in self.list.iter_mut().flatten() {
                    *w = f.next()?.parse().ok()?;
                }
            }
            "base" => self.trees.base = f.next()?.parse().ok()?,
            "tree" => {
                let mut tree = Tree { questions: Vec::new(), leaves: Vec::new() };
                for field in f {
                    match field.split_once('>') {
                        Some((feature, t)) => {
                            let feature: u8 = feature.parse().ok()?;
                            (usize::from(feature) < WIDTH).then_some(())?;
                            tree.questions.push(Question { f: feature, t: t.parse().ok()? });
                        }
                        None => tree.leaves.push(field.parse().ok()?),
                    }
                }
                (tree.leaves.len() == 1 << tree.questions.len()).then_some(())?;
                self.trees.push(tree);
            }
            _ => return None,
        }
        Some(())
    }
}

fn edge(script: Script, code: usize) -> String {
    if code == 0 { "-".to_owned() } else { letters::shown(script, u8::try_from(code).unwrap_or(0)) }
}

fn chunk_text(script: Script, chunk: usize) -> String {
    let n = script.size();
    if chunk <= n {
        return edge(script, chunk);
    }
    let rest = chunk - n - 1;
    edge(script, rest / n + 1) + &edge(script, rest % n + 1)
}

fn chunk_code(script: Script, text: &str) -> Option<usize> {
    if text == "-" {
        return Some(0);
    }
    let (found, codes) = letters::letters(text)?;
    match codes.as_slice() {
        [a] if found == script => Some(usize::from(*a)),
        [a, b] if found == script => Some(usize::from(two(script, *a, *b))),
        _ => None,
    }
}

/// Straight lines between the knots, the end ones continued.
pub(crate) fn calibrated(knots: &[(f32, f32)], x: f32) -> f32 {
    let k = knots.partition_point(|(at, _)| *at < x).clamp(1, knots.len() - 1);
    let ((x0, y0), (x1, y1)) = (knots[k - 1], knots[k]);
    y0 + (x - x0) * (y1 - y0) / (x1 - x0).max(1e-6)
}
