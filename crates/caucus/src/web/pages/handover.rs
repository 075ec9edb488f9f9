//! Handover: a movement's order, who says go, its log in numbers, its numbered paper twin, and the page that a
//! phone keeps.

use super::super::page::{Page, asset, plain_page};
use super::inputs::{Inputs, ladder};
use super::lists::{digits, num};
use crate::words::{Speak, Value};
use desk::view::handover::{LogLine, MovementPage, Movements, Said};
use exchange::handover::{Answer, Asked, Heard, Line, Part, What};
use maud::{Markup, html};

pub(crate) fn movements(page: &Page<'_>, view: &Movements) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-handover")) } span.small { (page.t("handover-hint")) }
            span.end { a.button href=(on_a_phone(page)) { (page.t("handover-phone")) } }
        }
        @if view.movements.is_empty() { div.empty { p { (page.t("handover-empty")) } } }
        @for m in &view.movements { article.card {
            h2 { a href=(page.entry(&view.room, "handover", m.n)) { (page.said(&m.title)) } }
            p.meta { @if let Some(at) = m.leaves { span { (page.t("handover-leaves")) " " (page.stamp(at)) } } span.end { (page.hour(m.at)) } }
        } }
        @if view.may_say { (write(page, view)) }
    };
    page.whole(&main, None)
}

/// The address of the page that a phone keeps. What stands after the sign stays in the browser: the server is
/// never asked for it.
fn on_a_phone(page: &Page<'_>) -> String {
    ["/movement?lang=", page.s.lang().tag(), "#", page.base, "/", page.frame.case.as_str()].concat()
}

fn write(page: &Page<'_>, view: &Movements) -> Markup {
    let f = Inputs::of(page, "order");
    html! {
        section #write { h2 { (page.t("handover-write")) } p.hint { (page.t("handover-write-hint")) }
            (f.form(&view.room, "order-movement", None, &html! {
                (f.required("title", ""))
                div.row { (f.moment("leaves", None)) (f.number("people", "")) (f.number("remains", "0")) }
                @if !view.lists.is_empty() { fieldset { legend { (page.t("handover-freeze")) }
                    @for (party, title, at) in &view.lists { label.opt {
                        input type="checkbox" name="freeze" value={ (at.room) "." (at.n) };
                        span { (page.named(party)) " · " (page.said(title)) }
                    } }
                } }
                (f.area("gates", "", 2))
                @for part in Part::ALL { div.field {
                    label for={ "order-" (part.code()) } { (page.t(part.key())) }
                    input id={ "order-" (part.code()) } name={ "part-" (part.code()) } dir="auto";
                } }
                p.buttons { button.do { (page.t("handover-write-do")) } }
            }))
        }
    }
}

/// People, and remains apart where there are any.
fn two(page: &Page<'_>, n: (u32, u32)) -> Markup {
    html! { b { (page.ta("handover-n-people", &[("n", num(n.0 as usize))])) } @if n.1 > 0 { " · " (page.ta("handover-n-remains", &[("n", num(n.1 as usize))])) } }
}

pub(crate) fn movement(page: &Page<'_>, view: &MovementPage, typed: bool) -> Markup {
    let o = &view.order;
    let at = page.entry(&view.room, "handover", view.n);
    let main = html! {
        div.head { h1 { (page.said(&o.title)) } span.small { (page.t("handover-leaves")) " " (page.stamp(o.leaves)) }
            span.end { a.button href=(on_a_phone(page)) { (page.t("handover-phone")) } a.button href={ (at) "?paper=1" } { (page.t("handover-paper")) } }
        }
        @if !view.wanting.is_empty() { div.notice { @for w in &view.wanting { p { span.state data-s="○" { (page.phrase(w)) } } } } }
        (numbers(page, view))
        section #go { h2 { (page.t("handover-go")) } (go(page, view)) }
        section #order { h2 { (page.t("handover-order")) } (order(page, view)) }
        section #log { h2 { (page.t("handover-log")) } (log(page, view)) }
    };
    let panel = view.may_say.then(|| panel(page, view, typed));
    page.whole(&main, panel.as_ref())
}

fn order(page: &Page<'_>, view: &MovementPage) -> Markup {
    let o = &view.order;
    html! {
        dl.facts {
            dt { (page.t("handover-moving")) } dd { (two(page, (o.people, o.remains))) }
            dt { (page.t("handover-lists")) } dd { @for l in &view.frozen {
                p {
                    @if let (Some(p), Some(t)) = (&l.party, &l.title) { a href=(page.entry(&l.list.room, "list", l.list.n)) { (page.named(p)) " · " (page.said(t)) } (page.comma()) }
                    @if let Some(v) = l.version { (page.ta("lists-version", &[("n", num(v))])) (page.comma()) }
                    (page.ta("lists-entries", &[("n", num(l.entries as usize))])) " "
                    @if !l.same { span.state data-s="◇" { (page.t("handover-not-same")) } }
                    @else if l.replaced_by.is_some() { span.state data-s="◇" { (page.t("handover-newer")) } }
                    @else { span.state data-s="●" { (page.t("handover-same")) } }
                }
                p.small { "SHA-256 " code dir="ltr" { (l.hash) } }
            } }
            dt { (page.t("field-gates")) } dd { @for (i, g) in o.gates.iter().enumerate() { @if i > 0 { (page.t("handover-then")) } bdi { (g) } } }
            @for (part, words) in &o.says { dt { (page.t(part.key())) } dd { (page.said(words)) } }
            dt { (page.t("title-receipt")) } dd { a href=(page.entry(&view.room, "receipt", view.n)) { (page.ta("receipt-n", &[("n", super::cards::n(view.n))])) } }
        }
    }
}

fn numbers(page: &Page<'_>, view: &MovementPage) -> Markup {
    let (n, o, p) = (&view.numbers, &view.order, &view.points);
    html! {
        section #numbers { h2 { (page.t("handover-numbers")) }
            @if let Some(w) = n.waits { p { span.state data-s="▲" { (page.t(w.key())) } } }
            p.hint { (page.t("handover-apart")) }
            div.scroll tabindex="0" { table.plain {
                thead { tr { th scope="col" { (page.t("handover-point")) } th.n scope="col" { (page.t("field-people")) } th.n scope="col" { (page.t("field-remains")) } } }
                tbody {
                    (row(page, &html! { (page.t("handover-approved")) }, p.approved))
                    (row(page, &html! { (page.t("handover-released")) }, p.released))
                    (row(page, &html! { (page.t("handover-ordered")) }, Some((o.people, o.remains))))
                    @for g in &o.gates {
                        (row(page, &html! { bdi { (g) } ": " (page.t("exchange-log-at-gate")) }, n.at_gate.get(g).copied()))
                        @if let Some(c) = p.gates.get(g) { (row(page, &html! { bdi { (g) } ": " (page.t("handover-counted")) }, Some(*c))) }
                    }
                    (row(page, &html! { (page.t("exchange-log-received")) }, Some(n.received)))
                    (row(page, &html! { (page.t("exchange-log-confirmed")) }, Some(n.confirmed)))
                }
            } }
            @for d in view.differences.iter().chain(&view.faults) { p { span.state data-s="◇" { (page.phrase(d)) } } }
        }
    }
}

fn row(page: &Page<'_>, what: &Markup, n: Option<(u32, u32)>) -> Markup {
    let cell = |n: Option<u32>| html! { td.n { @match n { Some(n) => (digits(page, n as usize)), None => { span.none { (page.t("handover-not-said")) } } } } };
    html! { tr { th scope="row" { (what) } (cell(n.map(|n| n.0))) (cell(n.map(|n| n.1))) } }
}

fn go(page: &Page<'_>, view: &MovementPage) -> Markup {
    html! {
        div.scroll tabindex="0" { table.plain {
            thead { tr {
                th scope="col" { (page.t("handover-who")) } th scope="col" { (page.t("handover-yes-to-order")) }
                @for (m, at, _) in &view.against { th scope="col" { (page.t(m.key())) " " (page.hour(*at)) } }
            } }
            tbody { @for s in &view.said { tr {
                th scope="row" { (page.named(&s.party)) }
                td { @if s.side { (answer(page, s.order.as_ref(), ["plan-yes", "plan-no"])) } }
                @for a in &s.go { td { (answer(page, a.as_ref(), ["handover-go-yes", "handover-go-no"])) } }
            } } }
            tfoot { tr { th scope="row" colspan="2" { (page.t("handover-may-leave")) }
                @for (_, _, against) in &view.against { td {
                    @if against.is_empty() { span.state data-s="●" { (page.t("plan-yes")) } }
                    @else { span.state data-s="○" { (page.ta("handover-against", &[("n", num(against.len()))])) } }
                } }
            } }
        } }
        @if let Some((_, _, against)) = view.against.last() && !against.is_empty() {
            details.more { summary { (page.t("handover-what-stands")) } ul.plain { @for a in against { li { (page.phrase(a)) } } } }
        }
    }
}

/// What a body said, in the words for yes and for no.
fn answer(page: &Page<'_>, a: Option<&Answer>, [yes, no]: [&str; 2]) -> Markup {
    html! { @match a {
        None => span.state data-s="○" { (page.t("handover-no-answer")) },
        Some(a) => { span.state data-s=(if a.yes { "●" } else { "✕" }) { (page.t(if a.yes { yes } else { no })) } p.small { bdi { (a.by) } } },
    } }
}

fn log(page: &Page<'_>, view: &MovementPage) -> Markup {
    html! {
        @if view.log.is_empty() { p.none { (page.t("handover-log-none")) } }
        @else { ul.list { @for l in &view.log { li.line #{ "n" (l.n) } {
            span { (page.stamp(l.line.when.unwrap_or(l.at))) }
            span.grow { @if l.corrected_by.is_some() { s { (line(page, view, l)) } } @else { (line(page, view, l)) } }
            span.end {
                (page.t(l.line.heard.key()))
                @if let Some(n) = l.line.paper { " " (page.ta("handover-paper-line", &[("n", num(n as usize))])) }
                @if let Some(n) = l.corrected_by { " · " a href={ "#n" (n) } { (page.t("handover-corrected")) } }
                @if let Some(n) = l.corrects { " · " a href={ "#n" (n) } { (page.t("handover-corrects")) } }
                " · " bdi { (l.by) } " · " a href=(page.entry(&view.room, "receipt", l.n)) { (page.ta("receipt-n", &[("n", super::cards::n(l.n))])) }
            }
        } } } }
    }
}

fn line(page: &Page<'_>, view: &MovementPage, l: &LogLine) -> Markup {
    let name = |id: &terms::id::PartyId| view.said.iter().find(|s| &s.party.id == id).map(|s| page.named(&s.party));
    html! {
        span.state data-s=(shape(l.line.what)) { (page.t(l.line.what.key())) } " "
        @if let Some(g) = &l.line.gate { bdi { (g) } " " }
        (count(page, &l.line))
        @if let Some(w) = &l.line.words { " " (page.said(w)) }
        @for (party, words) in &l.line.told { p.small { (page.t("handover-told")) " " @match name(party) { Some(name) => (name), None => bdi { (party) } } ": " (page.said(words)) } }
    }
}

fn count(page: &Page<'_>, l: &Line) -> Markup {
    html! { @if matches!(l.what, What::AtGate | What::Received | What::Confirmed) { (two(page, (l.people, l.remains))) } }
}

fn shape(what: What) -> &'static str {
    match what {
        What::AtGate => "◐",
        What::Received => "●",
        What::Confirmed => "◎",
        What::Delay => "▲",
        What::Stopped => "✕",
        What::GoesOn => "○",
    }
}

fn panel(page: &Page<'_>, view: &MovementPage, typed: bool) -> Markup {
    let (a, c) = (Inputs::of(page, "answer"), Inputs::of(page, "count"));
    let gates: Vec<(String, String)> = view.order.gates.iter().map(|g| (g.clone(), g.clone())).collect();
    let bodies: Vec<(String, String)> = view.said.iter().map(|s: &Said| (s.party.id.to_string(), s.party.name.text.clone())).collect();
    let of = view.n.to_string();
    let yes = vec![("yes", "handover-go-yes"), ("no", "handover-go-no")];
    let mut points = vec![("approval", "handover-approved"), ("release", "handover-released")];
    if !gates.is_empty() {
        points.push(("gate", "field-gate"));
    }
    html! {
        (log_form(page, view, typed, &gates))
        section { details.more { summary { (page.t("handover-answer")) } (a.form(&view.room, "answer-movement", None, &html! {
            (a.hidden("of", &of)) (a.select_text("party", &bodies, None, None))
            (a.select("asked", &ladder(Asked::ALL, Asked::code, Asked::key), None, Some("handover-yes-to-order")))
            (a.select("yes", &yes, None, Some("handover-no-answer"))) (a.required("by", ""))
            p.buttons { button { (page.t("handover-answer-do")) } }
        })) } }
        section { details.more { summary { (page.t("handover-count")) } (c.form(&view.room, "count-movement", None, &html! {
            (c.hidden("of", &of)) (c.select("point", &points, None, None))
            @if !gates.is_empty() { (c.select_text("gate", &gates, None, None)) }
            div.row { (c.number("people", "")) (c.number("remains", "")) }
            p.buttons { button { (page.t("handover-count-do")) } }
        })) } }
    }
}

/// The form of the log; with `typed` it takes the lines of the paper twin, one after the other.
fn log_form(page: &Page<'_>, view: &MovementPage, typed: bool, gates: &[(String, String)]) -> Markup {
    let l = Inputs::of(page, "log");
    let at = page.entry(&view.room, "handover", view.n);
    let again = [&at, "?typed=1"].concat();
    let lines: Vec<(String, String)> = view
        .log
        .iter()
        .filter(|x| x.corrected_by.is_none())
        .map(|x| (x.n.to_string(), page.ta("receipt-n", &[("n", super::cards::n(x.n))])))
        .collect();
    html! {
        section #write { h2 { (page.t(if typed { "handover-typed" } else { "handover-log-write" })) }
            (l.form(&view.room, "log-movement", typed.then_some(again.as_str()), &html! {
                (l.hidden("of", &view.n.to_string()))
                @if typed { (l.hidden("heard", Heard::Paper.code())) (l.number("sheet-line", &page.s.number(i64::from(view.next_paper)))) (l.moment("said-at", None)) }
                (l.select("what", &ladder(What::ALL, What::code, What::key), Some("received"), None))
                @if !gates.is_empty() { (l.select_text("gate", gates, None, Some("handover-no-gate"))) }
                div.row { (l.number("people", "")) (l.number("remains", "")) }
                @if !typed { (l.select("heard", &ladder(Heard::ALL, Heard::code, Heard::key), Some("voice"), None)) }
                details.more { summary { (page.t("handover-log-more")) }
                    @if !typed { (l.moment("said-at", None)) (l.number("sheet-line", "")) }
                    (l.line("text", ""))
                    @for s in view.said.iter().filter(|s| s.side) { div.field {
                        label for={ "log-told-" (s.party.id) } { (page.t("handover-told")) " " (page.named(&s.party)) }
                        input id={ "log-told-" (s.party.id) } name={ "text-side-" (s.party.id) } dir="auto";
                    } }
                    @if !lines.is_empty() { (l.select_text("corrects", &lines, None, Some("handover-corrects-nothing"))) }
                }
                p.buttons { button.do { (page.t("handover-log-do")) } }
                p.small { (page.t("handover-no-names")) }
            }))
            p { @if typed { a href=(at) { (page.t("handover-log-write")) } } @else { a href=(again) { (page.t("handover-typed")) } } }
        }
    }
}

/// How many lines the paper twin has.
const SHEET: usize = 20;

/// The numbered paper twin: for a place where nothing works but a pencil.
pub(crate) fn paper(page: &Page<'_>, view: &MovementPage) -> Markup {
    let o = &view.order;
    let from = view.next_paper as usize;
    let main = html! {
        div.head { h1 { (page.said(&o.title)) } span.small { (page.stamp(o.leaves)) } span.small.no-print { (page.t("handover-paper-hint")) } }
        p { (page.t("handover-moving")) " " (two(page, (o.people, o.remains))) @for g in &o.gates { " · " bdi { (g) } } }
        @if let Some(stop) = o.says.get(&Part::Stop) { p { (page.t(Part::Stop.key())) ": " (page.said(stop)) } }
        div.scroll tabindex="0" { table.sheet {
            thead { tr {
                @for key in ["sheet-line", "sheet-time", "handover-what", "field-gate", "field-people", "field-remains", "field-heard"] { th scope="col" { (page.t(key)) } }
            } }
            tbody { @for i in from..from + SHEET { tr { td { (digits(page, i)) } td {} td {} td {} td {} td {} td {} } } }
        } }
    };
    page.whole(&main, None)
}

/// The page that a phone keeps for a movement: no case, party, gate, number or key is in it. It learns the
/// movement's numbers while somebody is signed in, and nobody's name at any time: there is no field for words.
pub(crate) fn shell(s: &Speak) -> Markup {
    let number = |name: &str, key: &str| {
        html! { div.field { label for={ "movement-" (name) } { (s.t(key)) } div.count {
            button type="button" data-count=(name) data-by="-1" aria-label=(s.ta("movement-less", &[("what", Value::Text(&s.t(key)))])) { "−" }
            input id={ "movement-" (name) } name=(name) inputmode="numeric" value="0" autocomplete="off";
            button type="button" data-count=(name) data-by="1" aria-label=(s.ta("movement-more", &[("what", Value::Text(&s.t(key)))])) { "+" }
        } } }
    };
    let body = html! {
        h1 { (s.t("movement-title")) }
        p.hint { (s.t("movement-hint")) }
        p #movement-state role="status" {}
        form.form #movement-form autocomplete="off" data-saved=(s.t("movement-saved")) data-sent=(s.t("movement-sent")) data-waiting=(s.t("movement-waiting"))
            data-refused=(s.t("shell-refused")) data-sign-in=(s.t("movement-sign-in")) data-none=(s.t("movement-none")) data-gone=(s.t("movement-gone")) {
            div.field { label for="movement-which" { (s.t("title-movement")) } select #movement-which name="which" {} }
            dl.facts #movement-numbers data-ordered=(s.t("handover-ordered")) data-received=(s.t(What::Received.key())) data-confirmed=(s.t(What::Confirmed.key()))
                data-seen=(s.t(What::AtGate.key())) data-remains=(s.t("field-remains")) data-people=(s.t("field-people")) {}
            fieldset #movement-what { legend { (s.t("field-what")) }
                @for w in What::ALL { label.opt { input type="radio" name="what" value=(w.code()) required; span { (s.t(w.key())) } } }
            }
            div.field { label for="movement-gate" { (s.t("field-gate")) } select #movement-gate name="gate" data-none=(s.t("handover-no-gate")) {} }
            div.row { (number("people", "field-people")) (number("remains", "field-remains")) }
            fieldset { legend { (s.t("field-heard")) }
                @for h in [Heard::Voice, Heard::Form] { label.opt { input type="radio" name="heard" value=(h.code()) required checked[h == Heard::Voice]; span { (s.t(h.key())) } } }
            }
            p.buttons { button.do { (s.t("movement-keep")) } }
        }
        ul.list #movement-lines {}
        section { h2 { (s.t("movement-end")) }
            p.small { (s.t("movement-end-hint")) }
            p.buttons { button type="button" #movement-over { (s.t("movement-over")) } button.stop type="button" #movement-wipe { (s.t("movement-wipe")) } }
        }
        noscript { p.notice { (s.t("movement-needs-script")) } }
        @for name in ["kept.js", "movement.js"] { @if let Some(js) = asset(name) { script src={ "/assets/" (js) } defer {} } }
        p.small { (s.ta("movement-limit", &[("n", Value::Number(200))])) }
    };
    plain_page(s, "movement-title", &body, Some("plain shell"))
}
