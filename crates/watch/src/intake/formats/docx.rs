//! The text of a Word document: its main part, paragraph by paragraph.

use roxmltree::{Document, Node, ParsingOptions};
use std::io::{Cursor, Read};

/// The most bytes that the main part may unpack to.
const MOST: u64 = 64 << 20;

/// The text, paragraphs apart by an empty line; otherwise the key of what is wrong.
pub(crate) fn text(bytes: &[u8]) -> Result<String, &'static str> {
    let broken = "watch-intake-docx";
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken)?;
    let part = zip.by_name("word/document.xml").map_err(|_| broken)?;
    let mut xml = String::new();
    let read = part.take(MOST + 1).read_to_string(&mut xml).map_err(|_| broken)?;
    if read as u64 > MOST {
        return Err("watch-intake-too-large");
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 8_000_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&xml, options).map_err(|_| broken)?;
    let mut out = String::new();
    // A walk with a stack of its own: the depth is the file's.
    for paragraph in document.descendants().filter(|n| n.has_tag_name_local("p")) {
        let mut line = String::new();
        for node in paragraph.descendants().filter(|n| !deleted(*n, paragraph)) {
            match node.tag_name().name() {
                "t" => line.push_str(node.text().unwrap_or_default()),
                "tab" => line.push('\t'),
                "br" | "cr" => line.push('\n'),
                "noBreakHyphen" => line.push('-'),
                _ => {}
            }
        }
        if !line.trim().is_empty() {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&line);
        }
    }
    Ok(out)
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name && self.tag_name().namespace().is_some_and(|n| n.contains("wordprocessingml"))
    }
}

/// Whether a node is a deleted text, or belongs to a paragraph inside this one (a text box).
fn deleted(node: Node<'_, '_>, paragraph: Node<'_, '_>) -> bool {
    node.ancestors().take_while(|a| *a != paragraph).any(|a| matches!(a.tag_name().name(), "del" | "moveFrom") || a.has_tag_name_local("p"))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Write;

    /// A document with these paragraphs of runs.
    pub(crate) fn docx(body: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        let xml = format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
        );
        zip.write_all(xml.as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_stand_apart_and_deleted_words_are_out() {
        let file = docx(
            "<w:p><w:r><w:t>The </w:t></w:r><w:r><w:t>talks</w:t></w:r><w:del><w:r><w:t> failed</w:t></w:r></w:del></w:p><w:p/><w:p><w:r><w:t>They met.</w:t></w:r></w:p>",
        );
        assert_eq!(text(&file).as_deref(), Ok("The talks\n\nThey met."));
        assert_eq!(text(b"PK\x03\x04"), Err("watch-intake-docx"));
    }
}
