//! Single text: a version clause by clause, what its reader may know of each, and what may be done with it.

use super::super::page::{Page, direction, shown};
use super::inputs::{Inputs, ladder, short};
use crate::words::Value;
use desk::Command;
use desk::uses::Change;
use desk::view::Named;
use desk::view::text::{ClauseView, Compared, FindingView, Holder, PartView, Place, Remark, Shown, TextPage, VersionLink};
use maud::{Markup, html};
use talks::message::MessageKind;
use talks::negotiating_text::compare::{How, Run};
use talks::negotiating_text::{Bracket, Piece, Read};
use terms::disclosure::Standing;
use terms::id::EntryNo;
use terms::language::{Language, Words};

fn number(n: usize) -> Value<'static> {
    Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The address of a version, of a comparison, of a clause.
fn to(page: &Page<'_>, view: &TextPage, v: Option<EntryNo>, with: Option<EntryNo>, clause: Option<&str>) -> String {
    let mut query: Vec<String> = Vec::new();
    query.extend(v.map(|n| format!("v={n}")));
    query.extend(with.map(|n| format!("with={n}")));
    query.extend(clause.map(|c| ["clause=", &super::super::http::encode(c)].concat()));
    let mark = clause.map_or(String::new(), |c| ["#", &id(c)].concat());
    let joint = if query.is_empty() { "" } else { "?" };
    page.in_room(&view.room, &["text", joint, &query.join("&"), &mark].concat())
}

/// The id of a clause in the page.
fn id(clause: &str) -> String {
    ["c-", &clause.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '-' }).collect::<String>()].concat()
}

/// Where a person comes back to after an act on a clause.
fn back(page: &Page<'_>, view: &TextPage, shown: &Shown, clause: &str) -> String {
    to(page, view, Some(shown.version.n), None, Some(clause))
}

pub(crate) fn page(page: &Page<'_>, view: &TextPage) -> Markup {
    let main = html! {
        (head(page, view))
        @match (&view.shown, &view.compared) {
            (Some(shown), Some(compared)) => (comparison(page, shown, compared)),
            (Some(shown), None) => (sheet(page, view, shown)),
            (None, _) => div.empty { h2 { (page.t("text-empty")) } p { (page.t(match view.place { Place::Ours => "text-empty-ours", Place::Caucus => "text-empty-caucus", Place::Own => "text-empty-own" })) } },
        }
        @if let Some(shown) = &view.shown { @if view.may_say && view.place == Place::Caucus { (returned(page, view, shown)) } }
        @if view.may_say { (put(page, view)) }
        @if view.versions.len() > 1 { (versions(page, view)) }
        @if let Some(shown) = &view.shown { @if view.place == Place::Ours { (audiences(page, view, shown)) } }
    };
    let panel = view.shown.as_ref().map(|shown| panel(page, view, shown));
    page.whole(&main, panel.as_ref())
}

fn head(page: &Page<'_>, view: &TextPage) -> Markup {
    html! {
        div.head {
            h1 { (page.t("title-text")) }
            @if let Some(shown) = &view.shown {
                span.small {
                    (page.ta("text-version", &[("n", number(shown.version.number))]))
                    @for (key, n) in [("text-clauses", shown.counts.clauses), ("text-settled", shown.counts.settled), ("text-brackets", shown.counts.brackets), ("text-open", shown.counts.open), ("text-not-read", shown.counts.not_read)] {
                        @if n > 0 || key == "text-settled" { " · " (page.ta(key, &[("n", number(n))])) }
                    }
                }
                span.end {
                    @if let Some(earlier) = view.versions.iter().find(|v| v.number + 1 == shown.version.number) {
                        @if view.compared.is_some() { a.button href=(to(page, view, Some(shown.version.n), None, None)) { (page.t("text-whole")) } }
                        @else { a.button href=(to(page, view, Some(shown.version.n), Some(earlier.n), None)) { (page.ta("text-compare-with", &[("n", number(earlier.number))])) } }
                    }
                    a.button href=(page.in_room(&view.room, &format!("word/{}", shown.version.n))) title=(page.t("text-word")) { (page.t("title-word")) }
                    @if view.place == Place::Ours { a.button.do href=(page.in_room(&view.room, &format!("convey?text={}", shown.version.n))) { (page.t("text-prepare")) } }
                }
            }
        }
        @if let Some(shown) = &view.shown {
            p.small {
                @if !shown.version.title.is_empty() { bdi lang=(shown.lang.tag()) { (shown.version.title) } " · " }
                @if shown.version.arrived { (page.t("text-arrived")) } @else if let Some(of) = &shown.version.of { (page.named(of)) }
                " · " (page.stamp(shown.version.at))
                @if view.place == Place::Ours { " · " (page.t("text-who-holds-only-here")) }
            }
        }
    }
}

/// The text itself.
fn sheet(page: &Page<'_>, view: &TextPage, shown: &Shown) -> Markup {
    html! {
        div.text lang=(shown.lang.tag()) dir=(direction(shown.lang)) {
            @if !shown.declarations.is_empty() { details.more {
                summary lang=(page.s.lang().tag()) { (page.ta("text-declarations", &[("n", number(shown.declarations.len()))])) }
                ul.plain { @for d in &shown.declarations { li { (super::super::page::shown(d)) } } }
            } }
            @for part in &shown.parts {
                @if !part.heading.is_empty() || part.share.is_some() { (heading(page, part)) }
                @for clause in &part.clauses { (clause_row(page, view, shown, clause)) }
            }
        }
        @if !shown.elsewhere.is_empty() {
            section { h2 { (page.t("text-elsewhere")) } p.hint { (page.t("text-elsewhere-hint")) } @for r in &shown.elsewhere { (remark(page, r)) } }
        }
    }
}

fn heading(page: &Page<'_>, part: &PartView) -> Markup {
    html! {
        h2 {
            (shown_words(&part.heading))
            @if let Some(share) = part.share { " " span.share lang=(page.s.lang().tag()) dir=(direction(page.s.lang())) { (page.ta("text-share", &[("settled", number(share.settled)), ("of", number(share.of))])) } }
        }
    }
}

fn shown_words(text: &str) -> Markup {
    shown(text)
}

fn clause_row(page: &Page<'_>, view: &TextPage, sheet: &Shown, c: &ClauseView) -> Markup {
    let selected = view.selected.as_deref() == Some(&c.clause.number);
    let link = to(page, view, Some(sheet.version.n), None, Some(&c.clause.number));
    let worst = c
        .findings
        .iter()
        .filter_map(|i| sheet.findings.get(*i))
        .min_by_key(|f| ["stop", "warn", "note"].iter().position(|s| *s == f.severity));
    html! {
        div.cl #(id(&c.clause.number)) aria-current=[selected.then_some("true")] {
            a href=(link) { bdi { (c.clause.number) } }
            div {
                (pieces(page, c))
                @if c.clause.read == Read::NotRead && view.place == Place::Ours { " " span.tag lang=(page.s.lang().tag()) { (page.t(Read::NotRead.key())) } }
                @for (name, sentence) in &c.beside { p.beside { span.tag lang=(page.s.lang().tag()) { (page.t("text-reading")) @if let Some(name) = name { " " bdi { (name) } } } " " (shown(sentence)) } }
                @if c.closed || !c.initials.is_empty() || !c.remarks.is_empty() {
                    p.tags lang=(page.s.lang().tag()) dir=(direction(page.s.lang())) {
                        @if c.closed { span.state data-s="●" { (page.t("text-closed")) } }
                        @else if !c.initials.is_empty() { span.state data-s="◐" { (page.t("text-initialled-by")) " " @for (i, x) in c.initials.iter().enumerate() { @if i > 0 { (page.comma()) } (page.named(&x.side)) } } }
                        @if !c.remarks.is_empty() { a href=(link) { (page.ta("text-remarks", &[("n", number(c.remarks.len()))])) } }
                    }
                }
            }
            @if let Some(f) = worst { (severity(page, f.severity)) } @else { span {} }
        }
    }
}

fn pieces(page: &Page<'_>, c: &ClauseView) -> Markup {
    html! {
        @for (k, piece) in c.clause.pieces.iter().enumerate() {
            @match piece {
                // Alternatives stand on lines of their own: a full stop behind them would too.
                Piece::Words(w) if w.trim() == "." && k > 0 && matches!(c.clause.pieces[k - 1], Piece::Bracket(_)) => {},
                Piece::Words(w) => (shown(w)),
                Piece::Open(w) => { " " span.open title=(page.t("text-is-open")) { (w.trim()) } },
                Piece::Vague(w) => { " " span.vague title=(page.t("text-is-vague")) { (w.trim()) } },
                Piece::Bracket(b) => (bracket(page, b, &c.holders)),
            }
        }
    }
}

fn bracket(page: &Page<'_>, b: &Bracket, holders: &[Holder]) -> Markup {
    html! {
        span.br {
            @for (letter, words) in &b.options {
                span {
                    b { (letter) } (shown(words))
                    @let of: Vec<&Holder> = holders.iter().filter(|h| h.bracket == b.id && h.letter == *letter).collect();
                    @if !of.is_empty() { " " span.holders lang=(page.s.lang().tag()) { @for (i, h) in of.iter().enumerate() { @if i > 0 { (page.comma()) } (page.named(&h.side)) } } }
                }
            }
        }
    }
}

/// The shape and the word of how grave a finding is.
pub(crate) fn severity(page: &Page<'_>, severity: &str) -> Markup {
    let shape = match severity {
        "stop" => "▲",
        "warn" => "◆",
        _ => "○",
    };
    let word = page.t(&["severity-", severity].concat());
    html! { span class={ "sev " (severity) } role="img" aria-label=(word) title=(word) { (shape) } }
}

// ---- the panel ----------------------------------------------------------------------------------------

fn panel(page: &Page<'_>, view: &TextPage, sheet: &Shown) -> Markup {
    let clause = view.selected.as_deref().and_then(|n| sheet.parts.iter().flat_map(|p| &p.clauses).find(|c| c.clause.number == n));
    match clause {
        Some(c) => clause_panel(page, view, sheet, c),
        None => all_findings(page, view, sheet),
    }
}

fn all_findings(page: &Page<'_>, view: &TextPage, sheet: &Shown) -> Markup {
    let (live, aside): (Vec<_>, Vec<_>) = sheet.findings.iter().partition(|f| f.aside.is_none());
    html! {
        section {
            h2 { (page.t("text-findings")) }
            @if view.place != Place::Ours { p.hint { (page.t("text-two-families")) } }
            @if live.is_empty() { p.none { (page.t("text-no-findings")) } }
        }
        @for (i, f) in live.iter().enumerate() { (finding(page, view, sheet, f, i, f.severity == "stop" && i < 3)) }
        @if !aside.is_empty() { section { details.more {
            summary { (page.ta("text-set-aside", &[("n", number(aside.len()))])) }
            @for f in aside { div.finding { h3 { (severity(page, f.severity)) " " (page.phrase(&f.title)) } p.small { (f.clauses.join(page.comma())) } @if let Some((why, at)) = &f.aside { p { (page.said(why)) } p.small { (page.stamp(*at)) } } } }
        } } }
    }
}

/// A finding with its story and its ways out; `i` keeps its forms apart.
pub(crate) fn finding(page: &Page<'_>, view: &TextPage, sheet: &Shown, f: &FindingView, i: usize, open: bool) -> Markup {
    html! {
        section.finding #{ "f-" (f.key) } {
            h3 { (severity(page, f.severity)) " " (page.phrase(&f.title)) }
            p.small {
                @for (k, c) in f.clauses.iter().enumerate() { @if k > 0 { (page.comma()) } a href=(to(page, view, Some(sheet.version.n), None, Some(c))) { bdi { (c) } } }
                @if !f.brackets.is_empty() { " · " (page.ta("text-only-with", &[("brackets", Value::Text(&f.brackets.join(page.comma())))])) }
            }
            p { (page.phrase(&f.message)) }
            @if let Some(d) = &f.drawn { (super::clock::figure(page, d, &["f", &f.key[..8]].concat())) }
            @if !f.story.is_empty() { details.more open[open] { summary { (page.t("text-story")) } ol.numbers { @for step in &f.story { li { (page.phrase(step)) } } } } }
            (ways(page, view, sheet, f, i))
            @if view.may_say && (view.place != Place::Caucus || !view.notes) { (set_aside(page, view, sheet, f, i)) }
        }
    }
}

fn ways(page: &Page<'_>, view: &TextPage, sheet: &Shown, f: &FindingView, i: usize) -> Markup {
    let may = view.may_say && view.place != Place::Caucus;
    html! {
        @if !f.ways.is_empty() { div.ways {
            p.small { (page.t("text-ways")) }
            @for (k, way) in f.ways.iter().enumerate() {
                @let words = html! { (page.phrase(&way.phrase)) @if k < 9 && may { " " kbd { (page.s.number(i64::try_from(k + 1).unwrap_or(0))) } } };
                @match &way.change {
                    Some(change) if may => {
                        @let form = format!("way-{i}-{k}");
                        @let fields = Inputs::of(page, &form);
                        (fields.form(&view.room, "amend", None, &html! { (fields.hidden("of", &sheet.version.n.to_string())) (change_fields(&fields, change)) button { (words) } }))
                    },
                    _ if may && f.clauses.iter().any(|c| sheet.parts.iter().flat_map(|p| &p.clauses).any(|x| x.clause.number == *c)) => {
                        @let c = f.clauses.iter().find(|c| sheet.parts.iter().flat_map(|p| &p.clauses).any(|x| x.clause.number == **c)).map_or("", String::as_str);
                        a.button href=(to(page, view, Some(sheet.version.n), None, Some(c))) { (words) }
                    },
                    _ => p { (words) },
                }
            }
        } }
    }
}

fn change_fields(f: &Inputs<'_, '_>, change: &Change) -> Markup {
    html! {
        @match change {
            Change::Take { bracket, letter } => { (f.hidden("change", "take")) (f.hidden("bracket", bracket)) (f.hidden("letter", letter)) },
            Change::Reword { clause, text } => { (f.hidden("change", "reword")) (f.hidden("clause", clause)) (f.hidden("text", text)) },
            Change::Insert { clause, number, text } => { (f.hidden("change", "insert")) (f.hidden("clause", clause)) (f.hidden("number", number)) (f.hidden("text", text)) },
            Change::Drop { clause } => { (f.hidden("change", "drop")) (f.hidden("clause", clause)) },
            Change::Define { text } => { (f.hidden("change", "define")) (f.hidden("text", text)) },
        }
    }
}

fn set_aside(page: &Page<'_>, view: &TextPage, sheet: &Shown, f: &FindingView, i: usize) -> Markup {
    let form = format!("aside-{i}");
    let fields = Inputs::of(page, &form);
    html! { details.more { summary { (page.t("text-aside")) } (fields.form(&view.room, "set-aside", Some(&to(page, view, Some(sheet.version.n), None, None)), &html! {
        (fields.hidden("of", &sheet.version.n.to_string())) (fields.hidden("finding", &f.key))
        p.hint { (page.t("text-aside-hint")) }
        (fields.words("text", "field-why", "", 2, false))
        p.buttons { button { (page.t("text-aside-do")) } }
    })) } }
}

fn clause_panel(page: &Page<'_>, view: &TextPage, sheet: &Shown, c: &ClauseView) -> Markup {
    let found: Vec<&FindingView> = c.findings.iter().filter_map(|i| sheet.findings.get(*i)).collect();
    html! {
        section {
            h2 { (page.ta("text-clause", &[("clause", Value::Text(&c.clause.number))])) }
            p { a href=(to(page, view, Some(sheet.version.n), None, None)) { (page.t("text-all-findings")) } }
            @if !c.theirs.is_empty() { dl.facts { @for (side, n) in &c.theirs { dt { (page.named(side)) } dd { (page.ta("text-theirs", &[("clause", Value::Text(n))])) } } } }
            @if c.closed { p { span.state data-s="●" { (page.t("text-closed-long")) } } }
            @for x in &c.initials { p { span.state data-s="◐" { (page.named(&x.side)) (page.comma()) bdi { (x.by) } } " " span.small { (page.t(x.standing.key())) " · " (page.hour(x.at)) } } }
        }
        @for (i, f) in found.iter().enumerate() { (finding(page, view, sheet, f, i, true)) }
        @if !c.remarks.is_empty() { section { h2 { (page.t("text-remarks-title")) } @for (i, r) in c.remarks.iter().enumerate() { (remark_with(page, view, sheet, c, r, i)) } } }
        @if view.may_say {
            @match view.place {
                Place::Caucus => (side_acts(page, view, sheet, c)),
                Place::Ours => { (our_acts(page, view, sheet, c)) (reword(page, view, sheet, c)) },
                Place::Own => (reword(page, view, sheet, c)),
            }
        }
    }
}

fn remark(page: &Page<'_>, r: &Remark) -> Markup {
    html! {
        article.card {
            p.meta {
                a href=(page.entry(&r.room, "message", r.n)) { (page.t(if r.wording { "text-suggestion" } else { "text-remark" })) }
                @if let Some(of) = &r.of { span { (page.named(of)) } } @else { span { (page.t("text-arrived")) } }
                span { (page.t(r.standing.key())) }
                span.end { (page.hour(r.at)) }
            }
            (page.words(&r.words))
        }
    }
}

/// A remark, and for the mediators what they can do with it: take suggested words over, carry it.
fn remark_with(page: &Page<'_>, view: &TextPage, sheet: &Shown, c: &ClauseView, r: &Remark, i: usize) -> Markup {
    let form = format!("adopt-{i}");
    let f = Inputs::of(page, &form);
    html! {
        (remark(page, r))
        @if view.place == Place::Ours { div.buttons {
            a.button href=(page.in_room(&view.room, &format!("convey?from={}.{}", r.room, r.n))) { (page.t("text-carry")) }
            @if r.wording && view.may_say {
                (f.button(&view.room, "amend", "text-adopt", "", &[("of", &sheet.version.n.to_string()), ("change", "reword"), ("clause", &c.clause.number), ("text", &r.words.text)], None))
            }
        } }
    }
}

/// What a side does to its version, or has noted.
fn side_acts(page: &Page<'_>, view: &TextPage, sheet: &Shown, c: &ClauseView) -> Markup {
    let (say, init, open) = (Inputs::of(page, "remark"), Inputs::of(page, "initial"), Inputs::of(page, "reopen"));
    let came_back = back(page, view, sheet, &c.clause.number);
    let n = sheet.version.n.to_string();
    let standings = ladder(Standing::ALL, Standing::code, Standing::key);
    html! {
        section { h2 { (page.t("text-remark-do")) }
            @if view.notes { p.hint { (page.t("text-noted-for-side")) } }
            (say.form(&view.room, "say", Some(&came_back), &html! {
                @if let Some(side) = &view.side { (say.hidden("party", side.id.as_str())) }
                (say.hidden("kind", MessageKind::Answer.code())) (say.hidden("tie", if sheet.version.title.is_empty() { "text" } else { &sheet.version.title }))
                (say.hidden("tie-text", &n)) (say.hidden("tie-version", &sheet.version.number.to_string())) (say.hidden("tie-clause", &c.clause.number))
                (say.words("text", "field-text", "", 3, false))
                (say.tick("tie-wording", "text-as-wording", false))
                @if view.notes { (say.line("speaker", "")) }
                (say.select("standing", &standings, Some(Standing::Personal.code()), None))
                p.buttons { button.do { (page.t("text-remark-send")) } }
            }))
        }
        @if !c.clause.unsettled() { section { details.more { summary { (page.t("text-initial")) } (init.form(&view.room, "initial", Some(&came_back), &html! {
            (init.hidden("of", &n)) (init.hidden("clause", &c.clause.number))
            p.hint { (page.t("text-initial-hint")) }
            @if view.notes { (init.required("by", "")) }
            (init.select("standing", &standings[2..].to_vec(), Some(Standing::AdReferendum.code()), None))
            p.buttons { button { (page.t("text-initial-do")) } }
        })) } } }
        @if !c.initials.is_empty() { section { details.more { summary { (page.t("text-reopen")) } (open.form(&view.room, "reopen", Some(&came_back), &html! {
            (open.hidden("of", &n)) (open.hidden("clause", &c.clause.number))
            @if view.notes { (open.required("by", "")) }
            (open.area("text", "", 2))
            p.buttons { button { (page.t("text-reopen-do")) } }
        })) } } }
    }
}

/// What the mediators note of a clause: who holds which alternative, a reading of prose.
fn our_acts(page: &Page<'_>, view: &TextPage, sheet: &Shown, c: &ClauseView) -> Markup {
    let came_back = back(page, view, sheet, &c.clause.number);
    let n = sheet.version.n.to_string();
    let sides: Vec<(String, String)> = view.sides.iter().map(|s: &Named| (s.id.to_string(), s.name.text.clone())).collect();
    html! {
        @for (k, b) in c.clause.brackets().enumerate() {
            @let (take, hold) = (format!("take-{k}"), format!("hold-{k}"));
            @let (t, h) = (Inputs::of(page, &take), Inputs::of(page, &hold));
            section {
                h2 { (page.ta("text-bracket", &[("bracket", Value::Text(&b.id))])) }
                div.buttons { @for (letter, words) in b.options.iter().filter(|(l, _)| !l.is_empty()) {
                    @let one = format!("take-{k}-{letter}");
                    @let body = html! { (t.hidden("of", &n)) (t.hidden("change", "take")) (t.hidden("bracket", &b.id)) (t.hidden("letter", letter)) button { (page.ta("text-take", &[("letter", Value::Text(letter))])) } };
                    div title=(words) { (Inputs::of(page, &one).form(&view.room, "amend", None, &body)) }
                } }
                details.more { summary { (page.t("text-holds")) } (h.form(&view.room, "alternative", Some(&came_back), &html! {
                    (h.hidden("of", &n)) (h.hidden("bracket", &b.id))
                    (h.select_text("party", &sides, None, None))
                    (h.select_text("letter", &b.options.iter().map(|(l, w)| (l.clone(), [l, " · ", &short(&Words::new(Language::En, w.clone()), 40)].concat())).collect::<Vec<_>>(), None, Some("text-holds-none")))
                    p.buttons { button { (page.t("text-holds-do")) } }
                })) }
            }
        }
        @if c.clause.read != Read::Forms {
            @let f = Inputs::of(page, "reading");
            section { details.more { summary { (page.t("text-reading-add")) } (f.form(&view.room, "reading", Some(&came_back), &html! {
                (f.hidden("of", &n)) (f.hidden("clause", &c.clause.number))
                p.hint { (page.t("text-reading-hint")) }
                (f.words("text", "text-reading", "", 2, false)) (f.line("name", ""))
                p.buttons { button { (page.t("text-reading-do")) } }
            })) } }
        }
    }
}

fn reword(page: &Page<'_>, view: &TextPage, sheet: &Shown, c: &ClauseView) -> Markup {
    let (f, d) = (Inputs::of(page, "reword"), Inputs::of(page, "dropclause"));
    let n = sheet.version.n.to_string();
    let words = sheet.text.get(c.clause.at.clone()).unwrap_or_default();
    html! { section { details.more { summary { (page.t("text-reword")) }
        (f.form(&view.room, "amend", None, &html! {
            (f.hidden("of", &n)) (f.hidden("change", "reword")) (f.hidden("clause", &c.clause.number))
            (f.words("text", "field-text", words, 4, false))
            p.hint { (page.t("text-new-version")) }
            p.buttons { button.do { (page.t("text-reword-do")) } }
        }))
        (d.button(&view.room, "amend", "text-drop-do", "quiet", &[("of", &n), ("change", "drop"), ("clause", &c.clause.number)], None))
    } } }
}

// ---- below the text -----------------------------------------------------------------------------------

fn put(page: &Page<'_>, view: &TextPage) -> Markup {
    let f = Inputs::of(page, "put");
    html! { section #put { details.more open[view.versions.is_empty()] { summary { (page.t("text-put")) }
        form.form method="post" enctype="multipart/form-data" action=(page.in_room(&view.room, "say")) {
            (page.form_key(f.id, Some(&page.in_room(&view.room, "text"))))
            (f.hidden("kind", MessageKind::Text.code()))
            @if let Some(side) = &view.side { (f.hidden("party", side.id.as_str())) }
            p.hint { (page.t("text-put-hint")) }
            div.field { label for="put-text" { (page.t("text-put-words")) } textarea id="put-text" name="text" rows="12" dir="auto" {} }
            div.field { label for="put-file" { (page.t("text-file")) } input id="put-file" type="file" name="file" accept=".accord,.txt,text/plain"; }
            div.row { (f.language("lang", page.s.lang())) @if view.place == Place::Caucus { (f.select("standing", &ladder(Standing::ALL, Standing::code, Standing::key), Some("personal"), None)) } }
            p.buttons { button.do { (page.t("text-put-do")) } }
        }
    } } }
}

/// A file that came back with changes and comments.
fn returned(page: &Page<'_>, view: &TextPage, sheet: &Shown) -> Markup {
    let f = Inputs::of(page, "returned");
    html! { section #returned { details.more { summary { (page.t("text-returned")) }
        form.form method="post" enctype="multipart/form-data" action=(page.in_room(&view.room, "returned")) {
            (page.form_key(f.id, Some(&to(page, view, Some(sheet.version.n), None, None))))
            (f.hidden("of", &sheet.version.n.to_string()))
            p.hint { (page.t("text-returned-hint")) }
            div.field { label for="returned-file" { (page.t("field-file")) } input id="returned-file" type="file" name="file" accept=".docx" required; }
            p.buttons { button { (page.t("text-returned-do")) } }
        }
    } } }
}

fn version_words(page: &Page<'_>, v: &VersionLink) -> Markup {
    html! { (page.ta("text-version", &[("n", number(v.number))])) @if !v.title.is_empty() { " · " bdi { (v.title) } } }
}

fn versions(page: &Page<'_>, view: &TextPage) -> Markup {
    let shown = view.shown.as_ref().map(|s| s.version.n);
    html! { section { h2 { (page.t("text-versions")) } div.list { @for v in &view.versions { div.line aria-current=[(Some(v.n) == shown).then_some("true")] {
        a href=(to(page, view, Some(v.n), None, None)) { (version_words(page, v)) }
        span.grow { @if v.arrived { (page.t("text-arrived")) } @else if let Some(of) = &v.of { (page.named(of)) } }
        @if let Some(now) = shown { @if now != v.n { a href=(to(page, view, Some(now), Some(v.n), None)) { (page.t("text-compare")) } } }
        span.end { (page.hour(v.at)) }
    } } } } }
}

/// The versions of the sides, and which clause of ours is which of theirs.
fn audiences(page: &Page<'_>, view: &TextPage, sheet: &Shown) -> Markup {
    let sides: Vec<&Named> =
        view.sides.iter().filter(|s| sheet.parts.iter().flat_map(|p| &p.clauses).any(|c| c.theirs.iter().any(|(n, _)| n == *s))).collect();
    html! { section #audiences {
        h2 { (page.t("text-audiences")) }
        @if view.audiences.is_empty() { p.none { (page.t("text-audiences-none")) } }
        div.list { @for a in &view.audiences { div.line {
            a href=(page.entry(&view.room, "preparation", a.n)) { (page.named(&a.to)) }
            span.grow { @match a.conveyed { Some(_) => span.state data-s="●" { (page.t("stage-conveyed")) }, None => span.state data-s="◐" { (page.t("stage-in-preparation")) } } }
            @if let Some(at) = a.conveyed { span.end { (page.hour(at)) } }
        } } }
        @if !sides.is_empty() { details.more { summary { (page.t("text-mapping")) } div.scroll tabindex="0" { table.plain {
            caption.small { (page.t("text-mapping-hint")) }
            thead { tr { th scope="col" { (page.t("text-ours")) } @for s in &sides { th scope="col" { (page.named(s)) } } } }
            tbody { @for c in sheet.parts.iter().flat_map(|p| &p.clauses) { tr {
                th scope="row" { bdi { (c.clause.number) } }
                @for s in &sides { td { @match c.theirs.iter().find(|(n, _)| n == *s) { Some((_, n)) => bdi { (n) }, None => span.none { "–" } } } }
            } } }
        } } } }
    } }
}

fn comparison(page: &Page<'_>, sheet: &Shown, compared: &Compared) -> Markup {
    let changed = compared.pairs.iter().filter(|p| p.how != How::Same).count();
    html! {
        p { (page.ta("text-compared", &[("n", number(compared.with.number)), ("changed", number(changed))])) }
        div.text lang=(sheet.lang.tag()) dir=(direction(sheet.lang)) {
            @for p in &compared.pairs {
                @let key = match p.how { How::Same => "text-how-same", How::Renumbered => "text-how-renumbered", How::Changed => "text-how-changed", How::Added => "text-how-added", How::Gone => "text-how-gone" };
                div class={ "cl cmp " (key) } #(id(p.after.as_deref().or(p.before.as_deref()).unwrap_or(""))) {
                    span { @match (&p.before, &p.after) { (Some(a), Some(b)) if a != b => { bdi { (a) } " → " bdi { (b) } }, (a, b) => bdi { (b.as_deref().or(a.as_deref()).unwrap_or("")) } } }
                    div { @for run in &p.words { @match run { Run::Both(w) => { (shown(w)) " " }, Run::Before(w) => { del { (shown(w)) } " " }, Run::After(w) => { ins { (shown(w)) } " " } } } }
                    span.small lang=(page.s.lang().tag()) { @if p.how != How::Same { (page.t(key)) } }
                }
            }
        }
    }
}

/// Where a person is taken after an act on the text.
pub(crate) fn back_of(command: &Command) -> Option<String> {
    let at = |of: &EntryNo, clause: &str| Some(format!("text?v={of}&clause={}#{}", super::super::http::encode(clause), id(clause)));
    match command {
        Command::Say(m) if m.kind == MessageKind::Text => Some("text".to_owned()),
        Command::Amend { change, .. } => match change {
            Change::Reword { clause, .. } => Some(format!("text#{}", id(clause))),
            _ => Some("text".to_owned()),
        },
        Command::Initial { of, clause, .. } | Command::Reopen { of, clause, .. } | Command::Reading { of, clause, .. } => at(of, clause),
        Command::Alternative { of, bracket, .. } => at(of, bracket.trim_end_matches(|c: char| c.is_ascii_lowercase())),
        Command::SetAside { of, .. } => Some(format!("text?v={of}")),
        _ => None,
    }
}
