//! Measures the matching of names on the development pairs: `cargo run --release -p exchange
//! --example names_bench -- ../shared/names`.
//!
//! Folds keep one person's pairs together, and each fold is scored by letter models that have not
//! seen its words and by trees that have not seen its pairs.
#![allow(clippy::print_stdout, clippy::disallowed_methods, missing_docs, reason = "a measuring tool prints and reads the clock")]

use exchange::matching::train::{self, FOLDS, Labelled, TokenPairs, fold_of};
use exchange::matching::{Chosen, Facts, Model, Options, Person};
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
    let train_to = args.iter().position(|a| a == "--train").and_then(|i| args.get(i + 1)).map(Path::new);
    let (tokens, pairs, lists) = read(dir);
    let has = |flag: &str| args.iter().any(|a| a == flag);
    if has("--speed") {
        speed(Model::builtin(), &pairs);
        if has("--long") {
            million();
        }
        growth(Model::builtin(), &lists, if has("--long") { 100_000 } else { 10_000 });
        return;
    }
    let write = |model: &Model, to: &Path| {
        for (name, text) in model.write() {
            println!("# {} bytes  {name}", text.len());
            std::fs::write(to.join(name), text).unwrap_or_else(|e| panic!("{}: {e}", to.display()));
        }
    };
    // The weights that lists teach, on the model as it is.
    if has("--lists") {
        let learned = rosters(&tokens, &pairs, &lists, Model::builtin());
        if let Some(to) = train_to {
            let mut model = Model::builtin().clone();
            train::lists(&mut model, &learned);
            write(&model, to);
        }
        return;
    }
    let t = Instant::now();
    let mut said = |w: &str| println!("# {:6.1} s  {w}", t.elapsed().as_secs_f32());
    let rows = train::cross_rows(&tokens, &pairs, &mut said);
    let mut model = train::train(&tokens, &pairs, &rows, &mut said);
    let learned = rosters(&tokens, &pairs, &lists, &model);
    train::lists(&mut model, &learned);
    if let Some(to) = train_to {
        write(&model, to);
        if has("--train-only") {
            return;
        }
    }
    // Rows come fold after fold.
    let order: Vec<&Labelled> = (0..FOLDS).flat_map(|f| pairs.iter().filter(move |l| fold_of(&l.person) == f)).collect();
    assert_eq!(order.len(), rows.len());
    let mut scores = vec![0f32; rows.len()];
    let mut dated = scores.clone();
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
        train::dates(&mut m, &pairs.iter().filter(|l| fold_of(&l.person) != fold).cloned().collect::<Vec<_>>());
        for (i, s) in test.iter().zip(train::scores(&m, &of)) {
            scores[*i] = s;
            dated[*i] = train::with_dates(&m, s, order[*i]);
        }
    }
    let keep: Vec<usize> = (0..rows.len()).filter(|i| !quick || rows[*i].fold == 0).collect();
    let all: Vec<(f32, bool)> = keep.iter().map(|i| (scores[*i], rows[*i].same)).collect();
    report("names only, all", &all);
    let all_dated: Vec<(f32, bool)> = keep.iter().map(|i| (dated[*i], rows[*i].same)).collect();
    report("with birth dates, all", &all_dated);
    let have: Vec<(f32, bool)> =
        keep.iter().filter(|i| order[**i].born_a.is_some() && order[**i].born_b.is_some()).map(|i| (dated[*i], rows[*i].same)).collect();
    report("with birth dates, where both have one", &have);
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
    speed(&model, &pairs);
    if args.iter().any(|a| a == "--errors") {
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

/// The two lists, by letter models that have not seen their words (but for the commonest). What is
/// learned from lists is learned from one half of the people and measured on the other.
fn rosters(tokens: &TokenPairs, pairs: &[Labelled], lists: &Lists, model: &Model) -> Vec<(Chosen, bool)> {
    let common = train::commonest(pairs.iter().flat_map(|l| [l.a.as_str(), l.b.as_str()]));
    let names = lists.iter().flatten().map(|p| p.1.as_str());
    let mut model = train::with_letters(model, train::letter_models(&tokens.without(&train::words(names, &common))));
    let half = |h: usize| lists.clone().map(|l| l.into_iter().filter(|p| fold_of(&p.0) % 2 == h).collect::<Vec<_>>());
    let learn = |model: &Model, lists: &Lists| {
        let mut all = Vec::new();
        for dates in [true, false] {
            let (left, right) = (people(model, &lists[0], dates), people(model, &lists[1], dates));
            let right_one = |c: &Chosen| lists[0][c.left as usize].0 == lists[1][c.right as usize].0;
            all.extend(model.chosen(&left, &right, &Options::default()).into_iter().map(|c| (c, right_one(&c))));
        }
        all
    };
    let learned = learn(&model, &half(0));
    train::lists(&mut model, &learned);
    println!("learned from one half of the lists, measured on the other:");
    for dates in [true, false] {
        lists_once(&model, &half(1), dates, true);
    }
    let learned = learn(&model, lists);
    train::lists(&mut model, &learned);
    println!("learned from both halves, the whole lists:");
    for dates in [true, false] {
        lists_once(&model, lists, dates, true);
    }
    lists_once(&model, lists, true, false);
    learned
}

/// Seconds that this program ran on a processor, whatever else the machine did.
fn cpu() -> f32 {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|n| n.parse::<f32>().ok()).unwrap_or(0.0) / 1e9
}

fn speed(model: &Model, pairs: &[Labelled]) {
    let t = cpu();
    let (mut n, mut sum) = (0, 0f32);
    for l in pairs {
        if let (Some(a), Some(b)) = (model.prepare(&l.a), model.prepare(&l.b)) {
            sum += model.names(&a, &b).log_odds;
            n += 1;
        }
    }
    println!(
        "speed: {:.0} pairs a second of processor time, both names prepared anew for each; model {:.1} MB ({sum:.0})",
        n as f32 / (cpu() - t),
        model.bytes() as f32 / 1e6
    );
    let t = cpu();
    let ready: Vec<_> = pairs.iter().filter_map(|l| Some((model.prepare(&l.a)?, model.prepare(&l.b)?))).collect();
    println!("       {:.2} microseconds to prepare a name", (cpu() - t) * 1e6 / ready.len() as f32 / 2.0);
    let t = cpu();
    let sum: f32 = ready.iter().map(|(a, b)| model.names(a, b).log_odds).sum();
    println!("       {:.2} microseconds to judge a pair ({sum:.0})", (cpu() - t) * 1e6 / ready.len() as f32);
}

/// A list of a million rows and one, read.
fn million() {
    use exchange::{formats::Bounds, roster::import::import};
    let text = "id,name,born\n".to_owned() + &(0..=1_000_000).map(|i| format!("{i},Ann Low,1990-05-06\n")).collect::<String>();
    let t = cpu();
    match import(text.as_bytes(), &Bounds::default()) {
        Ok(r) => println!("import: {} rows in {:.2} s of processor time, cut: {}", r.entries.len(), cpu() - t, r.cut),
        Err(e) => println!("import: {e:?}"),
    }
}

/// Lists of 1,000 to 100,000 made of the development names, recombined: how cost grows.
fn growth(model: &Model, lists: &Lists, most: usize) {
    let mut x = 7u64;
    let mut next = |n: usize| {
        x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (x >> 33) as usize % n
    };
    for size in [1_000, 10_000, 100_000].into_iter().filter(|n| *n <= most) {
        let mut make = |list: &[(String, String, Option<BirthDate>)]| {
            (0..size)
                .map(|_| {
                    let (a, b) = (&list[next(list.len())].1, &list[next(list.len())].1);
                    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
                    let name = a[..a.len().min(2)].iter().chain(&b[b.len().min(2)..]).copied().collect::<Vec<_>>().join(" ");
                    let born = BirthDate::day(1950 + next(55) as i64, 1 + next(12) as u8, 1 + next(28) as u8);
                    Facts { names: vec![name], born, ..Facts::default() }
                })
                .collect::<Vec<_>>()
        };
        let (left, right) = (make(&lists[0]), make(&lists[1]));
        let t = cpu();
        let ready = |v: &[Facts]| v.iter().filter_map(|f| model.person(f)).collect::<Vec<_>>();
        let (left, right) = (ready(&left), ready(&right));
        let m = model.lists(&left, &right, &Options::default());
        let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = peak.lines().find(|l| l.starts_with("VmHWM")).unwrap_or_default().to_owned();
        println!(
            "growth: {size} against {size}: {:.2} s of processor time, {} pairs scored, {} proposed, {peak}",
            cpu() - t,
            m.scored,
            m.pairs.len()
        );
    }
}

fn people(model: &Model, list: &[(String, String, Option<BirthDate>)], dates: bool) -> Vec<Person> {
    list.iter()
        .map(|(_, name, born)| {
            let facts = Facts { names: vec![name.clone()], born: born.filter(|_| dates), ..Facts::default() };
            model.person(&facts).unwrap_or_else(|| panic!("{name}"))
        })
        .collect()
}

fn lists_once(model: &Model, lists: &Lists, dates: bool, one_to_one: bool) {
    let t = Instant::now();
    let (left, right) = (people(model, &lists[0], dates), people(model, &lists[1], dates));
    let of = |i: usize, side: usize| lists[side][i].0.as_str();
    let mut true_links = 0;
    for (id, ..) in &lists[0] {
        true_links += lists[1].iter().filter(|r| r.0 == *id).count();
    }
    let options = Options { many: !one_to_one, ..Options::default() };
    let m = model.lists(&left, &right, &options);
    let seconds = t.elapsed().as_secs_f32();
    let good = |p: &&exchange::matching::Pair| of(p.left as usize, 0) == of(p.right as usize, 1);
    let scored: Vec<(f32, bool)> = m.pairs.iter().map(|p| ((p.score / (1.0 - p.score)).ln(), good(&p))).collect();
    let count = |from: f32| {
        let of: Vec<_> = m.pairs.iter().filter(|p| p.score >= from).collect();
        (of.len() as f32, of.iter().filter(|p| good(p)).count() as f32)
    };
    let line = |what: &str, from: f32| {
        let (n, g) = count(from);
        let (p, r) = (g / n.max(1.0), g / true_links as f32);
        println!("    {what:22} {n:5} pairs  precision {p:.4}  recall {r:.4}  F1 {:.4}", 2.0 * p * r / (p + r));
    };
    println!(
        "rosters, {}, {}: {true_links} true links, {} pairs scored, {seconds:.2} s, calibration error {:.4}",
        if dates { "with dates" } else { "names only" },
        if one_to_one { "one to one" } else { "many" },
        m.scored,
        ece(&scored)
    );
    for from in [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995] {
        line(&format!("score from {from}"), from);
    }
    if dates && one_to_one && lists[0].len() > 1000 {
        let index = exchange::matching::Index::new(&right);
        let mut scratch = exchange::matching::Scratch::default();
        let (mut found, mut looked) = (0, 0);
        for (i, p) in left.iter().enumerate() {
            let like = index.like(p, 20, &mut scratch);
            looked += like.len();
            found += like.iter().filter(|(j, _)| of(*j as usize, 1) == of(i, 0)).count();
        }
        println!("candidates: recall@20 {:.4}, {looked} looked at", found as f32 / true_links as f32);
    }
}

fn report(what: &str, v: &[(f32, bool)]) {
    println!(
        "{what:36} n {:6}  F1 {:.4} at {:.2}  F1 at 0.5 {:.4}  AUC {:.4}  calibration error {:.4}",
        v.len(),
        f1(v).0,
        f1(v).1,
        f1_at(v, 0.0),
        auc(v),
        ece(v)
    );
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
    let tokens = TokenPairs(vec![
        t("train_arar.tsv", Arabic, Arabic),
        arhe,
        t("train_arla.tsv", Arabic, Latin),
        hela,
        t("train_lala.tsv", Latin, Latin),
        hehe,
    ]);
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
