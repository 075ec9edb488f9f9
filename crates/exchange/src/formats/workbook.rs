//! A workbook written: one sheet of text, the same bytes for the same rows.
//!
//! No property of a document, no time, no name of a program is in it: a list that is handed over
//! says nothing of who made the file or when. Every cell is text, so that a number keeps its
//! leading noughts and nothing runs as a formula. Parts as in ECMA-376, part 1, section 18.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Writes a workbook; the sheet runs from right to left where that is asked for.
#[must_use]
pub fn write(head: &[String], rows: &[Vec<String>], right_to_left: bool) -> Vec<u8> {
    let mut sheet = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"", MAIN, "\"><sheetViews><sheetView"].concat();
    if right_to_left {
        sheet.push_str(" rightToLeft=\"1\"");
    }
    sheet.push_str(
        " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>",
    );
    for (i, row) in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).enumerate() {
        let number = (i + 1).to_string();
        sheet.push_str(&["<row r=\"", &number, "\">"].concat());
        for (c, text) in row.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            let style = if i == 0 { " s=\"1\"" } else { "" };
            sheet.push_str(&["<c r=\"", &column(c), &number, "\"", style, " t=\"inlineStr\"><is><t xml:space=\"preserve\">"].concat());
            escape(text, &mut sheet);
            sheet.push_str("</t></is></c>");
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let styles = [
        head,
        "<styleSheet xmlns=\"",
        MAIN,
        "\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>",
        "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"49\"/><xf numFmtId=\"49\" fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>",
    ];
    let parts = [
        (
            "[Content_Types].xml",
            [
                head,
                "<Types xmlns=\"",
                PACKAGE,
                "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"",
                KIND,
                ".sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"",
                KIND,
                ".worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"",
                KIND,
                ".styles+xml\"/></Types>",
            ]
            .concat(),
        ),
        (
            "_rels/.rels",
            [
                head,
                "<Relationships xmlns=\"",
                PACKAGE,
                "/relationships\"><Relationship Id=\"r1\" Type=\"",
                REL,
                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ]
            .concat(),
        ),
        (
            "xl/workbook.xml",
            [
                head,
                "<workbook xmlns=\"",
                MAIN,
                "\" xmlns:r=\"",
                REL,
                "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            ]
            .concat(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            [
                head,
                "<Relationships xmlns=\"",
                PACKAGE,
                "/relationships\"><Relationship Id=\"r1\" Type=\"",
                REL,
                "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"",
                REL,
                "/styles\" Target=\"styles.xml\"/></Relationships>",
            ]
            .concat(),
        ),
        ("xl/styles.xml", styles.concat()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // Every part bears the format's first moment: a time would say when the file was made.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, text) in parts {
        // Writing into memory fails only when there is none left.
        if zip.start_file(name, options).is_err() || zip.write_all(text.as_bytes()).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A column's letters: 0 is A, 26 is AA.
fn column(mut c: usize) -> String {
    let mut out = Vec::new();
    loop {
        out.push(char::from(b'A' + u8::try_from(c % 26).unwrap_or(0)));
        match c / 26 {
            0 => break,
            rest => c = rest - 1,
        }
    }
    out.iter().rev().collect()
}

/// A text within XML; what XML cannot hold is left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Bounds, xlsx};

    #[test]
    fn what_is_written_reads_back_in_its_direction() {
        let text = |v: &[&str]| v.iter().map(|s| (*s).to_owned()).collect::<Vec<String>>();
        let head = text(&["الرقم", "الاسم", "a&b"]);
        let rows = [text(&["007", "أحمد <سالم>", "=1+1"]), text(&["8", "סמי כהן", ""])];
        let bytes = write(&head, &rows, true);
        let t = xlsx::read(&bytes, &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        assert!(t.right_to_left);
        assert_eq!(t.head, head);
        let got: Vec<Vec<&str>> = t.rows.iter().map(|(_, r)| r.iter().map(|c| c.text.as_str()).collect()).collect();
        assert_eq!(got, [vec!["007", "أحمد <سالم>", "=1+1"], vec!["8", "סמי כהן"]]);
        assert!(t.rows.iter().all(|(_, r)| r.iter().all(|c| !c.formula)));
        assert_eq!(bytes, write(&head, &rows, true), "the same rows, the same bytes");
        assert_eq!((column(0), column(25), column(26), column(702)), ("A".into(), "Z".into(), "AA".into(), "AAA".into()));
    }
}
