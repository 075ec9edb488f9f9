//! The page around every screen: band, rail, palette, notices; and small printers that all screens share.

use super::app::App;
use super::handlers::{self, Ask};
use super::http::{Reply, Request};
use super::routes::{Listed, ROUTES, Route};
use super::sign_in::Who;
use crate::words::{Speak, Value, iso, speak};
use desk::refusal::Refusal;
use desk::view::Named;
use desk::view::frame::{Frame, RoomLink};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use terms::id::{EntryNo, RoomCode};
use terms::language::{Language, Words};
use terms::phrase::Phrase;
use terms::time::Stamp;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A page being printed.
#[derive(Debug)]
pub struct Page<'a> {
    /// The reader's words.
    pub s: &'static Speak,
    /// What stands around every page.
    pub frame: Frame,
    /// What stands before every address.
    pub base: &'a str,
    /// The address of this page.
    pub path: &'a str,
    /// A fresh idempotency key for a form of this page.
    pub key: String,
    /// The row.
    pub route: &'static Route,
    /// The entry that an act has just written, in a room that the reader may enter.
    pub done: Option<(RoomCode, EntryNo)>,
    /// Whether the reader has a passphrase to prove themselves with.
    pub has_passphrase: bool,
    /// Whether this is the demo.
    pub demo: bool,
}

/// A link of the rail and the palette.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where.
    pub href: String,
    /// Its words.
    pub text: String,
    /// The room's name, where it has one.
    pub room: String,
    /// The letter after `g`.
    pub letter: Option<char>,
    /// Whether it is this page.
    pub here: bool,
}

impl Page<'_> {
    /// Words without arguments.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.s.t(key)
    }

    /// Words with arguments.
    #[must_use]
    pub fn ta(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.s.ta(key, args)
    }

    /// What stands between two parts of a list in the reader's script.
    #[must_use]
    pub fn comma(&self) -> &'static str {
        comma(self.s.lang())
    }

    /// A sentence raised below the door.
    #[must_use]
    pub fn phrase(&self, phrase: &Phrase) -> String {
        self.s.phrase(phrase, &self.frame.zone)
    }

    /// An address in the case.
    #[must_use]
    pub fn at(&self, rest: &str) -> String {
        [self.base, "/", self.frame.case.as_str(), "/", rest].concat()
    }

    /// An address in a room.
    #[must_use]
    pub fn in_room(&self, room: &RoomCode, rest: &str) -> String {
        self.at(&[room.as_str(), "/", rest].concat())
    }

    /// The address of an entry's screen of some kind.
    #[must_use]
    pub fn entry(&self, room: &RoomCode, kind: &str, n: EntryNo) -> String {
        self.in_room(room, &[kind, "/", &n.to_string()].concat())
    }

    /// The room of this page.
    #[must_use]
    pub fn room(&self) -> Option<&RoomCode> {
        self.frame.room.as_ref().map(|r| &r.code)
    }

    /// A room's name as the reader knows it: "Caucus of the Delta Council with Aru".
    #[must_use]
    pub fn room_name(&self, room: &RoomLink) -> String {
        let of = room.of.as_ref().map_or("", |n| n.name.text.as_str());
        let with = room.with.as_ref().map_or("", |n| n.name.text.as_str());
        let person = room.person.as_deref().unwrap_or("");
        self.ta(&["room-", room.kind].concat(), &[("of", Value::Text(of)), ("with", Value::Text(with)), ("person", Value::Text(person))])
    }

    /// The name of a room by its code, where the reader may enter it.
    #[must_use]
    pub fn name_of(&self, code: &RoomCode) -> String {
        self.frame.rooms.iter().find(|r| &r.code == code).map_or_else(String::new, |r| self.room_name(r))
    }

    /// A moment in the talks' zone, with the reader's beside it.
    #[must_use]
    pub fn stamp(&self, at: Stamp) -> Markup {
        html! {
            span.stamp {
                time datetime=(iso(at)) { (self.s.moment(at, &self.frame.zone)) " " (self.frame.zone_name) }
                @if let Some(second) = self.frame.calendar.and_then(|c| self.s.second(at, &self.frame.zone, c)) { " " span.second { (second) } }
                @if let Some(zone) = &self.frame.reader_zone { " · " span { (self.ta("yours", &[("time", Value::Text(&self.s.hour(at, zone)))])) } }
            }
        }
    }

    /// Weekday and hour in the talks' zone, where the day is near; day and month where it is not.
    #[must_use]
    pub fn hour(&self, at: Stamp) -> Markup {
        let far = at.0.abs_diff(self.frame.now.0) > 6 * 24 * 3600;
        let text = if far { self.s.day(at, &self.frame.zone) } else { self.s.hour(at, &self.frame.zone) };
        html! { time datetime=(iso(at)) title=(self.s.moment(at, &self.frame.zone)) { (text) } }
    }

    /// A name, isolated in direction.
    #[must_use]
    pub fn named(&self, named: &Named) -> Markup {
        html! { bdi lang=(named.name.lang.tag()) { (named.name.text) } }
    }

    /// Words that somebody wrote, in their own language and direction, with nothing hidden in them.
    #[must_use]
    pub fn words(&self, words: &Words) -> Markup {
        html! { blockquote lang=(words.lang.tag()) dir=(direction(words.lang)) { (shown(&words.text)) } }
    }

    /// The same within a line.
    #[must_use]
    pub fn said(&self, words: &Words) -> Markup {
        html! { span.said lang=(words.lang.tag()) dir=(direction(words.lang)) { (shown(&words.text)) } }
    }

    /// The hidden fields of a form: its key, and where to come back to.
    #[must_use]
    pub fn form_key(&self, part: &str, back: Option<&str>) -> Markup {
        html! {
            input type="hidden" name="key" value={ (self.key) "-" (part) };
            @if let Some(back) = back { input type="hidden" name="back" value=(back); }
        }
    }

    /// The links of the rail: the pages that rows list, for the rooms that the reader may enter.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        let mut out = Vec::new();
        for room in &self.frame.rooms {
            for route in ROUTES {
                let listed = match route.listed {
                    Listed::No => false,
                    Listed::At(kinds) => kinds.contains(&room.kind),
                    Listed::Mediators => room.kind == "mediator" && self.frame.role == desk::rooms::Role::Mediator,
                };
                if listed && (room.may_say || !route.pattern.ends_with("/note")) {
                    let Some(screen) = route.pattern.strip_prefix("/{case}/{room}/") else { continue };
                    let letter = route.letter.filter(|_| !out.iter().any(|l: &Link| l.letter == route.letter));
                    let here = self.room() == Some(&room.code) && self.route.pattern == route.pattern;
                    out.push(Link {
                        href: self.in_room(&room.code, screen),
                        text: self.t(route.title),
                        room: self.room_name(room),
                        letter,
                        here,
                    });
                }
            }
        }
        for route in ROUTES {
            if let (Listed::At([]), Some(screen)) = (route.listed, route.pattern.strip_prefix("/{case}/")) {
                out.push(Link {
                    href: self.at(screen),
                    text: self.t(route.title),
                    room: String::new(),
                    letter: route.letter,
                    here: self.route.pattern == route.pattern,
                });
            }
        }
        if self.frame.role == desk::rooms::Role::Keeper {
            out.push(Link {
                href: self.at("people"),
                text: self.t("title-people"),
                room: String::new(),
                letter: Some('p'),
                here: self.route.title == "title-people",
            });
        }
        out
    }

    /// The whole page: `main` is what the screen shows, `panel` what stands at its end side.
    #[must_use]
    pub fn whole(&self, main: &Markup, panel: Option<&Markup>) -> Markup {
        let lang = self.s.lang();
        let hue = self.frame.room.as_ref().map_or("r-all".to_owned(), room_class);
        let band = self.frame.room.as_ref().map_or_else(|| self.t("band-no-room"), |r| self.room_name(r));
        let says = self.frame.room.as_ref().map_or_else(|| self.t("says-no-room"), |r| self.t(&["says-", r.kind].concat()));
        html! {
            (DOCTYPE)
            html lang=(lang.tag()) dir=(direction(lang)) {
                (head(&[&self.t(self.route.title), " · ", &self.frame.title.text].concat()))
                body class={ "page" @if panel.is_none() { " wide" } } {
                    a.skip href="#main" { (self.t("skip")) }
                    header class={ "band " (hue) } {
                        b { (band) }
                        span { (says) }
                        @if let Some(party) = &self.frame.looking_as { strong { (self.ta("looking-as", &[("of", Value::Text(&party.name.text))])) } }
                        @if self.frame.paused { strong { (self.t("talks-pause")) } }
                        span.end {
                            (self.stamp(self.frame.now))
                            a href=(self.at("search")) data-search { (self.t("title-search")) " " kbd { "/" } }
                            a href=(self.at("go")) data-palette { (self.t("title-go")) " " kbd dir="ltr" { "Ctrl K" } }
                        }
                    }
                    (self.rail())
                    main #main tabindex="-1" data-live=(self.at("live")) data-say-changed=(self.t("page-changed")) data-say-show=(self.t("page-show"))
                        data-say-mark=(self.t("mark-words")) data-say-unmark=(self.t("unmark-words")) data-say-sentences=(self.t("mark-sentences")) {
                        @if let Some((room, n)) = &self.done { (self.done_notice(room, *n)) }
                        (main)
                    }
                    @if let Some(panel) = panel { aside.panel aria-label=(self.t("panel")) { (panel) } }
                    p #live .live role="status" {}
                    (self.palette())
                }
            }
        }
    }

    fn done_notice(&self, room: &RoomCode, n: EntryNo) -> Markup {
        html! {
            div.notice.done role="status" { p {
                (self.t("act-done")) " "
                a href=(self.entry(room, "receipt", n)) { (self.ta("receipt-n", &[("n", Value::Number(i64::try_from(n.0).unwrap_or(i64::MAX)))])) }
            } }
        }
    }

    /// The rail: the pages of the reader's own room and those that a letter leads to, and each other
    /// room by its conversation; a record is one press away on the room's own page, and in the palette.
    fn rail(&self) -> Markup {
        let links: Vec<Link> = self.links().into_iter().filter(|l| l.here || !l.href.ends_with("/record") || l.letter.is_some()).collect();
        let mut groups: Vec<(&str, Vec<&Link>)> = Vec::new();
        for link in &links {
            match groups.iter_mut().find(|(room, _)| *room == link.room) {
                Some((_, list)) => list.push(link),
                None => groups.push((&link.room, vec![link])),
            }
        }
        html! {
            nav.rail aria-label=(self.t("rooms")) {
                p.case { b { (self.frame.title.text) } span { bdi { (self.frame.name) } @if self.frame.looking_as.is_none() { (self.comma()) (self.t(self.frame.role.key())) } } }
                @for (room, list) in groups {
                    @if !room.is_empty() { h2 { (room) } }
                    ul { @for link in list {
                        li { a href=(link.href) aria-current=[link.here.then_some("page")] data-go=[link.letter] {
                            i { @if let Some(letter) = link.letter { (letter) } } em { (link.text) }
                        } }
                    } }
                }
                (self.language_form())
            }
        }
    }

    fn language_form(&self) -> Markup {
        html! {
            form method="post" action=(self.at("language")) .languages aria-label=(self.t("languages")) {
                input type="hidden" name="back" value=(self.path);
                @for lang in Language::ALL {
                    button.quiet name="lang" value=(lang.tag()) lang=(lang.tag()) aria-pressed=(if lang == self.s.lang() { "true" } else { "false" }) { (speak(lang).t("language-own-name")) }
                }
            }
            @if self.s.lang() != Language::En { p.small { (self.t("not-read-by-native")) } }
        }
    }

    fn palette(&self) -> Markup {
        html! {
            dialog #palette .palette aria-label=(self.t("title-go")) {
                input type="search" aria-label=(self.t("title-go"));
                ul #palette-links { @for link in self.links() { li { a href=(link.href) { (link.text) span { (link.room) } } } } }
                p.none hidden { (self.t("palette-none")) }
            }
            dialog #keys .keys aria-label=(self.t("keys")) {
                h2 { (self.t("keys")) }
                dl.facts {
                    dt { kbd { "/" } } dd { (self.t("title-search")) }
                    dt { kbd dir="ltr" { "Ctrl K" } } dd { (self.t("title-go")) }
                    dt { kbd { "j" } " " kbd { "k" } } dd { (self.t("keys-move")) }
                    dt { kbd { "Enter" } } dd { (self.t("keys-open")) }
                    @for link in self.links() { @if let Some(letter) = link.letter { dt { kbd { "g" } " " kbd { (letter) } } dd { (link.text) } } }
                    dt { kbd { "?" } } dd { (self.t("keys")) }
                }
                form method="dialog" { button { (self.t("close")) } }
            }
        }
    }
}

/// The direction of a language.
#[must_use]
pub fn direction(lang: Language) -> &'static str {
    if lang.right_to_left() { "rtl" } else { "ltr" }
}

/// What stands between two parts of a list in a language.
#[must_use]
pub fn comma(lang: Language) -> &'static str {
    if lang == Language::Ar { "، " } else { ", " }
}

/// The class of a room's hue and pattern.
#[must_use]
pub fn room_class(room: &RoomLink) -> String {
    match (room.kind, &room.of) {
        ("mediator" | "mediators", _) => "r-us".to_owned(),
        (_, Some(of)) if ["ochre", "teal", "plum", "slate"].contains(&of.hue.as_str()) => ["r-", &of.hue].concat(),
        _ => "r-all".to_owned(),
    }
}

/// A text as it is stored: what a reader could not see stands there visibly.
#[must_use]
pub fn shown(text: &str) -> Markup {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            '\r' => {}
            c if terms::script::is_invisible(c) => {
                out.push_str("<span class=\"tag unseen\" dir=\"ltr\">U+");
                out.push_str(&format!("{:04X}", c as u32));
                out.push_str("</span>");
            }
            c => out.push(c),
        }
    }
    PreEscaped(out)
}

fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            // Browsers ask for an icon by themselves, and an answer would differ with the session.
            link rel="icon" href="data:,";
            @if let Some(css) = asset("caucus.css") { link rel="stylesheet" href={ "/assets/" (css) }; }
            @if let Some(js) = asset("caucus.js") { script src={ "/assets/" (js) } defer {} }
        }
    }
}

/// A page without rail and band: sign-in, invitation, the demo's button.
#[must_use]
pub fn plain_page(s: &Speak, title: &str, body: &Markup, class: Option<&str>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(s.lang().tag()) dir=(direction(s.lang())) {
            (head(&[&s.t(title), " · Caucus"].concat()))
            body class=(class.unwrap_or("plain")) { main #main { (body) } }
        }
    }
}

/// What is handed over: no name of ours in its title, which a printed file takes over.
#[must_use]
pub fn bare_page(s: &Speak, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(s.lang().tag()) dir=(direction(s.lang())) {
            // A title of spaces is none to a browser, and its place is taken by the address.
            (head("—"))
            body.paper { main #main { (body) } }
        }
    }
}

/// What does not exist, or may not be known to exist: one page for both, whatever was asked.
pub(super) fn not_found(_app: &App, _request: &Request, who: &Who) -> Reply {
    let s = speak(who.clearance.language());
    let body = html! {
        p.mark { "Caucus" }
        h1 { (s.t("not-found-title")) }
        p { (s.t("not-found")) }
        p { a href={ (who.base) "/" (who.clearance.case()) } { (s.t("not-found-home")) } }
    };
    Reply::html(404, plain_page(s, "not-found-title", &body, None).into_string())
}

/// A refusal, with everything that was written kept for another try.
pub(super) fn refused(ask: &Ask<'_>, refusal: &Refusal) -> Reply {
    let (status, phrases) = match refusal {
        Refusal::Bad(phrases) => (422, phrases.clone()),
        Refusal::Against(phrases) => (409, phrases.clone()),
        Refusal::NeedsProof => (403, vec![Phrase::new("needs-proof")]),
        Refusal::Fault(fault) => (503, vec![fault.phrase()]),
        Refusal::NotFound => return not_found(ask.app, ask.request, ask.who),
    };
    let room = ask.room().ok();
    let Ok(page) = ask.page(room.as_ref()) else { return not_found(ask.app, ask.request, ask.who) };
    if ask.request.wants_json {
        let why: Vec<_> = phrases.iter().map(|p| serde_json::json!({"key": p.key, "text": page.phrase(p)})).collect();
        return Reply::json(status, &serde_json::json!({"refused": why}));
    }
    let proof = matches!(refusal, Refusal::NeedsProof);
    let sent = handlers::sent(ask);
    let written: Vec<&(String, String)> = sent.iter().filter(|(k, v)| !v.is_empty() && (k.starts_with("text") || k == "why")).collect();
    let main = html! {
        div.head { h1 { (page.t(if proof { "proof-title" } else { "refused-title" })) } }
        div class=(if proof { "notice" } else { "notice refused" }) role="alert" {
            @if phrases.len() == 1 { p { (page.phrase(&phrases[0])) } }
            @else { ul { @for phrase in &phrases { li { (page.phrase(phrase)) } } } }
        }
        @if !written.is_empty() {
            h2 { (page.t("what-you-wrote")) }
            @for (_, text) in &written { blockquote dir="auto" { (shown(text)) } }
        }
        @if proof || matches!(refusal, Refusal::Fault(_)) {
            form.form method="post" action=(ask.request.path) {
                (page.form_key("again", None))
                @for (k, v) in &sent { input type="hidden" name=(k) value=(v); }
                @if proof { (proof_fields(&page, handlers::has_passphrase(ask))) }
                p.buttons { button.do { (page.t(if proof { "proof-do" } else { "try-again" })) } }
            }
        }
        @else if !sent.is_empty() { p.small { (page.t("refused-go-back")) } }
    };
    Reply::html(status, page.whole(&main, None).into_string())
}

/// The fields by which a person proves who they are over what they are about to do.
#[must_use]
pub fn proof_fields(page: &Page<'_>, has_passphrase: bool) -> Markup {
    html! {
        @if has_passphrase {
            div.field { label for="pp" { (page.t("sign-in-passphrase")) } input #pp name="passphrase" type="password" autocomplete="current-password" required; }
            div.field { label for="pc" { (page.t("sign-in-code")) } input #pc name="code" inputmode="numeric" autocomplete="one-time-code" required; }
        } @else if page.demo {
            label.opt { input type="checkbox" name="proof-demo" value="1" required; span { (page.t("proof-demo")) small { (page.t("proof-demo-hint")) } } }
        }
    }
}
