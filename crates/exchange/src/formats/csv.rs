//! Separated text: the encoding and the separator are found, then RFC 4180 with its common bends.

use super::{Bounds, Cell, Table, TableFault};

/// Reads separated text.
///
/// # Errors
/// When there is nothing in it.
pub fn read(bytes: &[u8], bounds: &Bounds) -> Result<Table, TableFault> {
    let (text, encoding) = decode(bytes);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let separator = separator(text);
    let mut table = Table { encoding: encoding.to_owned(), ..Table::default() };
    let mut records = Records { rest: text.chars().peekable(), separator, line: 1, bounds: *bounds };
    let mut headed = false;
    while let Some((line, cells)) = records.next() {
        if cells.iter().all(|c| c.text.trim().is_empty()) {
            continue;
        }
        if !headed {
            table.head = cells.into_iter().map(|c| tidy(&c.text)).collect();
            headed = true;
        } else if table.rows.len() + 1 >= bounds.rows {
            table.cut = true;
            break;
        } else {
            table.rows.push((line, cells));
        }
    }
    if !headed {
        return Err(TableFault::Empty);
    }
    if table.rows.is_empty() {
        return Err(TableFault::NoRows);
    }
    Ok(table)
}

/// A heading without marks that cannot be seen.
pub(super) fn tidy(text: &str) -> String {
    text.chars().filter(|c| !terms::script::is_invisible(*c)).collect::<String>().trim().to_owned()
}

/// The text and the encoding it was in. UTF-8 is known for certain; of the two old encodings the one
/// whose letters the bytes mostly are: Hebrew lies in E0–FA of Windows-1255, Arabic begins at C1 of
/// Windows-1256, and its commonest letter, alef, is C7.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        let name = if encoding == encoding_rs::UTF_8 { "utf-8" } else { "utf-16" };
        return (encoding.decode(bytes).0.into_owned(), name);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), "utf-8");
    }
    let high = |from: u8, to: u8| bytes.iter().filter(|b| (from..=to).contains(*b)).count();
    let (low, hebrew) = (high(0xC1, 0xDF), high(0xE0, 0xFA));
    if low * 8 > hebrew {
        (encoding_rs::WINDOWS_1256.decode(bytes).0.into_owned(), "windows-1256")
    } else {
        (encoding_rs::WINDOWS_1255.decode(bytes).0.into_owned(), "windows-1255")
    }
}

/// The separator that parts the first line into most fields; a comma where there is none.
fn separator(text: &str) -> char {
    let (mut counts, mut quoted) = ([0usize; 4], false);
    for c in text.chars().take(20_000) {
        match c {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            c if !quoted => {
                if let Some(i) = [',', ';', '\t', '|'].iter().position(|s| *s == c) {
                    counts[i] += 1;
                }
            }
            _ => {}
        }
    }
    let best = (0..4).max_by_key(|i| (counts[*i], 4 - *i)).unwrap_or(0);
    [',', ';', '\t', '|'][best]
}

/// Writes a table as RFC 4180 text in UTF-8, with a mark at the beginning that makes spreadsheets
/// read it as such. What a spreadsheet would run as a formula gets an apostrophe before it.
#[must_use]
pub fn write(head: &[String], rows: &[Vec<String>]) -> String {
    let mut out = "\u{FEFF}".to_owned();
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        for (i, text) in row.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            let guard = if text.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
            if text.contains(['"', ',', '\n', '\r', ';', '\t']) || !guard.is_empty() {
                out.push('"');
                out.push_str(guard);
                out.push_str(&text.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(text);
            }
        }
        out.push_str("\r\n");
    }
    out
}

struct Records<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
    bounds: Bounds,
}

impl Records<'_> {
    /// The next record and the line it begins on. A quote that is never closed ends with the file.
    fn next(&mut self) -> Option<(usize, Vec<Cell>)> {
        self.rest.peek()?;
        let line = self.line;
        let (mut cells, mut field, mut quoted, mut len) = (Vec::new(), String::new(), false, 0usize);
        let end = |field: &mut String, len: &mut usize, cells: &mut Vec<Cell>, columns: usize| {
            if cells.len() < columns {
                let text = std::mem::take(field);
                // A sheet would run what begins with an equals sign.
                cells.push(Cell { formula: text.starts_with('='), text });
            }
            field.clear();
            *len = 0;
        };
        while let Some(c) = self.rest.next() {
            if c == '\n' {
                self.line += 1;
            }
            match c {
                '"' if quoted && self.rest.peek() == Some(&'"') => {
                    self.rest.next();
                    field.push('"');
                }
                '"' if quoted => quoted = false,
                // A quote opens a field at its beginning only; inside a word it is a letter's mark (ד"ר).
                '"' if field.trim().is_empty() => {
                    quoted = true;
                    field.clear();
                }
                c if c == self.separator && !quoted => end(&mut field, &mut len, &mut cells, self.bounds.columns),
                '\r' if !quoted && self.rest.peek() == Some(&'\n') => {}
                '\n' | '\r' if !quoted => {
                    if c == '\r' {
                        self.line += 1;
                    }
                    end(&mut field, &mut len, &mut cells, self.bounds.columns);
                    return Some((line, cells));
                }
                c => {
                    len += 1;
                    // One beyond the bound is kept, so that the row's fault is seen.
                    if len <= self.bounds.cell + 1 {
                        field.push(c);
                    }
                }
            }
        }
        end(&mut field, &mut len, &mut cells, self.bounds.columns);
        Some((line, cells))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let t = read(bytes, &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        std::iter::once(t.head).chain(t.rows.into_iter().map(|(_, r)| r.into_iter().map(|c| c.text).collect())).collect()
    }

    #[test]
    fn quotes_separators_and_line_ends_of_many_programs() {
        let want = vec![vec!["id".to_owned(), "name".into()], vec!["1".into(), "a, \"b\"\nc".into()], vec!["2".into(), "ד\"ר כהן".into()]];
        assert_eq!(rows("id,name\n1,\"a, \"\"b\"\"\nc\"\n2,ד\"ר כהן\n".as_bytes()), want);
        assert_eq!(rows("\u{FEFF}id;name\r\n1;\"a, \"\"b\"\"\nc\"\r\n\r\n2;ד\"ר כהן".as_bytes()), want);
        assert_eq!(rows(b"id\tname\r1\tx\r"), [["id", "name"], ["1", "x"]]);
    }

    #[test]
    fn old_encodings_are_told_apart() {
        let (arabic, ..) = encoding_rs::WINDOWS_1256.encode("رقم,الاسم\n1,محمد خالد الجعيدي\n");
        assert_eq!(decode(&arabic), ("رقم,الاسم\n1,محمد خالد الجعيدي\n".to_owned(), "windows-1256"));
        let (hebrew, ..) = encoding_rs::WINDOWS_1255.encode("מספר,שם\n1,מוחמד ח'אלד אל-ג'עידי\n");
        assert_eq!(decode(&hebrew), ("מספר,שם\n1,מוחמד ח'אלד אל-ג'עידי\n".to_owned(), "windows-1255"));
    }

    #[test]
    fn lines_are_counted_as_an_editor_shows_them() {
        let t = read(b"name\n\"x\ny\"\n\nz\n", &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(t.rows.iter().map(|r| r.0).collect::<Vec<_>>(), [2, 5]);
    }

    #[test]
    fn an_open_quote_and_endless_rows_are_bounded() {
        let bounds = Bounds { rows: 3, cell: 10, ..Bounds::default() };
        let t = read(("name\n\"".to_owned() + &"x".repeat(1000)).as_bytes(), &bounds).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(t.rows[0].1[0].text.len(), 11);
        let t = read(("name\n".to_owned() + &"x\n".repeat(1000)).as_bytes(), &bounds).unwrap_or_else(|e| panic!("{e:?}"));
        assert!(t.cut && t.rows.len() == 2);
        assert_eq!(read(b"\n \n", &bounds), Err(TableFault::Empty));
        assert_eq!(read(b"name,id\n", &bounds), Err(TableFault::NoRows));
    }

    #[test]
    fn what_is_written_reads_back_and_runs_nothing() {
        let text = |v: &[&str]| v.iter().map(|s| (*s).to_owned()).collect::<Vec<String>>();
        let head = text(&["name", "note"]);
        let out = write(&head, &[text(&["ד\"ר כהן", "a, b\nc"]), text(&["=1+1", "x"])]);
        let t = read(out.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(t.head, head);
        assert_eq!((t.rows[0].1[0].text.as_str(), t.rows[0].1[1].text.as_str()), ("ד\"ר כהן", "a, b\nc"));
        assert_eq!((t.rows[1].1[0].text.as_str(), t.rows[1].1[0].formula), ("'=1+1", false));
    }
}
