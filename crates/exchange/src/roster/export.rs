//! A list as a table again, to be circulated: its own headings, its own words, its own direction.

use super::{Entry, Roster};
use crate::formats::columns::Column;
use crate::formats::{csv, workbook};

/// The headings under which anything stands, and the rows of these entries.
#[must_use]
pub fn table<'a>(head: &[String], entries: impl Iterator<Item = &'a Entry> + Clone) -> (Vec<String>, Vec<Vec<String>>) {
    let cell = |e: &Entry, heading: &str| match Column::named(heading) {
        Some(c) => e.known.get(&c).cloned().unwrap_or_default(),
        None => e.more.iter().find(|(h, _)| h == heading).map_or_else(String::new, |(_, t)| t.clone()),
    };
    let head: Vec<String> = head.iter().filter(|h| entries.clone().any(|e| !cell(e, h).is_empty())).cloned().collect();
    let rows = entries.map(|e| head.iter().map(|h| cell(e, h)).collect()).collect();
    (head, rows)
}

/// Whether the list is to be read from right to left: its sheet was, or its headings are.
#[must_use]
pub fn right_to_left(roster: &Roster) -> bool {
    let hebrew_or_arabic = |c: &char| matches!(c, '\u{0590}'..='\u{08FF}');
    let headings = roster.head.iter().filter(|h| h.chars().find(|c| c.is_alphabetic()).is_some_and(|c| hebrew_or_arabic(&c)));
    roster.right_to_left || headings.count() * 2 > roster.head.len()
}

/// The list as separated text.
#[must_use]
pub fn csv(roster: &Roster) -> String {
    let (head, rows) = table(&roster.head, roster.entries.iter());
    csv::write(&head, &rows)
}

/// The list as a workbook.
#[must_use]
pub fn xlsx(roster: &Roster) -> Vec<u8> {
    let (head, rows) = table(&roster.head, roster.entries.iter());
    workbook::write(&head, &rows, right_to_left(roster))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Bounds;
    use crate::roster::import::import;

    #[test]
    fn a_list_goes_out_as_it_came_in() {
        let text = "الرقم,الاسم,ملاحظات,فارغ\n1,أحمد سالم,\"x, y\",\n2,ليلى حسن,,\n";
        let read = |b: &[u8]| import(b, &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        let list = read(text.as_bytes());
        assert!(right_to_left(&list));
        for again in [read(csv(&list).as_bytes()), read(&xlsx(&list))] {
            assert_eq!(again.head, ["الرقم", "الاسم", "ملاحظات"], "an empty column says nothing");
            let words = |r: &Roster| r.entries.iter().map(|e| (e.known.clone(), e.more.clone())).collect::<Vec<_>>();
            assert_eq!(words(&again), words(&list));
        }
    }
}
