//! A Markdown page as a specification: its fenced blocks, heading by heading. Shared by the tests of several crates.

/// The fenced blocks of a page under each heading, in order: what they are, and their text.
pub(crate) fn sections(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut out: Vec<(String, Vec<(String, String)>)> = vec![(String::new(), Vec::new())];
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind.trim().to_owned(), String::new())),
            (Some(_), Some(_)) => out.last_mut().unwrap().1.push(open.take().unwrap()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {
                if let Some(h) = line.strip_prefix("## ") {
                    out.push((h.to_owned(), Vec::new()));
                }
            }
        }
    }
    out.retain(|(_, blocks)| !blocks.is_empty());
    out
}
