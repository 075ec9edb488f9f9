//! Lists: a side's own or, for mediators, those of both; one list with its rows; what is put forward.

use super::super::page::{Page, direction, shown};
use super::inputs::{Inputs, ladder};
use crate::words::Value;
use desk::view::lists::{CountCard, EntryRow, Forward, ListCard, ListPage, Lists};
use exchange::roster::life::{Claim, Stage};
use exchange::roster::{ListKind, Remark};
use maud::{Markup, html};
use terms::disclosure::Standing;
use terms::language::Language;

/// A whole number as words take it.
pub(super) fn num(n: usize) -> Value<'static> {
    Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// A number in the reader's digits.
pub(super) fn digits(page: &Page<'_>, n: usize) -> String {
    page.s.number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// What a list says, in its own script and direction.
pub(super) fn cell(page: &Page<'_>, text: &str) -> Markup {
    let lang = terms::script::written_in(text, page.s.lang());
    html! { bdi.said lang=(lang.tag()) dir="auto" { (shown(text)) } }
}

pub(crate) fn page(page: &Page<'_>, view: &Lists) -> Markup {
    let mediating = page.frame.room.as_ref().is_some_and(|r| r.kind == "mediator");
    let main = html! {
        div.head {
            h1 { (page.t("title-lists")) }
            span.small { (page.t(if mediating { "lists-hint-mediator" } else { "lists-hint" })) }
            @if mediating { span.end { a.button.do href=(page.in_room(&view.room, "match")) { (page.t("title-match")) } } }
        }
        @if view.lists.is_empty() { div.empty { p { (page.t(if mediating { "lists-empty-mediator" } else { "lists-empty" })) } } }
        @else { div.cols { @for group in groups(&view.lists) {
            section.col {
                header { h2 { @match &group[0].party { Some(p) => (page.named(p)), None => (page.t("lists-conveyed")) } } }
                @for l in &group { (card(page, view, l)) }
            }
        } } }
        section #counts {
            h2 { (page.t("lists-counts")) }
            @if view.counts.is_empty() { p.none { (page.t("lists-counts-none")) } }
            @for c in &view.counts { (count(page, c)) }
        }
    };
    let panel = (view.may_import || view.may_count).then(|| panel(page, view));
    page.whole(&main, panel.as_ref())
}

/// Lists by whose they are, in the order of the names.
fn groups(lists: &[ListCard]) -> Vec<Vec<&ListCard>> {
    let mut out: Vec<Vec<&ListCard>> = Vec::new();
    for l in lists {
        match out.iter_mut().find(|g| g[0].party == l.party) {
            Some(group) => group.push(l),
            None => out.push(vec![l]),
        }
    }
    out.sort_by(|a, b| a[0].party.cmp(&b[0].party));
    out
}

/// What a list is called; a table of words has no title of its own.
pub(super) fn title(page: &Page<'_>, l: &ListCard) -> Markup {
    html! { @if l.title.text.is_empty() { (page.t(if l.conveyed { "lists-conveyed-list" } else { "lists-put-forward-list" })) } @else { (page.said(&l.title)) } }
}

fn card(page: &Page<'_>, view: &Lists, l: &ListCard) -> Markup {
    html! {
        article.card #{ "n" (l.n) } {
            h3 { a href=(page.entry(&l.room, "list", l.n)) { (title(page, l)) } }
            p.meta {
                @if l.version > 1 { span { (page.ta("lists-version", &[("n", num(l.version))])) } }
                @if l.kind == ListKind::Remains { strong { (page.t("lists-remains")) } }
                @if l.replaced_by.is_some() { span.state data-s="◌" { (page.t("lists-replaced")) } }
                @else if l.conveyed { span.state data-s="●" { (page.t("lists-conveyed")) } }
                span.end { (page.hour(l.at)) }
            }
            p { b { (page.ta("lists-entries", &[("n", num(l.entries as usize))])) }
                // Each with its number by itself: a status in another script would take the next one's number along.
                @for (status, n) in &l.by_status { (page.comma()) bdi { @if status.is_empty() { (page.t("lists-no-status")) } @else { (cell(page, status)) } " " (digits(page, *n as usize)) } }
            }
            @if l.bad > 0 || l.doubts > 0 { p.small {
                @if l.bad > 0 { span.state data-s="▲" { (page.ta("lists-bad", &[("n", num(l.bad))])) } " " }
                @if l.doubts > 0 { span.state data-s="◇" { (page.ta("lists-doubts", &[("n", num(l.doubts))])) } }
            } }
            footer {
                @if l.room != view.room { span { (page.name_of(&l.room)) } }
                @if l.replaced_by.is_none() { a href=(format!("{}.xlsx", page.entry(&l.room, "list", l.n))) { "XLSX" } a href=(format!("{}.csv", page.entry(&l.room, "list", l.n))) { "CSV" } }
                a href=(page.entry(&l.room, "receipt", l.n)) { (page.ta("receipt-n", &[("n", super::cards::n(l.n))])) }
            }
        }
    }
}

pub(super) fn count(page: &Page<'_>, c: &CountCard) -> Markup {
    html! {
        article.card #{ "n" (c.n) } {
            p.meta { strong { (page.said(&c.counts.title)) } span { (page.named(&c.party)) } span.end { (page.hour(c.at)) } }
            @match &c.counts.stated {
                Some(s) => p {
                    b { (digits(page, s.total as usize)) }
                    @for (part, n) in &s.parts { (page.comma()) (page.t(if s.whole { "lists-count-part" } else { "lists-count-of-whom" })) " " bdi { (digits(page, *n as usize)) " " (cell(page, part)) } }
                },
                None => p { span.state data-s="◌" { (page.t("lists-count-not-stated")) } },
            }
            @for why in &c.against { p { span.state data-s="◇" { (page.phrase(why)) } } }
            p.small { cite { bdi { (c.counts.source) } } @if page.room() != Some(&c.room) { " · " (page.name_of(&c.room)) } }
        }
    }
}

fn panel(page: &Page<'_>, view: &Lists) -> Markup {
    let (i, c) = (Inputs::of(page, "import"), Inputs::of(page, "counts"));
    let kinds = ladder(ListKind::ALL, ListKind::code, ListKind::key);
    let sides: Vec<(String, String)> = view.sides.iter().map(|n| (n.id.to_string(), n.name.text.clone())).collect();
    let latest: Vec<(String, String)> = view
        .lists
        .iter()
        .filter(|l| l.room == view.room && l.replaced_by.is_none() && !l.words_only)
        .map(|l| (l.n.to_string(), format!("{} ({})", l.title.text, page.ta("lists-version", &[("n", num(l.version))]))))
        .collect();
    html! {
        @if view.may_import { section {
            h2 { (page.t("lists-import")) }
            p.small { (page.t("lists-import-hint")) }
            form.form method="post" enctype="multipart/form-data" action=(page.in_room(&view.room, "import-list")) {
                (page.form_key("import", None))
                (i.required("title", ""))
                div.field {
                    label for="import-file" { (page.t("field-file")) }
                    p.hint id="import-file-h" { (page.t("field-file-hint")) }
                    input #import-file type="file" name="file" accept=".csv,.tsv,.txt,.xlsx" aria-describedby="import-file-h";
                }
                details.more { summary { (page.t("lists-paste")) } (i.area("table", "", 6)) }
                (i.select("kind", &kinds, Some("people"), None))
                @if !latest.is_empty() { (i.select_text("version-of", &latest, None, Some("lists-new-list"))) }
                p.small { (page.t(if page.frame.room.as_ref().is_some_and(|r| r.kind == "own") { "lists-who-reads-own" } else { "lists-who-reads-caucus" })) }
                p.buttons { button.do { (page.t("lists-import-do")) } }
            }
        } }
        @if view.may_count { section { details.more { summary { (page.t("lists-count-add")) }
            (c.form(&view.room, "state-counts", None, &html! {
                (c.required("title", "")) (c.select_text("party", &sides, None, None))
                (c.number("total", "")) (c.area("parts", "", 3))
                (c.tick("whole", "lists-count-whole", false)) (c.required("source", ""))
                p.buttons { button { (page.t("lists-count-do")) } }
            }))
        } } }
    }
}

pub(crate) fn list(page: &Page<'_>, view: &ListPage) -> Markup {
    let l = &view.card;
    let at = page.entry(&l.room, "list", l.n);
    let main = html! {
        div.head {
            h1 { (title(page, l)) }
            span.small { @if let Some(p) = &l.party { (page.named(p)) (page.comma()) } (page.ta("lists-entries", &[("n", num(l.entries as usize))])) }
            span.end { a.button href=(format!("{at}.xlsx")) { "XLSX" } a.button href=(format!("{at}.csv")) { "CSV" } }
        }
        @if let Some(n) = l.replaced_by { div.notice { p { span.state data-s="◌" { (page.t("lists-replaced")) } " " a href=(page.entry(&l.room, "list", n)) { (page.t("lists-latest")) } } } }
        @if l.conveyed { div.notice { p { (page.t("lists-conveyed-notice")) " " a href=(page.entry(&l.room, "message", l.n)) { (page.t("title-message")) } } } }
        @if let Some(same) = view.same { (changes(page, view, same)) }
        (remarks(page, "lists-bad-title", "▲", &view.bad))
        (remarks(page, "lists-doubts-title", "◇", &view.doubts))
        @if view.one.is_some() { p { a href=(at) { (page.t("lists-whole")) } } }
        (rows(page, view))
        @if let Some(next) = view.next { p { a href=(format!("{at}?from={next}")) { (page.t("lists-next")) } } }
    };
    let panel = list_panel(page, view);
    page.whole(&main, Some(&panel))
}

fn changes(page: &Page<'_>, view: &ListPage, same: usize) -> Markup {
    let added = view.rows.iter().filter(|r| r.added).count();
    let changed = view.rows.iter().filter(|r| !r.changed.is_empty()).count();
    html! {
        section {
            h2 { (page.t("lists-changes")) }
            p { (page.ta("lists-changes-sum", &[("added", num(added)), ("changed", num(changed)), ("removed", num(view.removed.len())), ("same", num(same))])) }
            @if !view.removed.is_empty() { details.more { summary { (page.ta("lists-removed", &[("n", num(view.removed.len()))])) }
                ul.list { @for (row, cells) in &view.removed { li.line { span.small { (page.ta("lists-row", &[("n", num(*row))])) } span.grow { @for c in cells { (cell(page, c)) " " } } } } }
            } }
        }
    }
}

fn remarks(page: &Page<'_>, heading: &str, shape: &str, remarks: &[Remark]) -> Markup {
    html! {
        @if !remarks.is_empty() { section {
            h2 { (page.t(heading)) }
            ul.list { @for r in remarks.iter().take(200) { li.line { span.state data-s=(shape) { (page.ta("lists-row", &[("n", num(r.row))])) } span.grow { (page.phrase(&r.why)) } } } }
            @if remarks.len() > 200 { p.small { (page.ta("lists-more", &[("n", num(remarks.len() - 200))])) } }
        } }
    }
}

fn rows(page: &Page<'_>, view: &ListPage) -> Markup {
    let l = &view.card;
    let dir = if view.right_to_left { "rtl" } else { "ltr" };
    let table = html! {
        div.scroll tabindex="0" { table.plain dir=(dir) {
            caption.small { (page.t("lists-caption")) }
            thead { tr {
                @if view.may_put_forward { th scope="col" { (page.t("lists-choose")) } }
                @for h in &view.head { th scope="col" { (cell(page, h)) } }
                th scope="col" dir=(direction(page.s.lang())) { (page.t("lists-said")) }
            } }
            tbody { @for r in &view.rows { tr #{ "row" (r.row) } {
                @if view.may_put_forward { td { input type="checkbox" name="row" value=(r.row) aria-label=(page.ta("lists-row", &[("n", num(r.row))])); } }
                @for c in &r.cells { td { (cell(page, c)) } }
                td dir=(direction(page.s.lang())) { (said(page, view, r)) }
            } } }
        } }
    };
    html! {
        @if view.may_put_forward {
            form method="get" action=(page.entry(&l.room, "forward", l.n)) {
                p.buttons { button.do { (page.t("lists-forward")) } span.small { (page.t("lists-forward-hint")) } }
                (table)
            }
        } @else { (table) }
    }
}

/// What is known of an entry beside its cells: what changed, claims, where it stands.
fn said(page: &Page<'_>, view: &ListPage, r: &EntryRow) -> Markup {
    let contested = |claims: &[Claim]| claims.windows(2).any(|w| w[0].says.text != w[1].says.text);
    html! {
        @if r.added { span.tag { (page.t("lists-added")) } " " }
        @for (head, before, after) in &r.changed { p.small { (cell(page, head)) ": " s { (cell(page, before)) } " → " (cell(page, after)) } }
        @for (key, claims) in [("lists-fate", &r.fate), ("lists-whereabouts", &r.whereabouts)] { @if !claims.is_empty() {
            p.small { span.state data-s=(if contested(claims) { "◇" } else { "◐" }) { (page.t(key)) } " "
                @for (i, c) in claims.iter().enumerate() { @if i > 0 { " · " } (page.said(&c.says)) " (" bdi { (c.claimant) } (page.comma()) (page.hour(c.date)) @if c.evidence.is_none() { (page.comma()) (page.t("lists-no-evidence")) } ")" }
            }
        } }
        @if let Some(stage) = r.stage { p.small { span.state data-s=(shape(stage)) { (page.t(&stage.key())) } @if r.embargoed == Some(true) { " " span.tag { (page.t("lists-embargoed")) } } } }
        @if view.one.is_none() && (view.may_claim || view.keeps_in.is_some()) {
            a.small href=(format!("{}?row={}", page.entry(&view.card.room, "list", view.card.n), r.row)) { (page.t("lists-open-entry")) }
        }
    }
}

/// The shape that stands before a stage's word.
fn shape(stage: Stage) -> &'static str {
    match stage {
        Stage::Confirmed => "◎",
        Stage::Contested | Stage::Denied | Stage::Duplicate => "◇",
        Stage::Withdrawn | Stage::Vetoed | Stage::Substituted | Stage::NotOnThisMovement => "◌",
        Stage::Proposed => "○",
        Stage::Received | Stage::AtTheGate | Stage::InBatch => "◐",
        _ => "●",
    }
}

fn list_panel(page: &Page<'_>, view: &ListPage) -> Markup {
    let l = &view.card;
    let (f, k) = (Inputs::of(page, "claim"), Inputs::of(page, "stage"));
    let about = vec![("fate", "lists-fate"), ("whereabouts", "lists-whereabouts")];
    html! {
        section {
            h2 { (page.t("lists-this")) }
            dl.facts {
                dt { (page.t("lists-imported")) } dd { (page.stamp(l.at)) }
                @if view.versions.len() > 1 { dt { (page.t("lists-versions")) } dd { @for (i, n) in view.versions.iter().enumerate() { a href=(page.entry(&l.room, "list", *n)) { (digits(page, i + 1)) } " " } } }
                dt { (page.t("lists-kind")) } dd { (page.t(l.kind.key())) }
                dt { (page.t("title-receipt")) } dd { a href=(page.entry(&l.room, "receipt", l.n)) { (page.ta("receipt-n", &[("n", super::cards::n(l.n))])) } }
            }
            @if l.kind == ListKind::Remains { p.small { (page.t("lists-remains-hint")) } }
        }
        @if let Some((row, one)) = &view.one {
            @let back = format!("{}?row={row}", page.entry(&l.room, "list", l.n));
            @if view.may_claim { section { h2 { (page.t("lists-claim")) } p.small { (page.t("lists-claim-hint")) }
                (f.form(&l.room, "claim-entry", Some(&back), &html! {
                    (f.hidden("of", &l.n.to_string())) (f.hidden("entry", one))
                    (f.select("about", &about, None, None)) (f.words("text", "lists-claim-says", "", 2, false))
                    (f.required("claimant", "")) (f.moment("since", Some(page.frame.now))) (f.line("evidence", ""))
                    p.buttons { button.do { (page.t("lists-claim-do")) } }
                }))
            } }
            @if let Some(keeps) = &view.keeps_in { section { h2 { (page.t("lists-stage")) } p.small { (page.t("lists-stage-hint")) }
                @let now = view.rows.first().and_then(|r| r.stage).unwrap_or(Stage::Proposed);
                @let next: Vec<(String, String)> = Stage::ALL.into_iter().filter(|s| now.may_become(*s)).map(|s| (s.code(), page.t(&s.key()))).collect();
                @if next.is_empty() { p.none { (page.t("lists-stage-last")) } }
                @else { (k.form(keeps, "stage-entry", Some(&back), &html! {
                    (k.hidden("list", &format!("{}.{}", l.room, l.n))) (k.hidden("entry", one))
                    (k.select_text("stage", &next, None, None)) (k.line("by", "")) (k.line("instead", ""))
                    p.buttons { button.do { (page.t("lists-stage-do")) } }
                })) }
            } }
        }
    }
}

pub(crate) fn forward(page: &Page<'_>, view: &Forward) -> Markup {
    let f = Inputs::of(page, "say");
    let lang = page.s.lang();
    let party = page.frame.body.as_ref().map_or_else(String::new, |b| b.id.to_string());
    let main = html! {
        div.head { h1 { (page.t("title-forward")) } span.small { (title(page, &view.list)) (page.comma()) (page.ta("lists-entries", &[("n", num(view.entries))])) } }
        p.hint { (page.t("lists-forward-what")) }
        (f.form(&view.room, "say", None, &html! {
            (f.hidden("party", &party)) (f.hidden("kind", "list"))
            (f.words("text", "lists-forward-words", &view.text, 8, false))
            (f.select("standing", &ladder(Standing::ALL, Standing::code, Standing::key), Some("personal"), None))
            (f.language("lang", table_language(&view.text, lang)))
            p.small { (page.t("say-who-reads")) }
            p.buttons { button.do { (page.t("lists-forward-do")) } }
        }))
    };
    page.whole(&main, None)
}

/// The language that a table is mostly written in.
fn table_language(text: &str, lang: Language) -> Language {
    terms::script::written_in(text, lang)
}
