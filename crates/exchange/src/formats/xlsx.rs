//! A workbook's first visible sheet.
//!
//! Before anything is interpreted every part is unpacked once and counted, so that a file of
//! kilobytes cannot claim gigabytes, whatever its headers say. Cells are then read one by one, the
//! cells of a formula with their last result and a mark.

use super::csv::tidy;
use super::{Bounds, Cell, Table, TableFault};
use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use std::io::{Cursor, Read};

/// Reads a workbook.
///
/// # Errors
/// When it is broken, empty or too large.
pub fn read(bytes: &[u8], bounds: &Bounds) -> Result<Table, TableFault> {
    let right_to_left = count(bytes, bounds.unpacked)?;
    let broken = |e: calamine::XlsxError| TableFault::Broken(e.to_string());
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheet = book.sheets_metadata().iter().find(|s| s.visible == SheetVisible::Visible).map(|s| s.name.clone());
    let sheet = sheet.ok_or(TableFault::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken)?;
    let mut table = Table { encoding: "xlsx".to_owned(), right_to_left, ..Table::default() };
    let (mut row, mut at) = (Vec::<Cell>::new(), None::<u32>);
    let mut headed = false;
    let mut close = |at: Option<u32>, row: &mut Vec<Cell>, table: &mut Table| {
        let Some(at) = at else { return };
        let cells = std::mem::take(row);
        if cells.iter().all(|c| c.text.trim().is_empty()) {
            return;
        }
        if headed {
            table.rows.push((at as usize + 1, cells));
        } else {
            headed = true;
            table.head = cells.into_iter().map(|c| tidy(&c.text)).collect();
        }
    };
    while let Some(cell) = cells.next_cell_with_formula().map_err(broken)? {
        let (r, c) = cell.pos;
        if at != Some(r) {
            close(at, &mut row, &mut table);
            at = Some(r);
            if table.rows.len() + 1 >= bounds.rows {
                table.cut = true;
                break;
            }
        }
        let c = c as usize;
        if c >= bounds.columns {
            continue;
        }
        if row.len() <= c {
            row.resize(c + 1, Cell::default());
        }
        row[c] = Cell { text: shown(&cell.value, bounds.cell), formula: cell.formula.is_some() };
    }
    if !table.cut {
        close(at, &mut row, &mut table);
    }
    if table.head.is_empty() {
        return Err(TableFault::Empty);
    }
    if table.rows.is_empty() {
        return Err(TableFault::NoRows);
    }
    Ok(table)
}

/// Unpacks every part and counts; says whether the first sheet runs from right to left.
fn count(bytes: &[u8], most: u64) -> Result<bool, TableFault> {
    let broken = |e: String| TableFault::Broken(e);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    let (mut left, mut right_to_left) = (most, false);
    if zip.len() > 10_000 {
        return Err(TableFault::TooLarge);
    }
    let mut buffer = vec![0u8; 64 * 1024];
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).map_err(|e| broken(e.to_string()))?;
        let first_sheet = part.name().is_ok_and(|n| n.ends_with("worksheets/sheet1.xml"));
        let mut start = true;
        loop {
            let n = part.read(&mut buffer).map_err(|e| broken(e.to_string()))?;
            if n == 0 {
                break;
            }
            left = left.checked_sub(n as u64).ok_or(TableFault::TooLarge)?;
            // The sheet's view stands before its rows.
            if first_sheet && start {
                right_to_left = String::from_utf8_lossy(&buffer[..n]).contains("rightToLeft=\"1\"");
                start = false;
            }
        }
    }
    Ok(right_to_left)
}

fn shown(value: &DataRef<'_>, most: usize) -> String {
    let text = |s: &str| s.chars().take(most + 1).collect::<String>();
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{f:.0}"),
        DataRef::Float(f) => f.to_string(),
        DataRef::String(s) => text(s),
        DataRef::SharedString(s) => text(s),
        DataRef::Bool(b) => b.to_string(),
        DataRef::DateTime(d) => {
            let (y, m, d, ..) = d.to_ymd_hms_milli();
            format!("{y:04}-{m:02}-{d:02}")
        }
        DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => text(s),
        DataRef::Error(e) => e.to_string(),
        DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;

    /// A small workbook, its sheet's rows given as XML.
    pub(crate) fn workbook(sheet: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        let parts = [
            ("[Content_Types].xml", format!(r#"<Types xmlns="{package}/content-types"/>"#)),
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/workbook.xml",
                format!(r#"<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="L" sheetId="1" r:id="r1"/></sheets></workbook>"#),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{rel}/styles" Target="styles.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/styles.xml",
                format!(r#"<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    r#"<worksheet xmlns="{main}"><sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews><sheetData>{sheet}</sheetData></worksheet>"#
                ),
            ),
        ];
        for (name, text) in parts {
            zip.start_file(name, options).unwrap_or_else(|e| panic!("{e}"));
            zip.write_all(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        }
        zip.finish().unwrap_or_else(|e| panic!("{e}")).into_inner()
    }

    fn text(at: &str, s: &str) -> String {
        format!(r#"<c r="{at}" t="inlineStr"><is><t>{s}</t></is></c>"#)
    }

    #[test]
    fn a_right_to_left_sheet_with_dates_and_a_formula() {
        let sheet = format!(
            r#"<row r="1">{}{}</row><row r="3">{}<c r="B3" s="1"><v>33565</v></c></row><row r="4">{}<c r="B4"><f>1+1</f><v>2</v></c></row>"#,
            text("A1", "الاسم"),
            text("B1", "تاريخ الميلاد"),
            text("A3", "أحمد"),
            text("A4", "سامي")
        );
        let t = read(&workbook(&sheet), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        assert!(t.right_to_left);
        assert_eq!(t.head, ["الاسم", "تاريخ الميلاد"]);
        assert_eq!((t.rows[0].0, t.rows[0].1[1].text.as_str()), (3, "1991-11-23"));
        assert!(t.rows[1].1[1].formula && !t.rows[1].1[0].formula);
    }

    #[test]
    fn a_zip_bomb_is_refused_before_it_is_opened() {
        let sheet = format!(r#"<row r="1">{}</row>"#, text("A1", &"x".repeat(3_000_000)));
        let bomb = workbook(&sheet);
        assert!(bomb.len() < 20_000, "it packs well: {}", bomb.len());
        assert_eq!(read(&bomb, &Bounds { unpacked: 1_000_000, ..Bounds::default() }), Err(TableFault::TooLarge));
    }

    #[test]
    fn what_is_no_workbook_says_so() {
        assert!(matches!(read(b"PK\x03\x04rubbish", &Bounds::default()), Err(TableFault::Broken(_))));
        assert_eq!(read(&workbook(""), &Bounds::default()), Err(TableFault::Empty));
    }

    proptest! {
        #[test]
        fn a_damaged_workbook_is_an_error_and_never_a_crash(at in 0usize..4000, to in any::<u8>(), cells in "[<>/a-z0-9=\"& ]{0,60}") {
            let sheet = format!(r#"<row r="1">{}</row><row r="2"><c r="A2"><v>7</v></c></row>{cells}"#, text("A1", "name"));
            let mut bytes = workbook(&sheet);
            let at = at % bytes.len();
            bytes[at] = to;
            let _ = read(&bytes, &Bounds { unpacked: 1_000_000, ..Bounds::default() });
        }
    }
}
