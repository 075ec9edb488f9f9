//! The shared domains: exact answers on every NegoLog domain, sizes on every GENIUS one. Skipped, with
//! a word, where the folder is not beside the project.

use bargain::formats::{self, File, genius};
use bargain::frontier::{Frontier, Limits};
use bargain::solution::solutions;
use std::path::{Path, PathBuf};

fn shared() -> Option<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = manifest.ancestors().map(|a| a.join("shared/domains")).find(|p| p.is_dir());
    if found.is_none() {
        eprintln_word("skipped: no shared domains beside the project");
    }
    found
}

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn eprintln_word(text: &str) {
    eprintln!("{text}");
}

fn folder(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(path)
        .expect("a folder")
        .map(|e| e.expect("an entry"))
        .map(|e| (e.file_name().to_string_lossy().into_owned(), std::fs::read(e.path()).expect("a file")))
        .collect();
    files.sort();
    files
}

fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<File<'_>> {
    files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect()
}

#[test]
fn every_negolog_domain_gives_its_exact_answers() {
    let Some(shared) = shared() else { return };
    let answers = std::fs::read_to_string(shared.join("negolog-exact.jsonl")).expect("the answers");
    let mut seen = 0;
    for line in answers.lines().filter(|l| !l.trim().is_empty()) {
        let answer: serde_json::Value = serde_json::from_str(line).expect("an answer");
        let name = answer["domain"].as_str().expect("a name");
        let files = folder(&shared.join("negolog").join(name));
        let read = formats::read(name, &borrowed(&files)).expect("a domain");
        let frontier = Frontier::of_domain(&read.domain, Limits::default()).expect("a frontier");
        let text = |i: usize| frontier.worth(i).iter().map(ToString::to_string).collect::<Vec<_>>();
        let want = |key: &str| -> Vec<Vec<String>> { serde_json::from_value(answer[key].clone()).expect("points") };
        let of = |points: &[usize]| points.iter().map(|&i| text(i)).collect::<Vec<_>>();
        assert_eq!((0..frontier.len()).map(text).collect::<Vec<_>>(), want("frontier"), "{name}");
        let found = solutions(&frontier, &read.domain.disagreement());
        assert_eq!(of(&found.nash), want("nash"), "{name}");
        assert_eq!(of(&found.kalai_smorodinsky), want("kalai_smorodinsky"), "{name}");
        assert_eq!(of(&found.egalitarian), want("egalitarian"), "{name}");
        let listed: usize = (0..frontier.len()).map(|i| frontier.packages(i).count()).sum();
        let counted: u64 = frontier.totals().iter().map(|t| t.iter_u64_digits().next().unwrap_or(0)).sum();
        assert_eq!(listed as u64, counted, "{name}");
        seen += 1;
    }
    assert!(seen >= 30, "only {seen} domains");
}

#[test]
fn every_genius_folder_is_read_or_refused_with_a_reason() {
    let Some(shared) = shared() else { return };
    let summary = std::fs::read_to_string(shared.join("genius-summary.jsonl")).expect("the summary");
    for line in summary.lines().filter(|l| !l.trim().is_empty()) {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row");
        let name = row["domain"].as_str().expect("a name");
        let files = folder(&shared.join("genius").join(name));
        for scale in [genius::Scale::AsWritten, genius::Scale::ByGreatest] {
            let read = genius::read(name, &borrowed(&files), scale);
            if name.ends_with("10issuesDiscounted") {
                assert_eq!(read.expect_err("hyper-rectangles").what.key, "bargain-hyper-rectangles");
                continue;
            }
            let read = read.unwrap_or_else(|c| panic!("{name}: {c:?}"));
            if let Some(cards) = row["cards"].as_array() {
                let cards: Vec<usize> = cards.iter().filter_map(|c| c.as_u64()).map(|c| c as usize).collect();
                assert_eq!(read.domain.issues.iter().map(|i| i.options.len()).collect::<Vec<_>>(), cards, "{name}");
            }
            assert_eq!(read.pool, row["parties"].as_u64().is_some_and(|p| p > 3), "{name}");
            let mut game = if read.pool { read.domain.between(&[0, 1]) } else { read.domain.clone() };
            // The guide's sizes are of frontiers without reservation values.
            game.sides.iter_mut().for_each(|s| s.reservation = None);
            let frontier = Frontier::of_domain(&game, Limits::default()).expect("a frontier");
            assert!(frontier.exact());
            let size = row["peer_frontier_size"].as_u64();
            // In floating point the peer loses two of this one's points.
            let size = if name.ends_with("EnergySmallB") { Some(92) } else { size };
            if let (genius::Scale::AsWritten, Some(size)) = (scale, size) {
                assert_eq!(frontier.len() as u64, size, "{name}");
            }
        }
    }
}

#[test]
fn what_negmas_cannot_open_keeps_its_numbers() {
    let Some(shared) = shared() else { return };
    let genius = shared.join("genius");
    let files = folder(&genius.join("other/AMPOvsCity"));
    let read = formats::read("AMPOvsCity", &borrowed(&files)).expect("a domain");
    assert_eq!(read.domain.sides.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["AMPO", "City"]);
    assert_eq!(read.domain.issues.len(), 10);
    // One option is valued twice, 0 and then 8: the last counts, and the reader says so.
    assert!(read.notes.iter().any(|n| n.key == "bargain-option-twice"));
    assert_eq!(read.domain.sides[0].worth[0][0].value.to_string(), "457/125");
    let files = folder(&genius.join("anac/y2012/FitnessA"));
    let read = formats::read("FitnessA", &borrowed(&files)).expect("a domain");
    assert_eq!(read.domain.issues.len(), 5);
    // The weight of the objective itself, index 1, is no issue's.
    assert_eq!(read.domain.sides[0].worth.len(), 5);
    assert!(read.domain.sides.iter().all(|s| s.reservation.is_some() && s.discount.is_some()));
    let files = folder(&genius.join("other/inheritancedomain"));
    let read = formats::read("inheritance", &borrowed(&files)).expect("a domain");
    assert_eq!(read.domain.sides.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Janet", "Marty"]);
}
