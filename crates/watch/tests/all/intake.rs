//! Laws of the reading: spans cut out their words, the same bytes give the same reading, nothing
//! panics, and the work grows with the text and not with its square.

use jiff::civil::date;
use proptest::prelude::*;
use watch::intake::reading::Reading;
use watch::intake::{Options, read};

fn options() -> Options {
    Options { date: Some(date(2027, 3, 12)), ..Options::default() }
}

/// Words of reports, in an order that makes no sense: rules meet each other as nobody foresaw.
fn noise() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Ana Lys",
        "the ministry",
        "said",
        "told",
        "Argus Radio",
        "that",
        "ten",
        "at least",
        "1,200",
        "l2",
        "people",
        "were killed",
        "wounded",
        "on Monday",
        "since 1 March",
        "within 72 hours",
        "by",
        "Friday",
        "14:30",
        "the past 24 hours",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "(",
        ")",
        ".",
        ",",
        ";",
        "—",
        "-",
        "\n",
        "\n\n",
        "• ",
        "1. ",
        "between",
        "and",
        "40 and 50",
        "per cent",
        "of them",
        "including",
        "None of",
        "the total",
        "has risen to",
        "2.2 million",
        "dollars",
        "$5",
        "half of",
        "a third of",
        "No. 5",
        "J. Reed",
        "U.S.",
        "p.m.",
        "...",
        "don't",
        "Article 3",
        "gave the sides",
        "from signature",
        "to hand over",
        "يوم الاثنين",
        "قتل",
        "١٬٢٠٠",
        "ביום שני",
        "נהרגו",
        "12/03/2027",
        "March 12, 2027",
        "30 October to 5 November 2025",
        "overnight",
        "tomorrow",
        "last week",
        "must",
        "promised",
        "accused",
        "denied",
        "😀",
        "\u{200F}",
    ]);
    prop::collection::vec((word, prop::sample::select(vec![" ", "", "\n", "  "])), 0..120)
        .prop_map(|words| words.into_iter().map(|(w, s)| format!("{w}{s}")).collect())
}

fn holds(reading: &Reading) {
    let length = reading.text.chars().count();
    for span in reading.spans() {
        assert!(span.start < span.end && span.end <= length, "{span:?} in {length}: {:?}", reading.text);
    }
    for time in &reading.times {
        let words = time.span.cut(&reading.text);
        assert_eq!(words.trim(), words, "a time begins and ends with its words");
    }
    for figure in &reading.figures {
        assert!(figure.phrase_span.start <= figure.number_span.start && figure.number_span.end <= figure.phrase_span.end, "{figure:?}");
        assert!(figure.subset_of.is_none_or(|whole| whole < figure.id), "a part comes after its whole: {figure:?}");
    }
    let known = |id| reading.actors.iter().any(|a| a.id == id);
    for actor in reading.statements.iter().filter_map(|s| s.speaker).chain(reading.figures.iter().filter_map(|f| f.source)) {
        assert!(known(actor), "{actor} is no actor of the reading");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn spans_cut_out_words_of_any_text(text in noise()) {
        if let Ok(reading) = read(text.as_bytes(), &options()) {
            prop_assert_eq!(&reading.text, &text);
            holds(&reading);
        }
    }

    #[test]
    fn any_characters_are_read_without_a_panic(text in any::<String>()) {
        if let Ok(reading) = read(text.as_bytes(), &options()) {
            holds(&reading);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(reading) = read(&bytes, &options()) {
            holds(&reading);
        }
    }

    #[test]
    fn the_same_bytes_give_the_same_reading(text in noise()) {
        prop_assert_eq!(read(text.as_bytes(), &options()), read(text.as_bytes(), &options()));
    }

    #[test]
    fn a_page_is_read_as_its_text_is(text in noise()) {
        let inner = text.replace(['<', '>', '&'], " ");
        let page = format!("<!doctype html><html><body><p>{inner}</p></body></html>");
        if let Ok(reading) = read(page.as_bytes(), &options()) {
            holds(&reading);
            prop_assert_eq!(reading.text, page);
        }
    }
}

/// How many steps a text takes is not seen from outside; its output is. Twice the text must give
/// about twice the reading, and a text of some sixty pages must come through whole.
#[test]
fn a_long_report_is_read_whole() {
    let page = "At least ten people were killed on Monday, the ministry said. “We will answer by Friday,” Ana Lys told Argus Radio. \
                The total since 1 March has risen to 1,200. The town's hospital has fuel for 36 hours.\n\n";
    let once = read(page.repeat(20).as_bytes(), &options()).expect("a text");
    let long = read(page.repeat(1200).as_bytes(), &options()).expect("a text");
    assert_eq!(long.times.len(), once.times.len() * 60);
    assert_eq!(long.figures.len(), once.figures.len() * 60);
    holds(&once);
}

/// Texts that would be slow if anything looked back or ahead without a bound.
#[test]
fn no_run_of_one_thing_takes_the_square_of_its_length() {
    for piece in [
        "“",
        "'",
        "\"",
        "1 ",
        "1,",
        "(",
        "a, ",
        "A ",
        "Monday and ",
        "killed ",
        "one hundred and ",
        "\n- ",
        "- ",
        "l1",
        "<",
        "&",
        ". ",
        "of them ",
    ] {
        let text = format!("The talks began. {}", piece.repeat(3_000));
        let reading = read(text.as_bytes(), &options()).expect("a text");
        assert_eq!(reading.text.chars().count(), text.chars().count());
    }
}
