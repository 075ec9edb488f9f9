//! The built-in model on names that nobody bears, and the laws of matching.

use super::train::{FOLDS, fold_of};
use super::{Decision, Facts, Model, Options, Person};
use crate::spelling::dates::BirthDate;
use proptest::prelude::*;

fn facts(name: &str, born: &str) -> Facts {
    Facts { names: vec![name.to_owned()], born: BirthDate::read(born).ok().flatten(), ..Facts::default() }
}

fn person(name: &str, born: &str) -> Person {
    Model::builtin().person(&facts(name, born)).unwrap_or_else(|| panic!("{name}"))
}

fn p(a: &str, b: &str) -> f32 {
    Model::builtin().weigh(&person(a, ""), &person(b, "")).probability()
}

#[test]
fn the_file_of_the_model_reads_back_as_written() {
    let m = Model::builtin();
    let text: String = m.write().into_iter().map(|(_, t)| t).collect();
    let again = Model::read(&text).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(again.write(), m.write());
    assert!(m.bytes() < 20_000_000);
    assert!(Model::read("unit\t0\tx").is_err() && Model::read("tree\t200>1\t0\t0").is_err());
}

#[test]
fn one_name_in_three_scripts_is_one_person() {
    let names = [
        "سليمان خالد يوسف الجعيدي",
        "סולימאן ח'אלד יוסף אל-ג'עידי",
        "Suleiman Khaled Yousef al-Juaidi",
        "AL-JUAIDI, Sulaiman Khalid Yusuf",
    ];
    for a in names {
        for b in names {
            assert!(p(a, b) > 0.8, "{a} {b} {}", p(a, b));
        }
    }
}

#[test]
fn a_brother_a_father_and_a_stranger_are_others() {
    let a = "سليمان خالد يوسف الجعيدي";
    for other in ["Marwan Khaled Yousef al-Juaidi", "Khaled Yousef Hamid al-Juaidi", "Suleiman Nabil Hamid al-Masri", "John Peter Edwards"]
    {
        assert!(p(a, other) < 0.3, "{other} {}", p(a, other));
    }
}

#[test]
fn a_birth_date_speaks_for_and_against() {
    let weigh = |a: &str, b: &str| Model::builtin().weigh(&person("Omar Sami Haddad", a), &person("عمر سامي حداد", b)).log_odds;
    let none = weigh("", "");
    assert!(weigh("1990-05-06", "1990-05-06") > none);
    assert!(weigh("1990-05-06", "1990-06-05") > none);
    assert!(weigh("1990-05-06", "1971-09-12") < none);
    assert!(weigh("1990-05-06", "1990-05-06") > weigh("1990-05-06", "1990"));
}

#[test]
fn documents_sex_and_place_add_to_the_names() {
    let m = Model::builtin();
    let with = |f: &dyn Fn(&mut Facts)| {
        let mut x = facts("Omar Sami Haddad", "");
        f(&mut x);
        m.person(&x).unwrap_or_else(|| panic!("a name"))
    };
    let base = m.weigh(&with(&|_| {}), &with(&|_| {})).log_odds;
    let number = |n: &'static str| move |f: &mut Facts| f.documents = vec![n.to_owned()];
    assert!(m.weigh(&with(&number("12-345 678")), &with(&number("١٢٣٤٥٦٧٨"))).log_odds > base + 5.0);
    assert!(m.weigh(&with(&number("12345678")), &with(&number("99999999"))).log_odds < base);
    let sex = |s| move |f: &mut Facts| f.sex = Some(s);
    assert!(m.weigh(&with(&sex(super::Sex::Male)), &with(&sex(super::Sex::Female))).log_odds < base - 2.0);
    let place = |t: &'static str| move |f: &mut Facts| f.place = Some(t.to_owned());
    assert!(m.weigh(&with(&place("نابلس")), &with(&place("Nablus"))).log_odds > base);
    assert!(m.weigh(&with(&place("נצרת")), &with(&place("Haifa"))).log_odds < base);
}

#[test]
fn lists_are_matched_one_to_one_and_the_rest_stays_alone() {
    let m = Model::builtin();
    let left = [facts("سليمان خالد يوسف الجعيدي", "1990-05-06"), facts("مروان خالد يوسف الجعيدي", "1988-01-02"), facts("ليلى حسن", "")];
    let right =
        [facts("Marwan Khaled Yusuf al-Juaidi", "1988"), facts("Peter Moor", ""), facts("Suleiman Khalid Yousef Juaidi", "1990-06-05")];
    let ready = |v: &[Facts]| v.iter().filter_map(|f| m.person(f)).collect::<Vec<_>>();
    let found = m.lists(&ready(&left), &ready(&right), &Options::default());
    assert_eq!(found.pairs.iter().map(|p| (p.left, p.right)).collect::<Vec<_>>(), [(0, 2), (1, 0)]);
    assert!(found.pairs.iter().all(|p| p.decision <= Decision::Likely), "{:?}", found.pairs);
    assert_eq!((found.only_left, found.only_right), (vec![2], vec![1]));
    let why: Vec<String> = found.pairs[0].why(&left[0], &right[2]).into_iter().map(|p| p.key).collect();
    assert_eq!(why[0], "exchange-why-parts");
    assert!(why.contains(&"exchange-why-born-swapped".to_owned()), "{why:?}");
}

#[test]
fn empty_lists_match_nothing() {
    let m = Model::builtin();
    let found = m.lists(&[], &[person("Ann Low", "")], &Options::default());
    assert!(found.pairs.is_empty() && found.only_right == [0]);
    assert!(m.lists(&[], &[], &Options::default()).pairs.is_empty());
}

#[test]
fn two_people_of_one_name_are_not_the_same_without_more() {
    let m = Model::builtin();
    let left = vec![person("أحمد محمد حسن", "")];
    let right = vec![person("Ahmed Mohammed Hassan", ""), person("Ahmad Muhammad Hasan", "")];
    let found = m.lists(&left, &right, &Options::default());
    assert!(found.pairs.iter().all(|p| p.decision != Decision::Same && p.rival.is_some()), "{:?}", found.pairs);
}

#[test]
fn what_differs_is_named_with_its_role() {
    let m = Model::builtin();
    let (a, b) = (facts("Omar Sami Haddad", ""), facts("Omar Nabil Haddad", ""));
    let e = m.weigh(&person("Omar Sami Haddad", ""), &person("Omar Nabil Haddad", ""));
    let why = e.why(&a, &b);
    assert!(why.iter().any(|p| p.key == "exchange-why-part-differs" && format!("{p:?}").contains("exchange-role-father")), "{why:?}");
}

#[test]
fn the_pairs_of_a_person_stay_in_one_fold() {
    assert!((0..100).all(|i| fold_of(&format!("p{i}")) < FOLDS));
    assert!((0..FOLDS).all(|f| (0..100).any(|i| fold_of(&format!("p{i}")) == f)));
}

#[test]
fn every_phrase_has_its_words_in_three_languages() {
    let keys = |tag: &str| {
        let text = crate::WORDS.iter().find(|(t, _)| *t == tag).map_or("", |(_, w)| w);
        let lines = text.lines().filter_map(|l| l.split_once(" = ").map(|(k, v)| (k.to_owned(), v.matches("{ $").count())));
        lines.collect::<std::collections::BTreeMap<String, usize>>()
    };
    let en = keys("en");
    assert_eq!(en, keys("ar"));
    assert_eq!(en, keys("he"));
    let raised = [
        include_str!("reasons.rs"),
        include_str!("../roster/import.rs"),
        include_str!("../roster/counts.rs"),
        include_str!("../formats/plan.rs"),
        include_str!("../roster/life.rs"),
        include_str!("../reconcile.rs"),
        include_str!("../handover.rs"),
    ];
    let ladders = ["exchange-order", "exchange-asked", "exchange-log", "exchange-heard", "exchange-pair", "exchange-stage"];
    for source in raised {
        for word in source.split('"').filter(|w| w.starts_with("exchange-") && !w.contains('{') && !ladders.contains(w)) {
            assert!(en.contains_key(word), "{word}");
        }
    }
    for s in crate::roster::life::Stage::ALL {
        assert!(en.contains_key(&s.key()), "{}", s.key());
    }
    use crate::handover::{Asked, Heard, Part, What};
    let of_ladders = crate::reconcile::Verdict::ALL
        .iter()
        .map(|v| v.key())
        .chain(crate::roster::ListKind::ALL.iter().map(|v| v.key()))
        .chain(Part::ALL.iter().map(|v| v.key()))
        .chain(Asked::ALL.iter().map(|v| v.key()))
        .chain(What::ALL.iter().map(|v| v.key()))
        .chain(Heard::ALL.iter().map(|v| v.key()));
    for key in of_ladders {
        assert!(en.contains_key(key), "{key}");
    }
    for s in crate::spelling::Script::ALL {
        assert!(en.contains_key(&format!("exchange-script-{}", s.tag())));
    }
}

proptest! {
    #[test]
    fn order_of_asking_does_not_matter_and_nothing_panics(a in "[a-zא-תا-ي' ,-]{0,40}", b in "\\PC{0,40}") {
        let m = Model::builtin();
        if let (Some(x), Some(y)) = (m.prepare(&a), m.prepare(&b)) {
            let (one, two) = (m.names(&x, &y).log_odds, m.names(&y, &x).log_odds);
            prop_assert!(one.is_finite());
            prop_assert_eq!(one, two);
        }
    }
}
