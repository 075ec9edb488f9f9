//! Roadmap and session: rounds and sessions on a line, who is in the room and from when, what comes
//! next, earlier attempts; one session with its agenda and the minutes that the reader may read.

use super::super::page::Page;
use super::inputs::Inputs;
use crate::words::Value;
use desk::view::roadmap::{PartyLine, Roadmap, RoundLine, SessionLine, SessionPage};
use maud::{Markup, html};
use terms::id::RoomCode;
use terms::language::Words;
use terms::time::Stamp;

pub(crate) fn page(page: &Page<'_>, view: &Roadmap) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-roadmap")) } span.small { (page.t("roadmap-hint")) } }
        @if view.rounds.is_empty() { div.empty { p { (page.t("roadmap-empty")) } } }
        @for r in &view.rounds { (round(page, view, r)) }
        section {
            h2 { (page.t("roadmap-next")) }
            @if view.steps.is_empty() { p.none { (page.t("roadmap-next-none")) } }
            ul.list { @for s in &view.steps {
                li.line {
                    span.state data-s=(if s.done.is_some() { "●" } else if s.step.due.is_some_and(|d| d < page.frame.now) { "▲" } else { "○" }) { (page.t(if s.done.is_some() { "step-done" } else { "step-open" })) }
                    span.grow { (page.said(&s.step.words)) @if let Some(source) = &s.step.source { " " cite { bdi { (source) } } } }
                    span.end { (when(page, s.step.due)) }
                    @if view.may_announce && s.done.is_none() { (Inputs::of(page, &format!("done{}", s.n)).button(&view.room, "step-done", "step-done-do", "quiet", &[("of", &s.n.to_string())], None)) }
                }
            } }
        }
        @if !view.attempts.is_empty() {
            section { h2 { (page.t("roadmap-attempts")) } ul.list { @for a in &view.attempts {
                li.line { span.grow { (page.said(&a.words)) } span { (page.said(&a.ended)) } @if let Some(source) = &a.source { span.end { cite { bdi { (source) } } } } }
            } } }
        }
        section { h2 { (page.t("roadmap-who")) } div.scroll tabindex="0" { table.plain {
            thead { tr { th scope="col" { (page.t("field-name")) } th scope="col" { (page.t("field-part")) } th scope="col" { (page.t("field-delegation")) } } }
            tbody { @for p in &view.parties { (party(page, p)) } }
        } } }
    };
    let panel = view.may_announce.then(|| panel(page, view));
    page.whole(&main, panel.as_ref())
}

/// A moment, or that it is not stated.
fn when(page: &Page<'_>, at: Option<Stamp>) -> Markup {
    html! { @match at { Some(at) => (page.stamp(at)), None => span.none { (page.t("not-stated")) } } }
}

fn place(page: &Page<'_>, place: Option<&String>) -> Markup {
    html! { @match place { Some(p) => bdi { (p) }, None => span.none { (page.t("place-not-stated")) } } }
}

fn round(page: &Page<'_>, view: &Roadmap, r: &RoundLine) -> Markup {
    html! {
        section.round {
            h2 { (page.ta("round-n", &[("n", Value::Number(i64::from(r.round.number)))])) " · " (page.said(&r.round.title)) }
            p.small { (place(page, r.round.place.as_ref())) " · " (when(page, r.round.begins)) @if let Some(source) = &r.round.source { " · " cite { bdi { (source) } } } }
            @if r.sessions.is_empty() { p.none { (page.t("round-no-session")) } }
            ol.timeline { @for s in &r.sessions { li { (session_line(page, &view.room, s)) } } }
        }
    }
}

fn session_line(page: &Page<'_>, room: &RoomCode, s: &SessionLine) -> Markup {
    let (shape, key) = match (s.ended, s.session.begins) {
        (Some(_), _) => ("●", "session-ended"),
        (None, Some(at)) if at <= page.frame.now => ("◐", "session-under-way"),
        _ => ("○", "session-to-come"),
    };
    html! {
        p.meta {
            a href=(page.entry(room, "session", s.n)) { (page.said(&s.session.title)) }
            span.state data-s=(shape) { (page.t(key)) }
            span.end { (when(page, s.session.begins)) }
        }
        (attends(page, s))
    }
}

fn attends(page: &Page<'_>, s: &SessionLine) -> Markup {
    html! {
        @if s.attends.is_empty() { p.small.none { (page.t("session-who-not-stated")) } }
        @else { ul.who { @for a in &s.attends {
            li {
                (page.named(&a.party))
                @if let Some(role) = &a.attends.role { " (" bdi { (role) } ")" }
                @if let Some(from) = a.attends.from { " " (page.t(if a.still_to_come { "attends-from" } else { "attends-since" })) " " (page.hour(from)) }
                @if let Some(source) = &a.attends.source { " " cite { bdi { (source) } } }
            }
        } } }
    }
}

fn party(page: &Page<'_>, p: &PartyLine) -> Markup {
    html! {
        tr {
            th scope="row" { (page.named(&p.name)) }
            td { (page.t(p.part.key())) @if p.guarantees { (page.comma()) (page.t("part-guarantees")) } }
            td { @if p.delegation.is_empty() { span.none { (page.t("not-stated")) } } @else { bdi { (p.delegation.join(page.comma())) } } @if let Some(source) = &p.source { " " cite { bdi { (source) } } } }
        }
    }
}

fn panel(page: &Page<'_>, view: &Roadmap) -> Markup {
    let room = &view.room;
    let (round, session, step, pause) =
        (Inputs::of(page, "round"), Inputs::of(page, "session"), Inputs::of(page, "step"), Inputs::of(page, "pause"));
    let next = view.rounds.last().map_or(1, |r| r.round.number);
    html! {
        p.small { (page.t("announce-who-reads")) }
        section { details.more { summary { (page.t("session-add")) } (session.form(room, "session", None, &html! {
            (session.words("text", "field-title", "", 1, false))
            div.row { (session.number("round", &next.to_string())) (session.moment("begins", None)) }
            (session.line("place", ""))
            fieldset { legend { (page.t("session-who")) } @for p in &view.parties {
                (session.tick_text(&["attends-", p.name.id.as_str()].concat(), &p.name.name.text, false))
                div.field { label for={ "session-from-" (p.name.id) } { (page.t("session-from")) } input id={ "session-from-" (p.name.id) } name={ "attends-from-" (p.name.id) } type="datetime-local"; }
            } }
            (session.area("agenda", "", 3))
            p.buttons { button.do { (page.t("session-add-do")) } }
        })) } }
        section { details.more { summary { (page.t("round-add")) } (round.form(room, "round", None, &html! {
            (round.words("text", "field-title", "", 1, false))
            div.row { (round.number("number", &(next + 1).to_string())) (round.moment("begins", None)) }
            (round.line("place", ""))
            p.buttons { button.do { (page.t("round-add-do")) } }
        })) } }
        section { details.more { summary { (page.t("step-add")) } (step.form(room, "step", None, &html! {
            (step.words("text", "field-text", "", 2, false)) (step.moment("due", None))
            p.buttons { button.do { (page.t("step-add-do")) } }
        })) } }
        section { details.more { summary { (page.t("issue-add")) } (issue_form(page, room)) } }
        section { details.more { summary { (page.t("attempt-add")) } (attempt_form(page, room)) } }
        section #pause { h2 { (page.t("pause-title")) }
            @if page.frame.paused {
                p.small { (page.t("resume-hint")) }
                (pause.button(room, "resume", "resume-do", "do", &[], None))
            } @else {
                p.small { (page.t("pause-hint")) }
                (pause.form(room, "pause", None, &html! { (pause.moment("until", None)) (pause.line("text", "")) p.buttons { button.stop { (page.t("pause-do")) } } }))
            }
        }
    }
}

fn issue_form(page: &Page<'_>, room: &RoomCode) -> Markup {
    let f = Inputs::of(page, "issue");
    f.form(room, "issue", None, &html! {
        (f.required("issue", "")) (f.words("text", "field-title", "", 1, false)) (f.area("options", "", 3)) (f.hidden("lang", page.s.lang().tag()))
        p.buttons { button.do { (page.t("issue-add-do")) } }
    })
}

fn attempt_form(page: &Page<'_>, room: &RoomCode) -> Markup {
    let f = Inputs::of(page, "attempt");
    f.form(
        room,
        "attempt",
        None,
        &html! {
            (f.words("text", "field-text", "", 2, false)) (f.line("text-ended", ""))
            p.buttons { button.do { (page.t("attempt-add-do")) } }
        },
    )
}

/// The rooms as the rail has them: their codes are random and order nothing.
fn in_order<'a>(page: &'a Page<'_>) -> impl Iterator<Item = &'a RoomCode> {
    page.frame.rooms.iter().map(|r| &r.code)
}

/// One session.
pub(crate) fn session(page: &Page<'_>, view: &SessionPage) -> Markup {
    let s = &view.line;
    let main = html! {
        div.head { h1 { (page.said(&s.session.title)) } span.small { (page.ta("round-n", &[("n", Value::Number(i64::from(s.session.round)))])) " · " (place(page, s.session.place.as_ref())) " · " (when(page, s.session.begins)) } }
        @if let Some(at) = s.ended { p { span.state data-s="●" { (page.t("session-ended")) } " " (page.stamp(at)) } }
        @if let Some(source) = &s.session.source { p.small { cite { bdi { (source) } } } }
        section { h2 { (page.t("session-who")) } (attends(page, s)) }
        section { h2 { (page.t("session-agenda")) } @if s.session.agenda.is_empty() { p.none { (page.t("not-stated")) } } @else { ol.numbers { @for item in &s.session.agenda { li { (page.said(item)) } } } } }
        section {
            h2 { (page.t("session-minutes")) }
            @if view.minutes.is_empty() { p.none { (page.t("session-minutes-none")) } }
            @for (room, n, m) in in_order(page).flat_map(|room| view.minutes.iter().filter(move |(at, ..)| at == room)) {
                article.card { p.meta { span { (page.name_of(room)) } a.end href=(page.entry(room, "receipt", *n)) { (page.ta("receipt-n", &[("n", super::cards::n(*n))])) } } (page.words(&m.words)) @if !m.present.is_empty() { p.small { (page.t("field-present")) ": " bdi { (m.present.join(page.comma())) } } } }
            }
        }
    };
    let panel = html! {
        @if !view.keep_in.is_empty() { section { h2 { (page.t("minutes-add")) } p.small { (page.t("minutes-hint")) } @for room in in_order(page).filter(|room| view.keep_in.contains(room)) { (minutes_form(page, room, &s.session.title)) } } }
        @if view.may_announce && s.ended.is_none() {
            @let f = Inputs::of(page, "end");
            section { h2 { (page.t("session-end")) } (f.form(&view.room, "end-session", None, &html! { (f.hidden("of", &s.n.to_string())) (f.moment("at", Some(page.frame.now))) p.buttons { button { (page.t("session-end-do")) } } })) }
        }
    };
    page.whole(&main, Some(&panel))
}

fn minutes_form(page: &Page<'_>, room: &RoomCode, title: &Words) -> Markup {
    let id = format!("minutes-{room}");
    let f = Inputs::of(page, &id);
    html! { details.more { summary { (page.name_of(room)) } (f.form(room, "minutes", None, &html! {
        (f.hidden("session", &title.text))
        (f.words("text", "field-text", "", 4, false)) (f.line("present", ""))
        p.buttons { button { (page.t("minutes-do")) } }
    })) } }
}
