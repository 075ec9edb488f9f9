//! The one table of what can be asked. It builds the router, the walk of the two-run test, the
//! access matrix and the palette; a row without a generator cannot be written.

use super::app::App;
use super::handlers::{self, Answer, Ask};
use super::http::{Reply, Request};
use super::rosters;
use super::sign_in;
use desk::refusal::Refusal;

/// How something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Without changing anything.
    Get,
    /// To change something.
    Post,
}

/// What a row needs before it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it lets a person in, or serves our own files.
    Nothing,
    /// A session; without one the sign-in page answers.
    Session,
}

/// How the two-run test and the access matrix make addresses for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// The pattern itself.
    Plain,
    /// Once for the case.
    Case,
    /// Once for each room, those of others and made-up ones included.
    Room,
    /// For entries of each room: the first ones, the last ones, and ones that are not there.
    Entry,
    /// As `Room`, with queries: words of one's own, words that only others used, filters.
    Query,
    /// For each room and each use: an empty form, a good one, and one about others' entries.
    Form,
    /// Tokens that exist, that lapsed, and that never were.
    Token,
}

/// Where the palette lists a page, if it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Not at all: it needs a number.
    No,
    /// Once for the case, at the reader's home room of that kind.
    At(&'static [&'static str]),
    /// In a mediating body's room, for its mediators and for nobody else who reads there.
    Mediators,
}

/// A row.
pub struct Route {
    /// How it is asked.
    pub method: Method,
    /// Its address; names in braces match one part.
    pub pattern: &'static str,
    /// The key of its title.
    pub title: &'static str,
    /// What it needs.
    pub needs: Needs,
    /// How tests make addresses for it.
    pub generator: Generator,
    /// Where the palette lists it: kinds of room whose pages bear it.
    pub listed: Listed,
    /// The letter after `g` that goes there.
    pub letter: Option<char>,
    pub(super) handler: fn(&Ask<'_>) -> Result<Answer, Refusal>,
    pub(super) open: fn(&App, &Request, &[(&'static str, String)]) -> Reply,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}", self.method, self.pattern)
    }
}

const fn page(
    pattern: &'static str,
    title: &'static str,
    generator: Generator,
    listed: Listed,
    letter: Option<char>,
    handler: fn(&Ask<'_>) -> Result<Answer, Refusal>,
) -> Route {
    Route { method: Method::Get, pattern, title, needs: Needs::Session, generator, listed, letter, handler, open: sign_in::closed }
}

const fn act(pattern: &'static str, generator: Generator, handler: fn(&Ask<'_>) -> Result<Answer, Refusal>) -> Route {
    Route {
        method: Method::Post,
        pattern,
        title: "title-act",
        needs: Needs::Session,
        generator,
        listed: Listed::No,
        letter: None,
        handler,
        open: sign_in::closed,
    }
}

const fn open(
    method: Method,
    pattern: &'static str,
    generator: Generator,
    open: fn(&App, &Request, &[(&'static str, String)]) -> Reply,
) -> Route {
    Route {
        method,
        pattern,
        title: "title-sign-in",
        needs: Needs::Nothing,
        generator,
        listed: Listed::No,
        letter: None,
        handler: handlers::nothing,
        open,
    }
}

use Generator::{Case, Entry, Form, Plain, Query, Room, Token};
use Listed::{At, Mediators, No};

const TALKING: &[&str] = &["caucus", "private-word", "own", "mediator", "mediators", "guarantor"];

/// Every row. The first that matches answers.
pub const ROUTES: &[Route] = &[
    open(Method::Get, "/assets/{name}", Token, sign_in::asset),
    open(Method::Get, "/sw.js", Plain, sign_in::worker),
    open(Method::Get, "/note", Plain, sign_in::note_shell),
    open(Method::Get, "/movement", Plain, sign_in::movement_shell),
    open(Method::Post, "/sign-in", Plain, sign_in::sign_in),
    open(Method::Get, "/enter/{token}", Token, sign_in::enter_page),
    open(Method::Post, "/enter/{token}", Token, sign_in::enter),
    open(Method::Get, "/invitation/{token}", Token, sign_in::invitation_page),
    open(Method::Post, "/invitation/{token}", Token, sign_in::accept_invitation),
    page("/", "title-home", Plain, No, None, handlers::home),
    page("/{case}", "title-home", Case, No, None, handlers::home),
    page("/{case}/search", "title-search", Query, No, None, handlers::search),
    page("/{case}/go", "title-go", Case, No, None, handlers::go),
    page("/{case}/me", "title-me", Case, At(&[]), Some('u'), handlers::me),
    page("/{case}/people", "title-people", Case, No, None, handlers::people),
    page("/{case}/handbook", "title-handbook", Case, At(&[]), Some('h'), handlers::handbook),
    page("/{case}/live", "title-live", Case, No, None, handlers::live),
    act("/{case}/sign-out", Case, handlers::sign_out),
    act("/{case}/language", Case, handlers::language),
    act("/{case}/end-session", Case, handlers::end_session),
    act("/{case}/people/{use}", Form, handlers::keep),
    page("/{case}/{room}/today", "title-today", Room, At(&["mediator"]), Some('t'), handlers::today),
    page("/{case}/{room}/shuttle", "title-shuttle", Room, At(&["mediator"]), Some('s'), handlers::shuttle),
    page("/{case}/{room}/convey", "title-convey", Query, At(&["mediator"]), Some('c'), handlers::convey),
    page("/{case}/{room}/preparation/{n}", "title-preparation", Entry, No, None, handlers::preparation),
    page("/{case}/{room}/my", "title-my", Room, At(&["own"]), Some('m'), handlers::my),
    page("/{case}/{room}/talk", "title-talk", Query, At(TALKING), None, handlers::talk),
    page("/{case}/{room}/message/{n}", "title-message", Entry, No, None, handlers::message),
    page("/{case}/{room}/paper/{n}", "title-paper", Entry, No, None, handlers::paper),
    page("/{case}/{room}/text", "title-text", Query, At(&["mediator", "caucus", "own"]), Some('x'), handlers::text),
    page("/{case}/{room}/checks", "title-checks", Query, At(&["mediator"]), Some('k'), handlers::checks),
    page("/{case}/{room}/word/{n}", "title-word", Entry, No, None, handlers::word),
    page("/{case}/{room}/clock", "title-clock", Query, At(&["mediator"]), Some('d'), handlers::clock),
    page("/{case}/{room}/note", "title-note", Room, At(&["caucus", "private-word"]), Some('n'), handlers::note),
    page("/{case}/{room}/sheet", "title-sheet", Room, No, None, handlers::sheet),
    page("/{case}/{room}/positions", "title-positions", Room, At(&["mediator", "own", "guarantor"]), Some('p'), handlers::positions),
    page("/{case}/{room}/offers", "title-offers", Room, At(&["mediator", "own"]), Some('o'), handlers::offers),
    page("/{case}/{room}/lists", "title-lists", Room, At(&["own", "caucus", "mediator"]), Some('i'), rosters::lists),
    page("/{case}/{room}/list/{n}", "title-list", Entry, No, None, rosters::list),
    page("/{case}/{room}/forward/{n}", "title-forward", Entry, No, None, rosters::forward),
    page("/{case}/{room}/match", "title-match", Room, At(&["mediator"]), Some('b'), rosters::matches),
    page("/{case}/{room}/match/{n}", "title-pairs", Entry, No, None, rosters::pairs),
    page("/{case}/{room}/plans", "title-plans", Room, At(&["mediator"]), Some('e'), rosters::plans),
    page("/{case}/{room}/plan/{n}", "title-plan", Entry, No, None, rosters::plan),
    page("/{case}/{room}/handover", "title-handover", Room, At(&["mediator"]), Some('v'), rosters::movements),
    page("/{case}/{room}/handover/{n}", "title-movement", Entry, No, None, rosters::movement),
    page("/{case}/{room}/packages", "title-packages", Query, Mediators, Some('a'), handlers::packages),
    page("/{case}/{room}/home", "title-at-home", Room, Mediators, Some('f'), handlers::at_home),
    page("/{case}/{room}/roadmap", "title-roadmap", Room, At(&["common"]), Some('r'), handlers::roadmap),
    page("/{case}/{room}/session/{n}", "title-session", Entry, No, None, handlers::session),
    page("/{case}/{room}/statements", "title-statements", Query, At(&["public"]), Some('w'), handlers::statements),
    page(
        "/{case}/{room}/record",
        "title-record",
        Query,
        At(&["mediator", "own", "caucus", "private-word", "mediators", "guarantor", "common", "public"]),
        Some('l'),
        handlers::record,
    ),
    page("/{case}/{room}/receipt/{n}", "title-receipt", Entry, No, None, handlers::receipt),
    page("/{case}/{room}/entry/{n}", "title-entry", Entry, No, None, handlers::entry),
    page("/{case}/{room}/export", "title-export", Room, No, None, handlers::export),
    act("/{case}/{room}/{use}", Form, handlers::act),
];

/// How a reply is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// As a page.
    Page,
    /// As JSON: the view itself.
    Json,
    /// As rows.
    Csv,
    /// As lines for a terminal.
    Lines,
    /// As rows of a workbook.
    Xlsx,
}

/// A row that matches an address.
#[derive(Debug)]
pub struct Found {
    /// The row.
    pub route: &'static Route,
    /// The parts that matched names in braces.
    pub params: Vec<(&'static str, String)>,
    /// How it is to be printed, by the ending of the address.
    pub form: Printed,
}

/// The row for an address.
#[must_use]
pub fn find(method: Method, path: &str) -> Option<Found> {
    let endings = [(".json", Printed::Json), (".csv", Printed::Csv), (".txt", Printed::Lines), (".xlsx", Printed::Xlsx)];
    let ending = endings.iter().find_map(|(end, form)| Some((path.strip_suffix(end)?, *form)));
    let whole = ROUTES.iter().filter(|r| r.method == method);
    let as_page = || whole.clone().find_map(|route| Some(Found { route, params: matched(route.pattern, path)?, form: Printed::Page }));
    match ending {
        // Files of our own keep their endings.
        Some((bare, form)) if method == Method::Get && !path.starts_with("/assets/") && path != "/sw.js" => {
            whole.clone().find_map(|route| Some(Found { route, params: matched(route.pattern, bare)?, form }))
        }
        _ => as_page(),
    }
}

fn matched(pattern: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut params = Vec::new();
    let mut parts = path.split('/');
    for wanted in pattern.split('/') {
        let part = parts.next()?;
        match wanted.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
            Some(name) if !part.is_empty() => params.push((name, part.to_owned())),
            Some(_) => return None,
            None if wanted == part => {}
            None => return None,
        }
    }
    parts.next().is_none().then_some(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_find_their_rows_and_endings_choose_the_printer() {
        let found = find(Method::Get, "/two-rivers/abc/message/4.json").unwrap();
        assert_eq!((found.route.pattern, found.form), ("/{case}/{room}/message/{n}", Printed::Json));
        assert_eq!(found.params, [("case", "two-rivers".to_owned()), ("room", "abc".to_owned()), ("n", "4".to_owned())]);
        assert!(find(Method::Get, "/two-rivers//message/4").is_none());
        assert!(find(Method::Get, "/a/b/c/d/e").is_none());
        assert_eq!(find(Method::Get, "/sw.js").unwrap().route.pattern, "/sw.js");
    }

    #[test]
    fn no_two_rows_have_one_address() {
        for (i, a) in ROUTES.iter().enumerate() {
            assert!(!ROUTES[i + 1..].iter().any(|b| b.method == a.method && b.pattern == a.pattern), "{a:?}");
        }
    }
}
