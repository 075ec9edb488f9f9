//! A text as a Word file: headings, numbered clauses, alternatives in brackets, right to left where it is.

use super::bookmark;
use crate::xml::escaped;
use std::io::{Cursor, Write};
use talks::negotiating_text::Sheet;
use terms::language::Language;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const DOCUMENT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="28"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="240"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="300" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="left" w:pos="850"/></w:tabs><w:ind w:start="850" w:hanging="850"/></w:pPr></w:style></w:styles>"#;

struct Writer {
    body: String,
    marks: usize,
    right_to_left: bool,
    tag: &'static str,
}

impl Writer {
    fn run(&self, text: &str) -> String {
        let rtl = if self.right_to_left { "<w:rtl/>" } else { "" };
        let lang = if self.right_to_left { "w:bidi" } else { "w:val" };
        let mut out = String::new();
        for (k, part) in text.split('\t').enumerate() {
            if k > 0 {
                out.push_str("<w:r><w:tab/></w:r>");
            }
            out.push_str(&format!(
                "<w:r><w:rPr>{rtl}<w:lang {lang}=\"{}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                self.tag,
                escaped(part)
            ));
        }
        out
    }

    fn paragraph(&mut self, style: &str, text: &str, clause: Option<&str>) {
        let bidi = if self.right_to_left { "<w:bidi/>" } else { "" };
        let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        let run = self.run(text);
        let (open, close) = match clause {
            Some(clause) => {
                self.marks += 1;
                let id = self.marks;
                (
                    format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{}\"/>", escaped(&bookmark(clause))),
                    format!("<w:bookmarkEnd w:id=\"{id}\"/>"),
                )
            }
            None => (String::new(), String::new()),
        };
        self.body.push_str(&format!("<w:p><w:pPr>{style}{bidi}</w:pPr>{open}{run}{close}</w:p>"));
    }
}

/// The file. Nothing in it says who made it, with what, or when.
#[must_use]
pub fn write(sheet: &Sheet, lang: Language) -> Vec<u8> {
    let right_to_left = lang.right_to_left();
    let mut w = Writer { body: String::new(), marks: 0, right_to_left, tag: lang.tag() };
    if !sheet.title.is_empty() {
        w.paragraph("Title", &sheet.title, None);
    }
    for line in &sheet.declarations {
        w.paragraph("", line, None);
    }
    for part in &sheet.parts {
        if !part.heading.is_empty() {
            w.paragraph("Heading1", &part.heading, None);
        }
        for clause in &part.clauses {
            w.paragraph("Clause", &[&clause.number, "\t", &clause.words()].concat(), Some(&clause.number));
        }
    }
    let section = if right_to_left { "<w:bidi/>" } else { "" };
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>{section}</w:sectPr></w:body></w:document>",
        w.body
    );
    pack(&document).unwrap_or_default()
}

fn pack(document: &str) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // The time is the format's zero: a file made twice is the same twice and says nothing of when.
    let options =
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated).last_modified_time(zip::DateTime::default());
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        ("word/styles.xml", STYLES),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
