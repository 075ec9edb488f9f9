//! The web: from a request to a reply.
//!
//! [`routes::ROUTES`] is the one table of what can be asked. [`answer`] finds the session, makes the clearance,
//! finds the row, and prints what its handler gives as a page, as JSON, as rows or as lines.

pub mod app;
pub mod forms;
mod handlers;
pub mod http;
#[cfg(feature = "leaks")]
mod leaks;
pub mod live;
mod multipart;
pub mod page;
mod pages;
mod plain;
mod rosters;
pub mod routes;
pub mod serve;
mod sign_in;
pub mod tls;

pub use app::App;
pub use http::{Reply, Request};
pub use sign_in::hash_text;

use desk::refusal::Refusal;
use handlers::{Answer, Ask};
use routes::{Found, Method, Needs};

/// Answers a request.
#[must_use]
pub fn answer(app: &App, request: &Request) -> Reply {
    let reply = match sign_in::of(app, request) {
        sign_in::Asking::Nobody => open_answer(app, request),
        sign_in::Asking::Person(who) => match routes::find(request.method, &who.path) {
            Some(found) if found.route.needs == Needs::Session => session_answer(app, request, &who, &found),
            Some(_) => open_answer(app, request),
            None => page::not_found(app, request, &who),
        },
    };
    #[cfg(feature = "leaks")]
    let reply = leaks::leaked(app, request, reply);
    http::secured(reply)
}

/// Without a session every address gives the same sign-in page, but for the few that let a person in.
fn open_answer(app: &App, request: &Request) -> Reply {
    match routes::find(request.method, &request.path) {
        Some(Found { route, params, .. }) if route.needs == Needs::Nothing => (route.open)(app, request, &params),
        _ => sign_in::page(app, request, None),
    }
}

fn session_answer(app: &App, request: &Request, who: &sign_in::Who, found: &Found) -> Reply {
    if request.method == Method::Post && !request.same_origin(app) {
        return Reply::text(403, "this form was sent from another page; open the page again and send it from there\n");
    }
    let ask = Ask { app, request, who, params: &found.params, form: found.form, route: found.route };
    match (found.route.handler)(&ask) {
        Ok(Answer::Reply(reply)) => reply,
        Ok(Answer::Page { view, html }) => plain::print(&ask, &view, html),
        Err(Refusal::NotFound) => page::not_found(app, request, who),
        Err(refusal) => page::refused(&ask, &refusal),
    }
}
