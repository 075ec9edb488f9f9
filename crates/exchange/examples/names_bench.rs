//! Measures the matching of names on the development pairs: `cargo run --release -p exchange
//! --example names_bench -- ../shared/names`.
//!
//! Folds keep one person's pairs together, and each fold is scored by letter models that have not
//! seen its words and by trees that have not seen its pairs.
#![allow(clippy::print_stdout, clippy::disallowed_methods, missing_docs, reason = "a measuring tool prints and reads the clock")]

use exchange::matching::Model;
use exchange::matching::train::{self, FOLDS, Labelled, TokenPairs, fold_of};
use exchange::spelling::Script;
use exchange::spelling::dates::BirthDate;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let Some(dir) = args.get(1).map(Path::new).filter(|d| d.join("pairs.csv").exists()) else {
        println!("names_bench: no folder with the development data given; nothing measured");
        return;
    };
    let quick = args.iter().any(|a| a == "--quick");
    let (tokens, pairs, _) = read(dir);
    let t = Instant::now();
    let mut said = |w: &str| println!("# {:6.1} s  {w}", t.elapsed().as_secs_f32());
    let rows = train::cross_rows(&tokens, &pairs, &mut said);
    // Rows come fold after fold.
    let order: Vec<&Labelled> = (0..FOLDS).flat_map(|f| pairs.iter().filter(move |l| fold_of(&l.person) == f)).collect();
    assert_eq!(order.len(), rows.len());
    let mut scores = vec![0f32; rows.len()];
    for fold in 0..FOLDS {
        if quick && fold > 0 {
            break;
        }
        let seen: Vec<_> = rows.iter().filter(|r| r.fold != fold).cloned().collect();
        let mut m = Model::read("").unwrap_or_else(|e| panic!("{e}"));
        train::judge(&mut m, &seen);
        said("trees of one fold");
        let test: Vec<usize> = (0..rows.len()).filter(|i| rows[*i].fold == fold).collect();
        let of: Vec<_> = test.iter().map(|i| rows[*i].clone()).collect();
        for (i, s) in test.iter().zip(train::scores(&m, &of)) {
            scores[*i] = s;
        }
    }
    let keep: Vec<usize> = (0..rows.len()).filter(|i| !quick || rows[*i].fold == 0).collect();
    let all: Vec<(f32, bool)> = keep.iter().map(|i| (scores[*i], rows[*i].same)).collect();
    report("names only, all", &all);
    let mut by: BTreeMap<String, Vec<(f32, bool)>> = BTreeMap::new();
    let pair_names = ["ar-ar", "ar-he", "ar-la", "he-la", "la-la", "he-he"];
    for i in keep {
        let l = order[i];
        for key in [format!("fold {}", rows[i].fold), format!("script {}", pair_names[rows[i].pair]), format!("source {}", l.source)] {
            by.entry(key).or_default().push((scores[i], l.same));
        }
        let real = if l.source == "synthetic_chain" { "invented" } else { "real people" };
        by.entry(format!("kind {real}")).or_default().push((scores[i], l.same));
    }
    for (k, v) in &by {
        report(k, v);
    }
    if std::env::args().any(|a| a == "--errors") {
        let mut worst: Vec<usize> = (0..rows.len()).collect();
        worst.sort_by(|x, y| {
            let e = |i: usize| if rows[i].same { -scores[i] } else { scores[i] };
            e(*y).total_cmp(&e(*x))
        });
        for i in worst.into_iter().take(600) {
            println!("{:6.2} {} {} | {} | {}", scores[i], u8::from(rows[i].same), order[i].source, order[i].a, order[i].b);
        }
    }
}

fn report(what: &str, v: &[(f32, bool)]) {
    println!("{what:36} n {:6}  F1 {:.4} at {:.2}  F1 at 0.5 {:.4}  AUC {:.4}  calibration error {:.4}", v.len(), f1(v).0, f1(v).1, f1_at(v, 0.0), auc(v), ece(v));
}

fn f1_at(v: &[(f32, bool)], t: f32) -> f32 {
    let tp = v.iter().filter(|(s, l)| *s > t && *l).count() as f32;
    let p = v.iter().filter(|(s, _)| *s > t).count() as f32;
    let n = v.iter().filter(|(_, l)| *l).count() as f32;
    2.0 * tp / (p + n).max(1.0)
}

fn f1(v: &[(f32, bool)]) -> (f32, f32) {
    let mut v = v.to_vec();
    v.sort_by(|a, b| b.0.total_cmp(&a.0));
    let n = v.iter().filter(|(_, l)| *l).count() as f32;
    let (mut tp, mut best) = (0f32, (0f32, 0f32));
    for (k, (s, l)) in v.iter().enumerate() {
        tp += f32::from(u8::from(*l));
        let f = 2.0 * tp / (k as f32 + 1.0 + n);
        if f > best.0 {
            best = (f, *s);
        }
    }
    (best.0, 1.0 / (1.0 + (-best.1).exp()))
}

fn auc(v: &[(f32, bool)]) -> f64 {
    let mut v = v.to_vec();
    v.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut i, mut rank_sum) = (0, 0f64);
    while i < v.len() {
        let mut j = i;
        while j < v.len() && v[j].0 == v[i].0 {
            j += 1;
        }
        let mean = (i + j + 1) as f64 / 2.0;
        rank_sum += v[i..j].iter().filter(|(_, l)| *l).count() as f64 * mean;
        i = j;
    }
    let p = v.iter().filter(|(_, l)| *l).count() as f64;
    let n = v.len() as f64 - p;
    if p == 0.0 || n == 0.0 { f64::NAN } else { (rank_sum - p * (p + 1.0) / 2.0) / (p * n) }
}

/// Expected calibration error over twenty bins of equal width.
fn ece(v: &[(f32, bool)]) -> f64 {
    let mut bins = vec![(0f64, 0f64, 0f64); 20];
    for (s, l) in v {
        let p = 1.0 / (1.0 + f64::from(-*s).exp());
        let b = &mut bins[((p * 20.0) as usize).min(19)];
        b.0 += 1.0;
        b.1 += p;
        b.2 += f64::from(u8::from(*l));
    }
    bins.iter().map(|(_, p, l)| (p - l).abs()).sum::<f64>() / v.len() as f64
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn csv(line: &str) -> Vec<String> {
    let (mut out, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(std::mem::take(&mut field)),
            c => field.push(c),
        }
    }
    out.push(field);
    out
}

type Lists = [Vec<(String, String, Option<BirthDate>)>; 2];

fn read(dir: &Path) -> (TokenPairs, Vec<Labelled>, Lists) {
    use Script::{Arabic, Hebrew, Latin};
    let t = |f: &str, a, b| TokenPairs::read(&text(&dir.join(f)), a, b);
    let (arhe, hela) = (t("train_arhe.tsv", Arabic, Hebrew), t("train_hela.tsv", Hebrew, Latin));
    let hehe = TokenPairs::hebrew(&arhe, &hela);
    let tokens =
        TokenPairs(vec![t("train_arar.tsv", Arabic, Arabic), arhe, t("train_arla.tsv", Arabic, Latin), hela, t("train_lala.tsv", Latin, Latin), hehe]);
    let born = |s: &str| BirthDate::read(s).ok().flatten();
    let pairs = text(&dir.join("pairs.csv"))
        .lines()
        .skip(1)
        .map(|line| {
            let f = csv(line);
            let person: Vec<&str> = f[8].split(':').take(4).collect();
            Labelled {
                a: f[5].clone(),
                b: f[7].clone(),
                same: f[3] == "1",
                born_a: born(&f[10]),
                born_b: born(&f[11]),
                person: person.join(":"),
                source: f[1].clone(),
            }
        })
        .collect();
    let list = |name: &str| {
        text(&dir.join(name))
            .lines()
            .skip(1)
            .map(|line| {
                let f = csv(line);
                (f[1].clone(), f[2].clone(), born(&f[3]))
            })
            .collect()
    };
    (tokens, pairs, [list("list_A.csv"), list("list_B.csv")])
}
