//! From a table to a roster: every row that cannot be an entry is named with its reason.

use super::{Entry, Remark, Roster};
use crate::formats::columns::Column;
use crate::formats::{Bounds, Table, TableFault, table};
use crate::matching::Sex;
use crate::spelling::Name;
use crate::spelling::dates::{BirthDate, DateFault};
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// Reads a list from a file's bytes.
///
/// # Errors
/// When the file cannot be read at all, or no heading names a name.
pub fn import(bytes: &[u8], bounds: &Bounds) -> Result<Roster, TableFault> {
    roster(table(bytes, bounds)?, bounds)
}

/// The phrase for a file that cannot be read.
#[must_use]
pub fn fault(fault: &TableFault) -> Phrase {
    match fault {
        TableFault::Empty => Phrase::new("exchange-file-empty"),
        TableFault::NoRows => Phrase::new("exchange-file-no-rows"),
        TableFault::TooLarge => Phrase::new("exchange-file-too-large"),
        TableFault::Broken(_) => Phrase::new("exchange-file-broken"),
        TableFault::NoName(head) => Phrase::new("exchange-file-no-name").name("head", head.join(" · ")),
        TableFault::Twice(heading) => Phrase::new("exchange-file-twice").name("head", heading.clone()),
    }
}

/// Makes a roster of a table.
///
/// # Errors
/// When no heading names a name, or two name one column.
pub fn roster(table: Table, bounds: &Bounds) -> Result<Roster, TableFault> {
    let columns: Vec<Option<Column>> = table.head.iter().map(|h| Column::named(h)).collect();
    if !columns.iter().flatten().any(|c| c.is_name()) {
        return Err(TableFault::NoName(table.head));
    }
    for c in Column::ALL {
        let of: Vec<usize> = (0..columns.len()).filter(|i| columns[*i] == Some(c)).collect();
        if let [_, second, ..] = of.as_slice() {
            return Err(TableFault::Twice(table.head[*second].clone()));
        }
    }
    let mut out = Roster {
        head: table.head.clone(),
        encoding: table.encoding,
        right_to_left: table.right_to_left,
        cut: table.cut,
        ..Roster::default()
    };
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut people: BTreeMap<(String, Option<BirthDate>), usize> = BTreeMap::new();
    for (row, cells) in table.rows {
        let mut bad = |why: Phrase| out.bad.push(Remark { row, why });
        let heading = |i: usize| table.head.get(i).cloned().unwrap_or_default();
        if let Some(i) = cells.iter().position(|c| c.text.chars().count() > bounds.cell) {
            bad(Phrase::new("exchange-row-long").name("head", heading(i)).number("most", i64::try_from(bounds.cell).unwrap_or(i64::MAX)));
            continue;
        }
        if let Some(i) = (0..cells.len()).find(|i| cells[*i].formula && columns.get(*i).is_some_and(Option::is_some)) {
            bad(Phrase::new("exchange-row-formula").name("head", heading(i)));
            continue;
        }
        let mut entry = Entry { row, known: BTreeMap::new(), more: Vec::new(), born: None, sex: None };
        for (i, cell) in cells.iter().enumerate() {
            // Marks of direction come with copied cells; they are no part of what is said.
            let text: String = cell.text.chars().filter(|c| !terms::script::is_invisible(*c)).collect();
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.is_empty() {
                continue;
            }
            match columns.get(i).copied().flatten() {
                Some(c) => drop(entry.known.insert(c, text)),
                None => entry.more.push((heading(i), text)),
            }
        }
        let names: Vec<&String> = entry.known.iter().filter(|(c, _)| c.is_name()).map(|(_, n)| n).collect();
        if names.is_empty() {
            bad(Phrase::new("exchange-row-no-name"));
            continue;
        }
        if names.iter().all(|n| Name::read(n).is_none()) {
            bad(Phrase::new("exchange-row-name-unreadable").name("text", names[0].clone()));
            continue;
        }
        if let Some(id) = entry.known.get(&Column::Id) {
            if let Some(before) = ids.get(id) {
                let before = i64::try_from(*before).unwrap_or(i64::MAX);
                bad(Phrase::new("exchange-row-id-twice").name("id", id.clone()).number("before", before));
                continue;
            }
            ids.insert(id.clone(), row);
        }
        if let Some(text) = entry.known.get(&Column::Born) {
            match BirthDate::read(text) {
                Ok(born) => entry.born = born,
                Err(why) => {
                    let key = match why {
                        DateFault::Unreadable => "exchange-row-date-unreadable",
                        DateFault::NoSuchDay => "exchange-row-date-no-such-day",
                        DateFault::YearOutOfRange => "exchange-row-date-year",
                    };
                    out.doubts.push(Remark { row, why: Phrase::new(key).name("text", text.clone()) });
                }
            }
        }
        if let Some(text) = entry.known.get(&Column::Sex) {
            entry.sex = sex(text);
            if entry.sex.is_none() {
                out.doubts.push(Remark { row, why: Phrase::new("exchange-row-sex-unreadable").name("text", text.clone()) });
            }
        }
        // One person twice, or two people with one name: the list's owner knows.
        let key = (terms::script::fold(entry.name()), entry.born);
        match people.get(&key) {
            Some(before) => {
                let before = i64::try_from(*before).unwrap_or(i64::MAX);
                out.doubts.push(Remark { row, why: Phrase::new("exchange-row-like-another").number("before", before) });
            }
            None => drop(people.insert(key, row)),
        }
        out.entries.push(entry);
    }
    Ok(out)
}

fn sex(text: &str) -> Option<Sex> {
    match terms::script::fold(text).trim() {
        "f" | "female" | "woman" | "girl" | "انثي" | "امراه" | "نقبه" | "נ" | "נקבה" | "אישה" | "אשה" => {
            Some(Sex::Female)
        }
        "m" | "male" | "man" | "boy" | "ذكر" | "رجل" | "ז" | "זכר" | "גבר" => Some(Sex::Male),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Roster {
        import(text.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"))
    }

    fn keys(r: &[Remark]) -> Vec<(usize, &str)> {
        r.iter().map(|b| (b.row, b.why.key.as_str())).collect()
    }

    #[test]
    fn every_bad_row_is_named_and_the_good_ones_are_kept() {
        let r = read(
            "الرقم,الاسم,تاريخ الميلاد,ملاحظات\n1,أحمد سالم,١٩٩٠/٥/٦,x\n2,,1990-01-01,\n1,سامي خالد,,\n3,12345,,\n4,=1+1,,\n5,ليلى حسن,31/02/1990,\n6,أحمد سالم,6/5/1990,\n",
        );
        assert_eq!(
            keys(&r.bad),
            [(3, "exchange-row-no-name"), (4, "exchange-row-id-twice"), (5, "exchange-row-name-unreadable"), (6, "exchange-row-formula")]
        );
        assert_eq!(keys(&r.doubts), [(7, "exchange-row-date-no-such-day"), (8, "exchange-row-like-another")]);
        assert_eq!(r.entries.len(), 3);
        assert_eq!(r.entries[0].more, [("ملاحظات".to_owned(), "x".to_owned())]);
        assert_eq!(r.entries[0].born.map(BirthDate::iso).as_deref(), Some("1990-05-06"));
    }

    #[test]
    fn a_list_without_a_name_is_refused_with_its_headings() {
        assert_eq!(import(b"id,born\n1,2\n", &Bounds::default()), Err(TableFault::NoName(vec!["id".into(), "born".into()])));
        assert_eq!(import("name,שם\na,b\n".as_bytes(), &Bounds::default()), Err(TableFault::Twice("שם".into())));
        assert_eq!(import(b"", &Bounds::default()), Err(TableFault::Empty));
    }

    #[test]
    fn marks_of_direction_do_not_change_a_name() {
        let r = read("name,sex\n\u{202b}أحمد\u{202c} \u{200f}سالم,ذكر\n");
        assert_eq!((r.entries[0].name(), r.entries[0].sex), ("أحمد سالم", Some(Sex::Male)));
    }
}
