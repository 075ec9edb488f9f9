//! Letting a person in: sessions, the sign-in page, invitations, the demo's buttons, our own files.

use super::app::App;
use super::http::{Reply, Request, pairs};
use super::page;
use super::routes::Method;
use crate::proof;
use crate::words::speak;
use desk::clearance::Clearance;
use desk::directory::{Account, Credential, Line, SessionRow};
use desk::{Desk, Look, Now};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use terms::id::{CaseCode, PartyId, PersonId};
use terms::language::Language;

/// For how long a session lasts, in seconds: half a day.
const SESSION: i64 = 12 * 3600;

/// Somebody with a session.
#[derive(Debug)]
pub(super) struct Who {
    /// What they may do.
    pub clearance: Clearance,
    /// Their session's identifier: the hash of its token.
    pub session: String,
    /// What stands before every address on their pages: who of several in one browser, and whose
    /// screens are looked at.
    pub base: String,
    /// The address without that.
    pub path: String,
    /// Both clocks.
    pub now: Now,
}

/// Who asks.
#[derive(Debug)]
pub(super) enum Asking {
    /// Nobody with a session that lasts.
    Nobody,
    /// A person.
    Person(Box<Who>),
}

type Params<'a> = &'a [(&'static str, String)];

fn param<'a>(params: Params<'a>, name: &str) -> &'a str {
    params.iter().find(|(k, _)| *k == name).map_or("", |(_, v)| v)
}

/// The name of the session's cookie.
fn cookie_name(app: &App, slot: Option<&str>) -> String {
    let base = if app.tls { "__Host-caucus" } else { "caucus" };
    slot.map_or_else(|| base.to_owned(), |s| [base, "-", s].concat())
}

/// Finds the person of a request by the cookie of their session.
pub(super) fn of(app: &App, request: &Request) -> Asking {
    let (slot, rest) = match request.path.strip_prefix("/~").and_then(|p| p.split_once('/').or(Some((p, "")))) {
        Some((slot, rest)) => (Some(slot), ["/", rest].concat()),
        None => (None, request.path.clone()),
    };
    let Some(token) = request.cookie(&cookie_name(app, slot)) else { return Asking::Nobody };
    let session = hash_text(token);
    let wall = app.clock.now(None);
    let Some(found) = app.desk.clearance(&session, wall) else { return Asking::Nobody };
    let now = app.clock.now(Some(found.case()));
    let mut base = slot.map_or_else(String::new, |s| ["/~", s].concat());
    let mut path = rest;
    let mut clearance = found;
    if let Some((party, after)) = path.strip_prefix("/as/").and_then(|p| p.split_once('/')) {
        let looking = PartyId::new(party).map_or(Look::NotThere, |p| app.desk.looking_as(&clearance, &p, now.case));
        let after = ["/", after].concat();
        let page = request.method == Method::Get && !after.rsplit('/').next().is_some_and(|end| end.contains('.'));
        match looking {
            Look::Noted(looking) => {
                base = [&base, "/as/", party].concat();
                clearance = *looking;
                path = after;
            }
            // The button that puts the look into the record stands beside the side's name.
            Look::NotNoted(room) if page => path = ["/", clearance.case().as_str(), "/", room.as_str(), "/today"].concat(),
            // Not found in the looker's own name: nothing says whether there is such a side.
            Look::NotNoted(_) | Look::NotThere => path = "/as/nobody/here/at/all/to/look/as".to_owned(),
        }
    }
    Asking::Person(Box::new(Who { clearance, session, base, path, now }))
}

/// The SHA-256 of a text, in hexadecimal: what the directory keeps of a token.
#[must_use]
pub fn hash_text(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

fn fresh_token(desk: &Desk, label: &str) -> Option<String> {
    let mut bytes = [0_u8; 32];
    desk.fresh(label, &mut bytes).ok()?;
    Some(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Opens a session and gives the reply its cookies.
pub(super) fn open_session(app: &App, case: &CaseCode, person: &PersonId, slot: Option<&str>) -> Reply {
    let now = app.clock.now(None);
    let Some(token) = fresh_token(&app.desk, &format!("session:{case}:{person}")) else { return sorry() };
    let row = SessionRow {
        id: hash_text(&token),
        case: case.clone(),
        person: person.clone(),
        opened: now.wall,
        expires: now.wall.plus_seconds(SESSION),
    };
    if app.desk.write_line(&Line::SessionOpened(row), now).is_err() {
        return sorry();
    }
    let cookie = |name: String| {
        let secure = if app.tls { "; Secure" } else { "" };
        format!("{name}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={SESSION}{secure}")
    };
    let home = slot.map_or_else(|| format!("/{case}"), |s| format!("/~{s}/{case}"));
    let reply = Reply::see(&home).with("set-cookie", cookie(cookie_name(app, None)));
    match slot {
        Some(slot) => reply.with("set-cookie", cookie(cookie_name(app, Some(slot)))),
        None => reply,
    }
}

fn sorry() -> Reply {
    Reply::text(503, "the session could not be written; nothing was changed; try again, and tell whoever runs this machine\n")
}

fn language(request: &Request) -> Language {
    request.query("lang").and_then(Language::from_tag).or(request.language).unwrap_or(Language::En)
}

/// The answer of a row that needs a session where there is none; never reached by a router that asks first.
pub(super) fn closed(app: &App, request: &Request, _: Params<'_>) -> Reply {
    page(app, request, None)
}

/// The sign-in page: the same for every address.
pub(super) fn page(app: &App, request: &Request, problem: Option<&str>) -> Reply {
    let s = speak(language(request));
    let host = &app.host;
    let body = html! {
        p.mark { "Caucus" }
        h1 { (s.t("sign-in-title")) }
        @if let Some(problem) = problem {
            div.notice.refused role="alert" { p { (s.t(problem)) } }
        }
        form.form method="post" action="/sign-in" {
            div.field { label for="name" { (s.t("sign-in-name")) } input #name name="name" autocomplete="username" required autocapitalize="none" spellcheck="false"; }
            div.field { label for="passphrase" { (s.t("sign-in-passphrase")) } input #passphrase name="passphrase" type="password" autocomplete="current-password" required; }
            div.field { label for="code" { (s.t("sign-in-code")) } p.hint #code-h { (s.t("sign-in-code-hint")) } input #code name="code" inputmode="numeric" autocomplete="one-time-code" aria-describedby="code-h"; }
            p.buttons { button.do { (s.t("sign-in-do")) } }
        }
        dl.facts {
            dt { (s.t("host-who")) } dd { bdi { (host.name) } }
            dt { (s.t("host-country")) } dd { bdi { (host.country) } }
            dt { (s.t("host-key")) } dd { bdi { (host.key_holder) } }
        }
        p.small { (s.t("host-warning")) }
        p.small { (s.t("sign-in-help")) }
        (languages())
    };
    Reply::html(401, page::plain_page(s, "title-sign-in", &body, None).into_string())
}

fn languages() -> Markup {
    html! {
        p.small { @for lang in Language::ALL {
            a href={ "/?lang=" (lang.tag()) } lang=(lang.tag()) hreflang=(lang.tag()) { (speak(lang).t("language-own-name")) } " "
        } }
    }
}

/// Signs a person in by name, passphrase and code. One answer for everything that does not fit.
pub(super) fn sign_in(app: &App, request: &Request, _: Params<'_>) -> Reply {
    if !request.same_origin(app) {
        return page(app, request, Some("sign-in-other-page"));
    }
    let fields = pairs(&request.body);
    let field = |name: &str| fields.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.trim());
    let name = field("name");
    let now = app.clock.now(None);
    // One answer for both: whoever knows another's issued name must not learn that somebody tried it.
    if !app.may_try(name, now.wall) {
        return page(app, request, Some("sign-in-wrong"));
    }
    let (account, credential, last) = {
        let directory = app.desk.directory();
        let account = directory.by_sign_in(name).cloned();
        let credential = account.as_ref().and_then(|a| directory.credential(&a.case, &a.person)).cloned();
        let last = account.as_ref().and_then(|a| directory.last_step(&a.case, &a.person));
        (account, credential, last)
    };
    #[cfg(feature = "leaks")]
    super::leaks::account(app, name);
    // The same work is done where there is nobody of that name.
    let nobody = Credential { passphrase: dummy(app), seed: vec![0; 20] };
    let proved = proves(app, credential.as_ref().unwrap_or(&nobody), field("passphrase"), field("code"), now, last);
    match (account, credential, proved) {
        (Some(account), Some(_), Some(step)) => {
            let used = Line::CodeUsed { case: account.case.clone(), person: account.person.clone(), step };
            if app.desk.write_line(&used, now).is_err() {
                return sorry();
            }
            app.succeeded(name);
            open_session(app, &account.case, &account.person, None)
        }
        _ => {
            app.failed(name, now.wall);
            page(app, request, Some("sign-in-wrong"))
        }
    }
}

/// The step of the code, where passphrase and code are right.
pub(super) fn proves(app: &App, credential: &Credential, passphrase: &str, code: &str, now: Now, last: Option<u64>) -> Option<u64> {
    let good = proof::holds(passphrase, &credential.passphrase, app.cost);
    let step = proof::code_step(&credential.seed, code, now.wall, last);
    step.filter(|_| good)
}

/// A hash that no passphrase has, as dear as a real one.
fn dummy(app: &App) -> String {
    proof::hash("nobody has this passphrase", &[0; 16], app.cost).unwrap_or_default()
}

/// The demo's page with one button.
pub(super) fn enter_page(app: &App, request: &Request, params: Params<'_>) -> Reply {
    let Some(link) = app.demo.iter().find(|l| l.token == param(params, "token")) else { return page(app, request, None) };
    let directory = app.desk.directory();
    let Some(account) = directory.account(&link.case, &link.person) else { return page(app, request, None) };
    let s = speak(account.lang);
    let title = directory
        .case(&link.case)
        .and_then(|c| desk::view::in_language(&c.titles, account.lang))
        .map(|w| w.text.clone())
        .unwrap_or_default();
    let body = html! {
        p.mark { "Caucus" }
        h1 { (title) }
        p { (s.t("enter-as")) " " b { bdi { (account.name) } } (page::comma(s.lang())) (s.t(account.role.key())) }
        form.form method="post" { p.buttons { button.do { (s.t("enter-do")) } } }
        p.small { (s.t("enter-demo")) }
    };
    Reply::html(200, page::plain_page(s, "title-enter", &body, None).into_string())
}

/// Opens a session for one of the demo's people.
pub(super) fn enter(app: &App, request: &Request, params: Params<'_>) -> Reply {
    match app.demo.iter().find(|l| l.token == param(params, "token")) {
        Some(link) if request.same_origin(app) => open_session(app, &link.case, &link.person, Some(&link.slot)),
        _ => page(app, request, None),
    }
}

/// The seed that an invitation's token stands for: nothing is kept before it is accepted.
#[must_use]
pub(super) fn seed_of(token: &str) -> Vec<u8> {
    Sha256::digest(["seed of the code generator\n", token].concat().as_bytes())[..20].to_vec()
}

/// The seed as people type it into a generator.
#[must_use]
pub(super) fn seed_text(seed: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::new();
    for five in seed.chunks(5) {
        let mut block = [0_u8; 8];
        block[3..3 + five.len()].copy_from_slice(five);
        let bits = u64::from_be_bytes(block);
        for i in 0..(five.len() * 8).div_ceil(5) {
            let shift = 35 - 5 * u32::try_from(i).unwrap_or(0);
            out.push(char::from(LETTERS[usize::try_from((bits >> shift) & 31).unwrap_or(0)]));
        }
    }
    out
}

fn invited(app: &App, token: &str) -> Option<Account> {
    let wall = app.clock.now(None).wall;
    app.desk.directory().invited(&hash_text(token), wall).cloned()
}

/// The page on which an invited person sets what proves them.
pub(super) fn invitation_page(app: &App, request: &Request, params: Params<'_>) -> Reply {
    invitation(app, request, param(params, "token"), None)
}

fn invitation(app: &App, request: &Request, token: &str, problem: Option<&str>) -> Reply {
    let Some(account) = invited(app, token) else { return page(app, request, None) };
    let s = speak(account.lang);
    let seed = seed_text(&seed_of(token));
    let body = html! {
        p.mark { "Caucus" }
        h1 { (s.t("invitation-title")) }
        @if let Some(problem) = problem { div.notice.refused role="alert" { p { (s.t(problem)) } } }
        p { (s.t("invitation-sign-in-name")) " " b { bdi dir="ltr" { (account.sign_in) } } }
        p { (s.t("invitation-seed")) }
        p { code dir="ltr" { (seed) } }
        form.form method="post" {
            div.field { label for="p" { (s.t("invitation-passphrase")) } p.hint #p-h { (s.t("invitation-passphrase-hint")) } input #p name="passphrase" type="password" autocomplete="new-password" required minlength=(proof::SHORTEST) aria-describedby="p-h"; }
            div.field { label for="c" { (s.t("sign-in-code")) } input #c name="code" inputmode="numeric" autocomplete="one-time-code" required; }
            p.buttons { button.do { (s.t("invitation-do")) } }
        }
    };
    Reply::html(if problem.is_some() { 422 } else { 200 }, page::plain_page(s, "title-invitation", &body, None).into_string())
}

/// Sets passphrase and generator of an invited person, uses the invitation up, and signs them in.
pub(super) fn accept_invitation(app: &App, request: &Request, params: Params<'_>) -> Reply {
    let token = param(params, "token");
    let Some(account) = invited(app, token) else { return page(app, request, None) };
    if !request.same_origin(app) {
        return page(app, request, None);
    }
    let fields = pairs(&request.body);
    let field = |name: &str| fields.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.as_str());
    let passphrase = field("passphrase").trim();
    if passphrase.chars().count() < proof::SHORTEST {
        return invitation(app, request, token, Some("invitation-too-short"));
    }
    let now = app.clock.now(None);
    let seed = seed_of(token);
    let Some(step) = proof::code_step(&seed, field("code"), now.wall, None) else {
        return invitation(app, request, token, Some("invitation-wrong-code"));
    };
    let mut salt = [0_u8; 16];
    let Ok(()) = app.desk.fresh(&format!("salt:{}:{}", account.case, account.person), &mut salt) else { return sorry() };
    let Some(hashed) = proof::hash(passphrase, &salt, app.cost) else { return sorry() };
    let (case, person) = (account.case.clone(), account.person.clone());
    let credential = Line::Credential { case: case.clone(), person: person.clone(), credential: Credential { passphrase: hashed, seed } };
    let used = Line::CodeUsed { case: case.clone(), person: person.clone(), step };
    if app.desk.write_line(&credential, now).and_then(|()| app.desk.write_line(&used, now)).is_err() {
        return sorry();
    }
    open_session(app, &case, &person, None)
}

/// One of our own files; for ever cacheable, since its name holds its hash.
pub(super) fn asset(app: &App, request: &Request, params: Params<'_>) -> Reply {
    let name = param(params, "name");
    match page::ASSETS.iter().find(|(served, _, _)| *served == name) {
        Some((_, mime, bytes)) => Reply {
            status: 200,
            headers: vec![("content-type", (*mime).to_owned()), ("cache-control", "public, max-age=31536000, immutable".to_owned())],
            body: bytes.to_vec(),
        },
        None => page(app, request, None),
    }
}

/// The worker that keeps the empty note page on a phone.
pub(super) fn worker(app: &App, request: &Request, _: Params<'_>) -> Reply {
    match page::asset("sw.js").and_then(|served| page::ASSETS.iter().find(|(s, _, _)| *s == served)) {
        Some((_, mime, bytes)) => Reply {
            status: 200,
            headers: vec![("content-type", (*mime).to_owned()), ("cache-control", "no-cache".to_owned())],
            body: bytes.to_vec(),
        },
        None => page(app, request, None),
    }
}

/// The note page without any case, party, name or key: the only page that a phone may keep.
pub(super) fn note_shell(_: &App, request: &Request, _: Params<'_>) -> Reply {
    let s = speak(language(request));
    Reply::html(200, super::pages::note::shell(s).into_string()).with("cache-control", "no-cache".to_owned())
}

/// The page that a phone keeps for a movement, as empty as the note page.
pub(super) fn movement_shell(_: &App, request: &Request, _: Params<'_>) -> Reply {
    let s = speak(language(request));
    Reply::html(200, super::pages::handover::shell(s).into_string()).with("cache-control", "no-cache".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seed_is_typed_in_base_32() {
        // RFC 4648, section 10.
        for (plain, text) in
            [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(seed_text(plain.as_bytes()), text);
        }
        assert_eq!(seed_of("a").len(), 20);
        assert_ne!(seed_of("a"), seed_of("b"));
    }
}
