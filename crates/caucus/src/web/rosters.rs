//! The rows of lists, pairs, plans and movements: from a request to a view.

use super::handlers::{Answer, Ask, Given, number};
use super::http::Reply;
use super::pages;
use super::plain::WORKBOOK;
use super::routes::Printed;
use desk::refusal::Refusal;
use desk::view::{self, pairs::PairingCard};
use exchange::roster::export;
use serde::Serialize;
use terms::id::{EntryNo, RoomCode};

/// The screen on which an entry of an exchange is shown.
pub(super) fn place(ask: &Ask<'_>, room: &RoomCode, n: EntryNo, kind: &str) -> String {
    let screen = match kind {
        "list" => format!("list/{n}"),
        "pairing" => format!("match/{n}"),
        "plan" => format!("plan/{n}"),
        "movement" => format!("handover/{n}"),
        _ => format!("lists#n{n}"),
    };
    format!("{}/{}/{room}/{screen}", ask.who.base, ask.who.clearance.case())
}

pub(super) fn lists(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    ask.show(Some(&room), &view::lists::lists(&ask.asker(), &room)?, pages::lists::page)
}

/// A place in a list, written plainly.
fn place_in(text: &str) -> Result<usize, Refusal> {
    number(text).and_then(|n| usize::try_from(n.0).ok()).ok_or(Refusal::NotFound)
}

pub(super) fn list(ask: &Ask<'_>) -> Given {
    let (room, n) = (ask.room()?, ask.n()?);
    if matches!(ask.form, Printed::Csv | Printed::Xlsx) {
        // The list itself, as it came in: what a ministry circulates.
        let roster = view::lists::file(&ask.asker(), &room, n)?;
        return Ok(Answer::Reply(match ask.form {
            Printed::Csv => Reply::file("text/csv; charset=utf-8", "list.csv", export::csv(&roster).into_bytes()),
            _ => Reply::file(WORKBOOK, "list.xlsx", export::xlsx(&roster)),
        }));
    }
    let from = ask.request.query("from").filter(|f| !f.is_empty()).map_or(Ok(0), place_in)?;
    let one = ask.request.query("row").filter(|r| !r.is_empty()).map(place_in).transpose()?;
    ask.show(Some(&room), &view::lists::list(&ask.asker(), &room, n, from, one)?, pages::lists::list)
}

pub(super) fn forward(ask: &Ask<'_>) -> Given {
    let (room, n) = (ask.room()?, ask.n()?);
    let rows = ask.request.query.iter().filter(|(k, _)| k == "row").map(|(_, v)| place_in(v)).collect::<Result<Vec<_>, _>>()?;
    ask.show(Some(&room), &view::lists::forward(&ask.asker(), &room, n, &rows)?, pages::lists::forward)
}

/// The pairs of lists that the mediators work on, and the lists that could be set side by side.
#[derive(Debug, Serialize)]
pub(super) struct Matches {
    pub(super) pairings: Vec<PairingCard>,
    pub(super) lists: Vec<view::lists::ListCard>,
}

pub(super) fn matches(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    let view = view::lists::lists(&ask.asker(), &room)?;
    let lists = view.lists.into_iter().filter(|l| !l.words_only && l.replaced_by.is_none()).collect();
    ask.show(Some(&room), &Matches { pairings: view.pairings, lists }, pages::pairs::matches)
}

pub(super) fn pairs(ask: &Ask<'_>) -> Given {
    let (room, n) = (ask.mediators_only()?, ask.n()?);
    let one = match ask.request.query("pair") {
        None | Some("") => None,
        Some(text) => {
            let (l, r) = text.split_once('.').ok_or(Refusal::NotFound)?;
            Some((place_in(l)?, place_in(r)?))
        }
    };
    ask.show(Some(&room), &view::pairs::pairs(&ask.asker(), &room, n, one)?, pages::pairs::page)
}

pub(super) fn plans(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    ask.show(Some(&room), &view::handover::plans(&ask.asker(), &room)?, pages::plan::plans)
}

pub(super) fn plan(ask: &Ask<'_>) -> Given {
    let (room, n) = (ask.mediators_only()?, ask.n()?);
    ask.show(Some(&room), &view::handover::plan(&ask.asker(), &room, n)?, pages::plan::plan)
}

pub(super) fn movements(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    ask.show(Some(&room), &view::handover::movements(&ask.asker(), &room)?, pages::handover::movements)
}

pub(super) fn movement(ask: &Ask<'_>) -> Given {
    let (room, n) = (ask.mediators_only()?, ask.n()?);
    let view = view::handover::movement(&ask.asker(), &room, n)?;
    if ask.request.query("paper") == Some("1") {
        return ask.show(Some(&room), &view, pages::handover::paper);
    }
    // Whoever types in the paper twin comes back for its next line.
    let typed = ask.request.query("typed") == Some("1");
    ask.show(Some(&room), &view, |page, view| pages::handover::movement(page, view, typed))
}
