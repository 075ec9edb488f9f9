//! One grammar in three languages: the same text read in English, Arabic and Hebrew.

use accord::{Options, check, parse, translations};

const EN: &str = r#"AGREEMENT "Two sides"
Clock.
  The clock is Africa/Cairo.
  The day of the event is day 1.
Parties.
  Hamas is a party.
  Israel is a party.
  Egypt is a mediator.
  Each party needs 2 hours to react.
Definitions.
  Place Gaza.
  List captives has 48 persons, held by Hamas.
Events.
  Event "acceptance" is reported by Egypt.
Phase 1 "Exchange" begins on acceptance and lasts 42 days.
  1.1 Israel shall stop the bombing, when 1.2 is done.
  1.2 Hamas shall release captives, when 1.1 is done, within 72 hours of acceptance.
  1.3 Israel may pursue Hamas in Gaza.
  1.4 Both parties shall observe the ceasefire, [A: when 1.2 is done | B: within open days of acceptance].
"#;

const AR: &str = r#"اتفاق "طرفان"
التوقيت.
  التوقيت هو Africa/Cairo.
  يوم الحدث هو اليوم الأول.
الأطراف.
  حماس طرف.
  إسرائيل طرف.
  مصر وسيط.
  كل طرف يحتاج 2 ساعات للتصرف.
التعاريف.
  مكان غزة.
  قائمة الأسرى تضم 48 شخصا، محتجزون لدى حماس.
الأحداث.
  حدث "القبول" يبلغ عنه مصر.
المرحلة 1 "التبادل" تبدأ عند القبول و تستمر مدة 42 يوما.
  1.1 إسرائيل يجب أن توقف القصف، عند 1.2 تم.
  1.2 حماس يجب أن تطلق سراح الأسرى، عند 1.1 تم، خلال 72 ساعة من القبول.
  1.3 إسرائيل يجوز أن تلاحق حماس في غزة.
  1.4 الطرفان يجب أن يلتزما وقف إطلاق النار، [A: عند 1.2 تم | B: خلال مفتوح أيام من القبول].
"#;

const HE: &str = r#"הסכם "שני צדדים"
שעון.
  השעון הוא Africa/Cairo.
  יום האירוע הוא היום הראשון.
צדדים.
  חמאס הוא צד.
  ישראל היא צד.
  מצרים היא מתווכת.
  כל צד זקוק 2 שעות כדי להגיב.
הגדרות.
  מקום עזה.
  רשימה חטופים כוללת 48 אנשים, מוחזקים בידי חמאס.
אירועים.
  אירוע "קבלה" מדווח בידי מצרים.
שלב 1 "חילופין" מתחיל עם קבלה וגם נמשך 42 ימים.
  1.1 ישראל מתחייבת להפסיק הפצצות, כאשר 1.2 בוצע.
  1.2 חמאס מתחייב לשחרר חטופים, כאשר 1.1 בוצע, תוך 72 שעות מן קבלה.
  1.3 ישראל רשאית לרדוף חמאס בתוך עזה.
  1.4 שני הצדדים מתחייבים לקיים הפסקת אש, [A: כאשר 1.2 בוצע | B: תוך פתוח ימים מן קבלה].
"#;

fn read(text: &str) -> accord::Parsed {
    let p = parse(text);
    let told: Vec<_> = p.findings.iter().map(|f| (f.check, &f.clauses, f.spans[0].line, &f.message.args)).collect();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(p.tree.print(), text);
    p
}

#[test]
fn the_same_text_is_read_in_three_languages() {
    let (en, ar, he) = (read(EN), read(AR), read(HE));
    assert_eq!([en.tree.language().tag(), ar.tree.language().tag(), he.tree.language().tag()], ["en", "ar", "he"]);
    for other in [&ar, &he] {
        let differ: Vec<_> = translations(&en, other).into_iter().map(|f| (f.clauses, f.message.args)).collect();
        assert!(differ.is_empty(), "{differ:?}");
    }
}

#[test]
fn the_same_defects_are_found_in_three_languages() {
    let names = |p: &accord::Parsed| -> Vec<(String, Vec<String>)> {
        check(p, &Options::default())
            .findings
            .iter()
            .filter(|f| f.clauses.iter().all(|c| c.starts_with("1.")))
            .map(|f| (f.check.to_owned(), f.clauses.clone()))
            .collect()
    };
    let en = names(&read(EN));
    assert!(en.iter().any(|f| f.0 == "nobody-can-go-first"));
    assert!(en.iter().any(|f| f.0 == "emptied-duty" && f.1 == ["1.3", "1.4"]));
    assert_eq!(en, names(&read(AR)));
    assert_eq!(en, names(&read(HE)));
}

/// The head of a planted text in Arabic and in Hebrew.
fn planted(lang: usize, lines: &str) -> String {
    let (full, cut) = if lang == 0 { (AR, "المرحلة") } else { (HE, "שלב") };
    [&full[..full.find(cut).unwrap()], lines, "\n"].concat()
}

/// Each `stop` defect in a second language, and its clean twin, on which that check says nothing.
#[test]
fn stop_defects_are_found_in_a_second_language() {
    // Check, language (0 Arabic, 1 Hebrew), planted, clean.
    let cases: [(&str, usize, &str, &str); 13] = [
        (
            "nobody-can-go-first",
            0,
            "1.1 إسرائيل يجب أن توقف القصف، عند 1.2 تم.\n1.2 حماس يجب أن تطلق سراح الأسرى، عند 1.1 تم.",
            "1.1 إسرائيل يجب أن توقف القصف، عند القبول.\n1.2 حماس يجب أن تطلق سراح الأسرى، عند 1.1 تم.",
        ),
        (
            "never-applies",
            1,
            "1.1 חמאס לא רשאי להיכנס.\n1.2 ישראל מתחייבת לפתוח שער, כאשר 1.1 בוצע, תוך 2 ימים.",
            "1.1 חמאס לא רשאי להיכנס.\n1.2 ישראל מתחייבת לפתוח שער, כאשר 1.1 הופר, תוך 2 ימים.",
        ),
        (
            "shall-and-shall-not",
            0,
            "1.1 حماس يجب أن تغادر الجسر، خلال 2 أيام من القبول.\n1.2 حماس يجب ألا تغادر الجسر.",
            "1.1 حماس يجب أن تغادر الجسر، خلال 2 أيام من القبول.\n1.2 إسرائيل يجب ألا تغادر الجسر.",
        ),
        (
            "two-anchors",
            1,
            "אירוע \"חתימה\" מדווח בידי מצרים.\n1.2 חמאס מתחייב לשחרר חטופים, תוך 72 שעות מן קבלה וגם תוך 72 שעות מן חתימה.",
            "אירוע \"חתימה\" מדווח בידי מצרים.\n1.2 חמאס מתחייב לשחרר חטופים, תוך 72 שעות מן קבלה.",
        ),
        (
            "unpromisable-deadline",
            0,
            "تحديد مكان كل شخص من الأسرى يستغرق 6 إلى 96 ساعة، ليس في سيطرة حماس.\n1.2 حماس يجب أن تطلق سراح الأسرى، خلال 72 ساعة من القبول.",
            "تحديد مكان كل شخص من الأسرى يستغرق 6 إلى 48 ساعة، ليس في سيطرة حماس.\n1.2 حماس يجب أن تطلق سراح الأسرى، خلال 72 ساعة من القبول.",
        ),
        (
            "impossible-dates",
            1,
            "1.1 חמאס מתחייב לעזוב גשר, לא לפני 9 ימים אחרי קבלה, תוך 2 ימים מן קבלה.",
            "1.1 חמאס מתחייב לעזוב גשר, לא לפני 2 ימים אחרי קבלה, תוך 9 ימים מן קבלה.",
        ),
        (
            "priority-cycle",
            0,
            "1.1 حماس يجب أن تغادر الجسر.\n1.2 إسرائيل يجب أن تغادر الجسر.\n4.1 البند 1.1 يسود على البند 1.2.\n4.2 البند 1.2 يسود على البند 1.1.",
            "1.1 حماس يجب أن تغادر الجسر.\n1.2 إسرائيل يجب أن تغادر الجسر.\n4.1 البند 1.1 يسود على البند 1.2.",
        ),
        (
            "two-values",
            1,
            "1.5 ישראל מתחייבת להכניס 600 משאיות, בכל יום.\n1.6 ישראל מתחייבת להכניס 400 משאיות, בכל יום.",
            "1.5 ישראל מתחייבת להכניס 600 משאיות, בכל יום.\n1.6 חמאס מתחייב להכניס 400 משאיות, בכל יום.",
        ),
        (
            "over-whole",
            0,
            "1.5 إسرائيل يجب أن تدخل 600 شاحنات كل يوم، بما في ذلك 700 من الوقود.",
            "1.5 إسرائيل يجب أن تدخل 600 شاحنات كل يوم، بما في ذلك 50 من الوقود.",
        ),
        ("list-sum", 0, "قائمة المرضى تضم 33 شخصا: 9 كبار, 20 صغار.", "قائمة المرضى تضم 29 شخصا: 9 كبار, 20 صغار."),
        (
            "ratio-short",
            1,
            "רשימה אסירים כוללת 60 אנשים.\n1.7 על כל אדם של חטופים, 5 אנשים של אסירים משוחררים.",
            "רשימה אסירים כוללת 240 אנשים.\n1.7 על כל אדם של חטופים, 5 אנשים של אסירים משוחררים.",
        ),
        (
            "batch-cover",
            0,
            "1.2 حماس يجب أن تطلق سراح الأسرى، خلال 42 يوما من القبول.\n1.3 البند 1.2 ينفذ على مراحل: 3 أشخاص بحلول اليوم 1، 7 إجمالا بحلول اليوم 7.",
            "1.2 حماس يجب أن تطلق سراح الأسرى، خلال 42 يوما من القبول.\n1.3 البند 1.2 ينفذ على مراحل: 3 أشخاص بحلول اليوم 1، 48 إجمالا بحلول اليوم 7.",
        ),
        (
            "role-conflict",
            1,
            "2.4 חמאס לא רשאי לקבל תפקיד שלטוני.\n2.5 חמאס רשאי להיות חלק מן הממשלה.",
            "2.4 חמאס לא רשאי לקבל תפקיד שלטוני.\n2.5 ישראל רשאית להיות חלק מן הממשלה.",
        ),
    ];
    for (name, lang, bad, good) in cases {
        let run = |lines: &str| {
            let p = read(&planted(lang, lines));
            check(&p, &Options { only: vec![name.to_owned()], ..Options::default() }).findings.len()
        };
        assert_eq!(run(bad), 1, "{name}: planted");
        assert_eq!(run(good), 0, "{name}: clean");
    }
}
