//! The Word file there and back: untouched, marked, commented, broken.

use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Read as _, Write as _};
use talks::negotiating_text::Sheet;
use terms::language::Language;

const TEXT: &str = "AGREEMENT \"Two banks & one mill\"\nParties.\n  Delta is a party.\n  Upland is a party.\n\nPhase 1 \"First\" begins on acceptance.\n  1.1 Upland shall open the road, [A: when 1.2 is done | B: within open days of acceptance].\n  1.2 Delta shall leave the mill.\n";

/// The file with its parts changed, and more parts put in.
fn changed(file: &[u8], change: impl Fn(&str) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        let text = if name == "word/document.xml" { change(&text) } else { text };
        out.start_file(name, options).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    for (name, text) in more {
        out.start_file(*name, options).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_file_that_comes_back_untouched_says_nothing() {
    let sheet = Sheet::read(TEXT);
    for lang in Language::ALL {
        assert_eq!(read(&write(&sheet, lang), &sheet), Ok(Returned::default()), "{lang:?}");
    }
}

#[test]
fn the_file_says_neither_who_made_it_nor_when() {
    let file = write(&Sheet::read(TEXT), Language::En);
    let mut zip = zip::ZipArchive::new(Cursor::new(&file[..])).unwrap();
    let names: Vec<String> = (0..zip.len()).map(|i| zip.by_index(i).unwrap().name().unwrap().into_owned()).collect();
    assert_eq!(names, ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml"]);
    assert_eq!(file, write(&Sheet::read(TEXT), Language::En));
}

#[test]
fn a_text_in_arabic_or_hebrew_runs_from_the_right() {
    let sheet = Sheet::read("ورقة\n\n1. يفتح الطريق.\n");
    let mut zip = zip::ZipArchive::new(Cursor::new(write(&sheet, Language::Ar))).unwrap();
    let mut text = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text.matches("<w:bidi/>").count(), 3, "each paragraph and the page");
    assert!(text.contains("<w:rtl/>") && text.contains("يفتح الطريق."));
}

#[test]
fn tracked_changes_and_comments_come_back_by_their_clause() {
    let sheet = Sheet::read(TEXT);
    let change = |text: &str| {
        text.replace(
            "<w:t xml:space=\"preserve\">Delta shall leave the mill.</w:t></w:r>",
            "<w:t xml:space=\"preserve\">Delta shall leave the mill</w:t></w:r><w:del w:id=\"8\" w:author=\"B. Reader\"><w:r><w:delText>.</w:delText></w:r></w:del><w:ins w:id=\"9\" w:author=\"B. Reader\"><w:r><w:t xml:space=\"preserve\"> &amp; the ford.</w:t></w:r></w:ins><w:r><w:commentReference w:id=\"0\"/></w:r>",
        )
        .replace("<w:sectPr>", "<w:p><w:ins w:author=\"C. Clerk\"><w:r><w:t>A new point.</w:t></w:r></w:ins></w:p><w:sectPr>")
    };
    let comments = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"0\" w:author=\"B. Reader\"><w:p><w:r><w:t>By when?</w:t></w:r></w:p></w:comment></w:comments>";
    let file = changed(&write(&sheet, Language::En), change, &[("word/comments.xml", comments)]);
    let found = read(&file, &sheet).unwrap();
    let mark = |clause: Option<&str>, words: &str, wording: bool, by: &str| Marked {
        clause: clause.map(str::to_owned),
        words: words.to_owned(),
        wording,
        by: Some(by.to_owned()),
    };
    assert_eq!(
        found.marked,
        [
            mark(Some("1.2"), "Delta shall leave the mill & the ford.", true, "B. Reader"),
            mark(Some("1.2"), "By when?", false, "B. Reader"),
            mark(None, "A new point.", false, "C. Clerk")
        ]
    );
    assert!(found.gone.is_empty());
}

#[test]
fn words_changed_without_tracking_are_seen_and_a_clause_taken_out_is_named() {
    let sheet = Sheet::read(TEXT);
    let file = changed(&write(&sheet, Language::En), |t| t.replace("leave the mill", "keep the mill"), &[]);
    assert_eq!(read(&file, &sheet).unwrap().marked[0].words, "Delta shall keep the mill.");
    let file = changed(
        &write(&sheet, Language::En),
        |t| {
            let at = t.find("<w:p><w:pPr><w:pStyle w:val=\"Clause\"/>").unwrap();
            let end = t[at..].find("</w:p>").unwrap() + at + 6;
            [&t[..at], &t[end..]].concat()
        },
        &[],
    );
    assert_eq!(read(&file, &sheet).unwrap().gone, ["1.1"]);
}

#[test]
fn what_is_no_word_file_is_refused() {
    let sheet = Sheet::read(TEXT);
    assert!(read(b"no zip at all", &sheet).is_err());
    assert!(read(&[], &sheet).is_err());
}

/// A file cut off in the middle was read as one whose later clauses had been taken out.
#[test]
fn a_file_that_breaks_off_is_refused_and_takes_no_clause_out() {
    let sheet = Sheet::read(TEXT);
    let half = |text: &str| text[..text.find("Delta shall").unwrap()].to_owned();
    assert!(read(&changed(&write(&sheet, Language::En), half, &[]), &sheet).is_err());
}

proptest! {
    /// Whatever stands in a part, reading it ends and panics nowhere.
    #[test]
    fn any_document_is_read(body in "[<>/a-z:=\"' &;#x0-9\\n]{0,300}") {
        let sheet = Sheet::read(TEXT);
        let file = changed(&write(&sheet, Language::En), |t| t.replace("<w:sectPr>", &format!("{body}<w:sectPr>")), &[("word/comments.xml", &body)]);
        let _ = read(&file, &sheet);
    }
}
