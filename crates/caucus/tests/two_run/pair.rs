//! Makes pairs and compares them: two traces that the ideal model maps to the same list for a reader.

use super::cast::PEOPLE;
use super::generate::{END, Maker, Theme, base};
use super::model::Ideal;
use super::rng::Rng;
use super::stage::{PASSPHRASE, Stage};
use super::trace::Act;
use super::walk::{Asked, Known, Walk};
use caucus::web::{Reply, answer};
use record::SqliteStore;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A pair before it is played.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) seed: u64,
    pub(crate) reader: String,
    pub(crate) left: Vec<Act>,
    pub(crate) right: Vec<Act>,
}

/// Where two runs differ.
#[derive(Debug, Clone)]
pub(crate) struct Difference {
    pub(crate) asked: String,
    pub(crate) left: String,
    pub(crate) right: String,
}

/// What came of a pair.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) difference: Option<Difference>,
    /// Acts outside the reader's rooms that were carried out in one run and not, or otherwise, in the other.
    pub(crate) of_consequence: Vec<String>,
    /// Words of others that reached the reader though the model does not let them.
    pub(crate) canary: Option<String>,
    /// A convey that the model judges otherwise than the desk did.
    pub(crate) misjudged: Option<String>,
    pub(crate) asked: usize,
    pub(crate) matched: usize,
    pub(crate) crossed: usize,
}

fn same(reader: &str, base: &Ideal, trace: &[Act]) -> bool {
    Ideal::of(trace).known_to(reader) == base.known_to(reader)
}

/// Makes the pair with this number.
pub(crate) fn make(seed: u64) -> Pair {
    let mut rng = Rng::new(seed);
    // To the keeper alone what is common to all is outside; it reads more often for that.
    let reader = if rng.once_in(6) { "keeper".to_owned() } else { rng.pick(PEOPLE).0.to_owned() };
    let moves = 12 + rng.below(26);
    let theme = match rng.below(10) {
        _ if reader == "keeper" && !rng.once_in(4) => Theme::Arranged,
        0..=2 => Theme::Lists,
        3..=5 => Theme::Text,
        _ => Theme::Anything,
    };
    let (left, mut next) = base(&mut rng, moves, theme);
    let ideal = Ideal::of(&left);
    let mut right = left.clone();
    let changes = 3 + rng.below(12);
    let mut tries = 0;
    let mut done = 0;
    while done < changes && tries < 80 {
        tries += 1;
        let Some(candidate) = change(&mut rng, &right, &reader, theme, &mut next) else { continue };
        if candidate != right && same(&reader, &ideal, &candidate) {
            right = candidate;
            done += 1;
        }
    }
    if rng.once_in(2) { Pair { seed, reader, left, right } } else { Pair { seed, reader, left: right, right: left } }
}

/// One change that may leave what the reader knows as it was; the model says whether it does.
fn change(rng: &mut Rng, trace: &[Act], reader: &str, theme: Theme, next: &mut u32) -> Option<Vec<Act>> {
    let mut out = trace.to_vec();
    let outside: Vec<usize> = {
        let behind = Ideal::of(trace).behind(reader);
        (0..trace.len()).filter(|i| trace[*i].who != reader && !behind.contains(&trace[*i].id)).collect()
    };
    let anybodys: Vec<usize> = (0..trace.len()).filter(|i| trace[*i].who != reader).collect();
    match rng.below(12) {
        // Something is added.
        0..=4 => {
            let at = rng.below(trace.len() + 1);
            let from = if at == 0 { trace.first()?.at - 3600 } else { trace[at - 1].at };
            let to = trace.get(at).map_or(from + 7200, |a| a.at);
            let mut maker = Maker { rng, past: trace[..at].to_vec(), new: Vec::new(), next, at: from, theme };
            // What is common to all is outside for the keeper alone.
            if maker.rng.once_in(if reader == "keeper" { 2 } else { 5 }) {
                maker.rare(reader == "keeper");
            } else {
                maker.step();
            }
            let mut new: Vec<Act> = maker.new.into_iter().filter(|a| a.who != reader).collect();
            let room = (to - from) / 60 - 1;
            if new.is_empty() || i64::try_from(new.len()).ok()? > room {
                return None;
            }
            for (i, act) in new.iter_mut().enumerate() {
                act.at = from + 60 * (1 + i64::try_from(i).ok()?);
            }
            out.splice(at..at, new);
        }
        // Something is left out.
        5 | 6 => {
            out.remove(*rng.maybe(&outside)?);
        }
        // Everything that the reader's knowledge does not rest on is left out.
        7 if rng.once_in(4) => {
            let keep: BTreeSet<usize> =
                (0..trace.len()).collect::<BTreeSet<_>>().difference(&outside.iter().copied().collect()).copied().collect();
            out = keep.into_iter().map(|i| trace[i].clone()).collect();
        }
        // Two neighbours change places, and keep the two moments.
        7 | 8 => {
            let i = *rng.maybe(&anybodys)?;
            if i + 1 >= out.len() || out[i + 1].who == reader {
                return None;
            }
            let (a, b) = (out[i].at, out[i + 1].at);
            out.swap(i, i + 1);
            (out[i].at, out[i + 1].at) = (a, b);
        }
        // Something happens earlier or later, as far as its neighbours let it.
        9 => {
            let i = *rng.maybe(&anybodys)?;
            let from = if i == 0 { out[i].at - 3600 } else { out[i - 1].at };
            let to = out.get(i + 1).map_or(out[i].at + 3600, |a| a.at);
            let room = usize::try_from((to - from) / 60 - 1).ok()?;
            out[i].at = from + 60 * (1 + i64::try_from(rng.below(room)).ok()?);
        }
        // Something is larger, fails, or is done under another key.
        10 => {
            let i = *rng.maybe(&anybodys)?;
            match rng.below(4) {
                0 => {
                    let more = " and the rest".repeat(1 + rng.below(120));
                    let field = ["text", "text-en", "by", "present"].iter().find(|f| !out[i].get(f).is_empty())?;
                    let longer = [out[i].get(field), &more].concat();
                    out[i].set(field, &longer);
                }
                1 => {
                    let field = ["of", "permission", "ask", "text", "prove"].iter().find(|f| !out[i].get(f).is_empty())?;
                    out[i].set(
                        field,
                        if *field == "prove" {
                            "bad"
                        } else if *field == "text" {
                            " "
                        } else {
                            "{n:999999}"
                        },
                    );
                }
                _ => {
                    let key = rng.pick(trace);
                    // One person's two acts under one key are one act.
                    if key.who == out[i].who || out.iter().any(|a| a.who == out[i].who && a.key == key.key) {
                        return None;
                    }
                    out[i].key = key.key.clone();
                }
            }
        }
        // What reaches the reader comes from elsewhere: other origin, other translator, other leave.
        _ => {
            let uses: &[&str] = *rng.pick(&[&["prepare"][..], &["prepare", "permit", "convey", "say"]]);
            let apt: Vec<usize> = anybodys.into_iter().filter(|i| uses.contains(&trace[*i].used.as_str())).collect();
            let i = *rng.maybe(&apt)?;
            let mut act = out[i].clone();
            match act.used.as_str() {
                "prepare" => match rng.below(3) {
                    0 => {
                        let said: Vec<u32> = trace[..i].iter().filter(|a| a.used == "say").map(|a| a.id).collect();
                        let from = if act.get("from").is_empty() { format!("{{ref:{}}}", rng.maybe(&said)?) } else { String::new() };
                        act.set("from", &from);
                    }
                    1 => act.set("by-en", &format!("{reader} knows not whom")),
                    _ => act.set("back-en", "put back"),
                },
                "permit" => act.set("heard-by", "one, two, three"),
                "convey" => act.set("heard-by", "somebody else"),
                "say" => act.set("speaker", "somebody else"),
                _ => return None,
            }
            out[i] = act;
        }
    }
    Some(out)
}

fn shown(reply: &Reply) -> String {
    let mut out = format!("{}\n", reply.status);
    for (k, v) in &reply.headers {
        out.push_str(&format!("{k}: {v}\n"));
    }
    out.push_str(&String::from_utf8_lossy(&reply.body));
    out
}

fn around(left: &str, right: &str) -> (String, String) {
    let at = left.bytes().zip(right.bytes()).position(|(a, b)| a != b).unwrap_or(left.len().min(right.len()));
    let cut = |text: &str| {
        let from = (0..=at.saturating_sub(160)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        text[from..].chars().take(360).collect::<String>()
    };
    (cut(left), cut(right))
}

fn difference(asked: &str, left: &Reply, right: &Reply) -> Option<Difference> {
    if left == right {
        return None;
    }
    let (left, right) = around(&shown(left), &shown(right));
    Some(Difference { asked: asked.to_owned(), left, right })
}

fn stage(seed: u64, folder: Option<&std::path::Path>) -> Stage {
    match folder {
        None => Stage::in_memory(seed),
        Some(dir) => Stage::new(Arc::new(SqliteStore::create(dir).expect("a store")), seed),
    }
}

/// Plays a pair and compares all that the reader is answered. On SQLite where folders are given.
pub(crate) fn play(pair: &Pair, folders: Option<(&std::path::Path, &std::path::Path)>) -> Outcome {
    let mut out = Outcome::default();
    let mut left = stage(pair.seed, folders.map(|f| f.0));
    let mut right = stage(pair.seed, folders.map(|f| f.1));
    let own = (left.play(&pair.left, &pair.reader), right.play(&pair.right, &pair.reader));
    let ideals = (Ideal::of(&pair.left), Ideal::of(&pair.right));
    for (stage, ideal) in [(&left, &ideals.0), (&right, &ideals.1)] {
        for (id, crossed) in &ideal.crossed {
            if stage.accepted.get(id) != Some(crossed) {
                out.misjudged = Some(format!("act {id}: the model says {crossed}, the desk {:?}", stage.accepted.get(id)));
            }
            out.crossed += usize::from(*crossed);
        }
        out.matched += ideal.offered.matched.values().sum::<usize>();
    }
    out.of_consequence = of_consequence(pair, &left, &right);
    for ((asked, a), (_, b)) in own.0.iter().zip(&own.1) {
        out.difference = out.difference.or_else(|| difference(asked, a, b));
    }
    if out.difference.is_some() {
        return out;
    }
    let known = known(pair, &left, &right);
    let mut rng = Rng::new(pair.seed ^ 0x5eed);
    let walk = Walk { rng: &mut rng, known: &known, out: Vec::new() }.all();
    let mut allowed = allowed(&ideals.0, &pair.reader, pair);
    out.asked = walk.len();
    for (i, asked) in walk.iter().enumerate() {
        let at = END + 61 * i64::try_from(i).unwrap_or(0);
        let (a, b) = (ask(&mut left, asked, &pair.reader, at), ask(&mut right, asked, &pair.reader, at));
        out.difference = difference(&asked.label, &a, &b);
        if out.difference.is_some() {
            return out;
        }
        // What the reader has written itself comes back to it.
        if asked.label.starts_with("POST") {
            allowed.extend(marks(&asked.label));
        }
        if out.canary.is_none() {
            out.canary = canary(&a, asked, &allowed);
        }
    }
    out
}

fn ask(stage: &mut Stage, asked: &Asked, reader: &str, at: i64) -> Reply {
    stage.clock(at);
    if !asked.proof {
        return answer(&stage.app, &asked.request);
    }
    let mut request = asked.request.clone();
    let proof = format!("&passphrase={}&code={}", caucus::web::http::encode(PASSPHRASE), stage.digits(reader));
    request.body.extend(proof.bytes());
    answer(&stage.app, &request)
}

/// The marks of acts whose words the reader may have before it.
fn allowed(ideal: &Ideal, reader: &str, pair: &Pair) -> BTreeSet<String> {
    let lines: String = ideal.known_to(reader).into_values().flatten().collect();
    let own = pair.left.iter().filter(|a| a.who == reader).flat_map(|a| a.fields.iter().map(|(_, v)| v.as_str())).collect::<String>();
    marks(&lines).into_iter().chain(marks(&own)).collect()
}

/// The marks in a text.
pub(crate) fn marks(text: &str) -> BTreeSet<String> {
    text.match_indices("zq")
        .filter_map(|(at, _)| {
            let digits: String = text[at + 2..].chars().take_while(char::is_ascii_digit).collect();
            (!digits.is_empty() && text[at + 2 + digits.len()..].starts_with("qz")).then(|| format!("zq{digits}qz"))
        })
        .collect()
}

/// A mark that reached the reader and may not; what the reader itself has sent does not count.
fn canary(reply: &Reply, asked: &Asked, allowed: &BTreeSet<String>) -> Option<String> {
    let text = shown(reply);
    let sent = marks(&asked.label);
    let found = marks(&text).into_iter().find(|m| !allowed.contains(m) && !sent.contains(m))?;
    Some(format!("{found} in the answer to {}", asked.label))
}

fn known(pair: &Pair, left: &Stage, right: &Stage) -> Known {
    let mut rooms = left.rooms.clone();
    rooms.extend(right.rooms.clone());
    let sizes: BTreeMap<String, u64> = rooms
        .keys()
        .filter(|r| !r.starts_with("other/"))
        .map(|r| (r.clone(), left.size(r).max(if super::cast::may(&pair.reader, r).contains('r') { 0 } else { right.size(r) })))
        .collect();
    let entries: BTreeMap<String, Vec<(u64, String)>> = super::cast::ROOMS
        .iter()
        .filter(|r| super::cast::may(&pair.reader, r).contains('r'))
        .filter_map(|r| {
            let all = left.look(r, |s| s.all().map(|a| (a.n.0, a.entry.body.kind().to_owned())).collect())?;
            Some(((*r).to_owned(), all))
        })
        .collect();
    let mut words: Vec<String> = ["ford", "the river road", "קיום", "النهر", "gate names", "zq"].map(str::to_owned).to_vec();
    words.extend(pair.left.iter().chain(&pair.right).filter(|a| a.who != pair.reader).map(Act::mark));
    Known {
        reader: pair.reader.clone(),
        cookies: left.cookies(&pair.reader),
        rooms,
        sizes,
        entries,
        words,
        names: left.sign_in.values().cloned().collect(),
        keys: pair.left.iter().chain(&pair.right).filter(|a| a.who != pair.reader).map(|a| a.key.clone()).collect(),
    }
}

/// The uses that differ between the two runs and were carried out in one of them.
fn of_consequence(pair: &Pair, left: &Stage, right: &Stage) -> Vec<String> {
    let mut out = Vec::new();
    let by = |trace: &[Act]| trace.iter().map(|a| (a.id, a.clone())).collect::<BTreeMap<_, _>>();
    let (l, r) = (by(&pair.left), by(&pair.right));
    for id in l.keys().chain(r.keys()).collect::<BTreeSet<_>>() {
        let done = |stage: &Stage| stage.accepted.get(id).is_some_and(|a| *a);
        if l.get(id) != r.get(id)
            && (done(left) || done(right))
            && let Some(act) = l.get(id).or(r.get(id))
        {
            out.push(act.used.clone());
        }
    }
    out
}
