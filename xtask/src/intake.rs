//! How well reports are read: precision and recall a kind against the gold annotation beside them.
//!
//! What counts as right is written in `crates/watch/reports/README.md`. The reports of `develop` may be
//! looked at, with each miss listed; of those kept `aside` only the figures are printed.

use crate::tools::{cargo, output, root};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// A report with its gold and what was read.
struct Report {
    name: String,
    text: Vec<char>,
    gold: Value,
    read: Value,
}

/// A stretch of code points.
type Span = (usize, usize);

/// Right, wrongly given, missed.
#[derive(Default)]
struct Tally {
    right: usize,
    given: usize,
    gold: usize,
    misses: Vec<String>,
}

impl Tally {
    fn line(&self, name: &str, aim: &str) -> String {
        let part = |n: usize, of: usize| if of == 0 { 1.0 } else { n as f64 / of as f64 };
        let (p, r) = (part(self.right, self.given), part(self.right, self.gold));
        let f = if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) };
        format!(
            "{name:<44} {p:>6.3} {r:>6.3} {f:>6.3}   {:>4} of {:>4} given, {:>4} in the gold   {aim}",
            self.right, self.given, self.gold
        )
    }
}

/// Scores the reading on `develop` and on `aside`; `--misses` lists what `develop` missed, `--dev`
/// builds without optimising (the times taken then say nothing), `--develop` leaves `aside` alone,
/// `--only=6` scores the reports alone whose names begin so.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let flag = |name: &str| args.iter().any(|a| a == name);
    let only: Vec<&str> = args.iter().filter_map(|a| a.strip_prefix("--only=")).collect();
    let folders: &[&str] = if flag("--develop") { &["develop"] } else { &["develop", "aside"] };
    for &folder in folders {
        let reports = load(folder, flag("--dev"), &only)?;
        if reports.is_empty() {
            println!("{folder}: no reports\n");
            continue;
        }
        println!("{folder}: {} reports", reports.len());
        println!("{:<44} {:>6} {:>6} {:>6}", "", "prec.", "recall", "F1");
        for (name, aim, tally) in score(&reports) {
            println!("{}", tally.line(name, aim));
            if flag("--misses") && folder == "develop" {
                for miss in &tally.misses {
                    println!("      {miss}");
                }
            }
        }
        let sum = |key: &str| reports.iter().filter_map(|r| r.read[key].as_u64()).sum::<u64>();
        let (words, micros) = (sum("words"), sum("microseconds"));
        if words > 0 && !flag("--dev") {
            println!("{:<44} {:>6.2} ms   aim: under 20 ms", "1,000 words on one core", micros as f64 / words as f64);
        }
        println!();
    }
    Ok(())
}

fn load(folder: &str, dev: bool, only: &[&str]) -> Result<Vec<Report>, String> {
    let dir = root().join("crates/watch/reports").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&dir)
        .map_err(|e| format!("{} cannot be read: {e}", dir.display()))?
        .filter_map(|f| f.ok().map(|f| f.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .filter(|p| only.is_empty() || p.file_name().is_some_and(|n| only.iter().any(|o| n.to_string_lossy().starts_with(o))))
        .collect();
    files.sort();
    let mut command = if dev {
        cargo(&["run", "--quiet", "-p", "watch", "--example", "read", "--"])
    } else {
        cargo(&["run", "--release", "--quiet", "-p", "watch", "--example", "read", "--"])
    };
    let mut golds = Vec::new();
    for file in &files {
        let read = |p: &PathBuf| fs::read_to_string(p).map_err(|e| format!("{} cannot be read: {e}", p.display()));
        let gold: Value = serde_json::from_str(&read(file)?).map_err(|e| format!("{}: {e}", file.display()))?;
        let report = ["txt", "html"].iter().map(|e| file.with_extension(e)).find(|p| p.exists());
        let report = report.ok_or_else(|| format!("{} has no report beside it", file.display()))?;
        let date = (gold["document"]["date_from"] == "option").then(|| gold["document"]["date"].as_str().unwrap_or_default());
        command.arg(format!("--date={}", date.unwrap_or_default())).arg(&report);
        golds.push((report.clone(), read(&report)?, gold));
    }
    if golds.is_empty() {
        return Ok(Vec::new());
    }
    let mut answers: BTreeMap<String, Value> = BTreeMap::new();
    for line in output(command)?.lines() {
        let value: Value = serde_json::from_str(line).map_err(|e| format!("the reading is not JSON: {e}"))?;
        answers.insert(value["file"].as_str().unwrap_or_default().to_owned(), value);
    }
    Ok(golds
        .into_iter()
        .map(|(path, text, gold)| Report {
            name: path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
            text: text.chars().collect(),
            gold,
            read: answers.remove(&path.to_string_lossy().into_owned()).unwrap_or_default(),
        })
        .collect())
}

impl Report {
    fn cut(&self, (start, end): Span) -> String {
        self.text.get(start..end.min(self.text.len())).unwrap_or_default().iter().collect::<String>().replace('\n', " ")
    }

    /// A span without the space, quotation marks and final points at its ends.
    fn trim(&self, (mut start, mut end): Span) -> Span {
        let loose = |c: char| c.is_whitespace() || "\"“”„«»‹›‘’'`".contains(c);
        end = end.min(self.text.len());
        while start < end && loose(self.text[start]) {
            start += 1;
        }
        while start < end && (loose(self.text[end - 1]) || ".,;:".contains(self.text[end - 1])) {
            end -= 1;
        }
        (start, end)
    }

    fn spans(&self, value: &Value) -> Vec<Span> {
        list(value).iter().filter_map(span).map(|s| self.trim(s)).collect()
    }

    /// Full reports; the short ones in Arabic and Hebrew have only some of the lists.
    fn whole(&self) -> bool {
        self.gold["document"]["language"] == "en"
    }

    fn say(&self, word: &str, what: &str) -> String {
        format!("{:<28} {word:<7} {what}", self.name)
    }

    fn mentions(&self, side: &Value, actor: &Value) -> Vec<Span> {
        let found = list(&side["actors"]).into_iter().find(|a| a["id"] == *actor);
        found.map(|a| self.spans(&a["mentions"])).unwrap_or_default()
    }

    /// Whether the reader's actor is the gold's: both nobody, or with mentions that overlap.
    fn same_actor(&self, read: &Value, gold: &Value) -> bool {
        if read.is_null() || gold.is_null() {
            return read.is_null() && gold.is_null();
        }
        let theirs = self.mentions(&self.gold, gold);
        self.mentions(&self.read, read).iter().any(|a| theirs.iter().any(|b| overlap(*a, *b) > 0))
    }

    fn actor(&self, side: &Value, id: &Value) -> String {
        list(&side["actors"]).into_iter().find(|a| a["id"] == *id).map_or("nobody".to_owned(), |a| text(&a["name"]))
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn span(value: &Value) -> Option<Span> {
    let end = |key: &str| value[key].as_u64().and_then(|n| usize::try_from(n).ok());
    Some((end("start")?, end("end")?))
}

fn overlap(a: Span, b: Span) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// The shared part of two lists of spans over their union.
fn shared(a: &[Span], b: &[Span]) -> f64 {
    let both: usize = a.iter().map(|x| b.iter().map(|y| overlap(*x, *y)).sum::<usize>()).sum();
    let length = |s: &[Span]| s.iter().map(|s| s.1.saturating_sub(s.0)).sum::<usize>();
    let union = length(a) + length(b) - both;
    if union == 0 { 0.0 } else { both as f64 / union as f64 }
}

fn alike(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        _ => match (a.as_array(), b.as_array()) {
            (Some(a), Some(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
            _ => a == b,
        },
    }
}

/// Whether two descriptions of what is counted share their words: half of the shorter one, singular
/// and plural alike, `people` as any word for persons.
fn counted(a: &Value, b: &Value) -> bool {
    let words = |v: &Value| -> Vec<String> {
        let small = ["of", "the", "a", "an", "in", "to", "by", "at", "on", "for", "and", "who", "from", "were", "was"];
        text(v).to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !small.contains(w)).map(stem).collect()
    };
    let (a, b) = (words(a), words(b));
    let (less, more) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if less.is_empty() {
        return more.is_empty();
    }
    let people = |w: &String| PEOPLE.contains(&w.as_str());
    let found = less
        .iter()
        .filter(|w| more.contains(w) || **w == "people" && more.iter().any(people) || people(w) && more.contains(&"people".to_owned()));
    found.count() * 2 >= less.len()
}

/// Words for persons, stemmed; `people` agrees with each.
const PEOPLE: &[&str] = &[
    "people",
    "person",
    "civilian",
    "resident",
    "man",
    "woman",
    "child",
    "soldier",
    "fighter",
    "prisoner",
    "detainee",
    "hostage",
    "driver",
    "patient",
    "worker",
    "villager",
    "family",
    "officer",
    "victim",
    "passenger",
    "sailor",
    "docker",
    "observer",
    "militant",
    "boy",
    "girl",
];

fn stem(word: &str) -> String {
    match word {
        "men" => "man".to_owned(),
        "women" => "woman".to_owned(),
        "children" => "child".to_owned(),
        "persons" => "people".to_owned(),
        "dead" | "deaths" | "death" | "killed" | "died" => "killed".to_owned(),
        "injured" | "injuries" | "wounded" | "hurt" => "wounded".to_owned(),
        "bodies" => "body".to_owned(),
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

fn score(reports: &[Report]) -> Vec<(&'static str, &'static str, Tally)> {
    let mut out = Vec::new();
    let mut add = |name, aim, one: &dyn Fn(&Report, &mut Tally)| {
        let mut tally = Tally::default();
        for report in reports {
            one(report, &mut tally);
        }
        out.push((name, aim, tally));
    };
    add("document: language and date", "1", &document);
    add("numbers with value", "≥ 0.995", &numbers);
    add("times", "≥ 0.95", &times);
    add("quoted words with the right speaker", "F1 ≥ 0.95", &quoted);
    add("indirect statements", "precision ≥ 0.85, recall ≥ 0.75", &indirect);
    add("names of actors", "F1 ≥ 0.92", &names);
    add("… with the right role", "≥ 0.85 of those found", &roles);
    add("unnamed sources", "recall ≥ 0.9", &unnamed);
    add("figures: value, counted, window and kind", "≥ 0.8", &figures);
    add("  … their value", "", &|r, t| field(r, t, "value"));
    add("  … what they count", "", &|r, t| field(r, t, "counted"));
    add("  … their window", "", &|r, t| field(r, t, "window"));
    add("  … their kind", "", &|r, t| field(r, t, "kind"));
    add("figures with nobody else's source", "1", &sources);
    add("… with the source that the gold has", "", &sourced);
    add("deadlines", "", &deadlines);
    add("events (recall alone counts)", "", &events);
    add("sticking points", "recall ≥ 0.6", &sticking);
    out
}

fn document(r: &Report, t: &mut Tally) {
    t.gold += 1;
    t.given += 1;
    let same = |k: &str| r.read["document"][k] == r.gold["document"][k];
    if same("language") && same("date") && same("date_from") {
        t.right += 1;
    } else {
        t.misses.push(r.say("document", &format!("{} for {}", r.read["document"], r.gold["document"])));
    }
}

/// The figures of both sides, paired by the overlap of their numbers.
fn pairs(r: &Report) -> (Vec<(Value, Option<Value>)>, Vec<Value>) {
    let mut given = list(&r.read["figures"]);
    let mut out = Vec::new();
    for gold in list(&r.gold["figures"]) {
        let at = span(&gold["number_span"]).map_or((0, 0), |s| r.trim(s));
        let found = given.iter().position(|g| span(&g["number_span"]).is_some_and(|s| overlap(r.trim(s), at) > 0));
        out.push((gold, found.map(|i| given.remove(i))));
    }
    (out, given)
}

fn phrase(r: &Report, figure: &Value) -> String {
    let cut = span(&figure["phrase_span"]).map(|s| r.cut(s)).unwrap_or_default();
    let window = &figure["window"];
    format!(
        "`{cut}` = {}, {} {}, {}–{}",
        figure["value"],
        figure["kind"].as_str().unwrap_or("-"),
        figure["counted"],
        window["from"],
        window["to"]
    )
}

fn numbers(r: &Report, t: &mut Tally) {
    let (pairs, extra) = pairs(r);
    t.gold += pairs.len();
    t.given += pairs.iter().filter(|p| p.1.is_some()).count() + extra.len();
    for (gold, read) in pairs {
        match read {
            Some(read) if alike(&read["value"], &gold["value"]) => t.right += 1,
            Some(read) => t.misses.push(r.say("value", &format!("{} for {}", phrase(r, &read), phrase(r, &gold)))),
            None => t.misses.push(r.say("missed", &phrase(r, &gold))),
        }
    }
    t.misses.extend(extra.iter().map(|e| r.say("extra", &phrase(r, e))));
}

/// The fields of a figure that the reading has wrong.
fn wrong(read: &Value, gold: &Value) -> Vec<&'static str> {
    let end = |f: &Value, k: &str| f["window"][k].clone();
    let mut out = Vec::new();
    if !alike(&read["value"], &gold["value"]) {
        out.push("value");
    }
    if !counted(&read["counted"], &gold["counted"]) {
        out.push("counted");
    }
    if read["kind"] != gold["kind"] {
        out.push("kind");
    }
    if end(read, "from") != end(gold, "from") || end(read, "to") != end(gold, "to") {
        out.push("window");
    }
    out
}

/// One field of the figures that were found, in full reports.
fn field(r: &Report, t: &mut Tally, name: &str) {
    for (gold, read) in pairs(r).0.into_iter().filter(|_| r.whole()) {
        let Some(read) = read else { continue };
        (t.gold, t.given) = (t.gold + 1, t.given + 1);
        t.right += usize::from(!wrong(&read, &gold).contains(&name));
    }
}

fn figures(r: &Report, t: &mut Tally) {
    let (pairs, extra) = pairs(r);
    t.gold += pairs.len();
    t.given += pairs.iter().filter(|p| p.1.is_some()).count() + extra.len();
    for (gold, read) in pairs {
        let Some(read) = read else { continue };
        let value = alike(&read["value"], &gold["value"]);
        if !r.whole() {
            t.right += usize::from(value);
            continue;
        }
        let wrong = wrong(&read, &gold);
        if wrong.is_empty() {
            t.right += 1;
        } else {
            t.misses.push(r.say(&wrong.join("+"), &format!("{} FOR {}", phrase(r, &read), phrase(r, &gold))));
        }
    }
}

fn sources(r: &Report, t: &mut Tally) {
    for (gold, read) in pairs(r).0.into_iter().filter(|_| r.whole()) {
        let Some(read) = read else { continue };
        (t.gold, t.given) = (t.gold + 1, t.given + 1);
        if read["source"].is_null() || r.same_actor(&read["source"], &gold["source"]) {
            t.right += 1;
        } else {
            let who = format!("{}: {} for {}", phrase(r, &gold), r.actor(&r.read, &read["source"]), r.actor(&r.gold, &gold["source"]));
            t.misses.push(r.say("source", &who));
        }
    }
}

fn sourced(r: &Report, t: &mut Tally) {
    for (gold, read) in pairs(r).0.into_iter().filter(|_| r.whole()) {
        let has = |f: &Value| usize::from(!f["source"].is_null());
        t.gold += has(&gold);
        let Some(read) = read else { continue };
        t.given += has(&read);
        if has(&gold) == 1 && r.same_actor(&read["source"], &gold["source"]) {
            t.right += 1;
        } else if has(&gold) == 1 {
            t.misses.push(r.say("source", &format!("{}: {}", phrase(r, &gold), r.actor(&r.gold, &gold["source"]))));
        }
    }
}

/// Counts items that pair off by a rule.
fn matched(t: &mut Tally, gold: &[Value], read: &[Value], same: impl Fn(&Value, &Value) -> bool, say: impl Fn(&str, &Value) -> String) {
    t.gold += gold.len();
    t.given += read.len();
    let mut left: Vec<&Value> = read.iter().collect();
    for g in gold {
        match left.iter().position(|x| same(x, g)) {
            Some(i) => {
                left.remove(i);
                t.right += 1;
            }
            None => t.misses.push(say("missed", g)),
        }
    }
    t.misses.extend(left.into_iter().map(|x| say("extra", x)));
}

fn times(r: &Report, t: &mut Tally) {
    let at = |v: &Value| span(&v["span"]).map_or((0, 0), |s| r.trim(s));
    let same = |a: &Value, b: &Value| a["value"] == b["value"] && shared(&[at(a)], &[at(b)]) >= 0.5;
    matched(t, &list(&r.gold["times"]), &list(&r.read["times"]), same, |word, v| {
        r.say(word, &format!("`{}` = {}", r.cut(at(v)), v["value"]))
    });
}

fn statements(r: &Report, side: &Value, direct: bool) -> Vec<Value> {
    if !r.whole() {
        return Vec::new();
    }
    list(&side["statements"]).into_iter().filter(|s| list(&s["quote_spans"]).is_empty() != direct).collect()
}

fn said(r: &Report, side: &Value, s: &Value, key: &str) -> String {
    let words: Vec<String> = r.spans(&s[key]).into_iter().map(|s| r.cut(s)).collect();
    format!("{}: {}", r.actor(side, &s["speaker"]), words.join(" … "))
}

fn quoted(r: &Report, t: &mut Tally) {
    let (gold, read) = (statements(r, &r.gold, true), statements(r, &r.read, true));
    let same =
        |a: &Value, b: &Value| r.spans(&a["quote_spans"]) == r.spans(&b["quote_spans"]) && r.same_actor(&a["speaker"], &b["speaker"]);
    matched(t, &gold, &read, same, |word, s| r.say(word, &said(r, if word == "extra" { &r.read } else { &r.gold }, s, "quote_spans")));
}

fn indirect(r: &Report, t: &mut Tally) {
    let (gold, read) = (statements(r, &r.gold, false), statements(r, &r.read, false));
    let same = |a: &Value, b: &Value| {
        shared(&r.spans(&a["content_spans"]), &r.spans(&b["content_spans"])) >= 0.5 && r.same_actor(&a["speaker"], &b["speaker"])
    };
    matched(t, &gold, &read, same, |word, s| r.say(word, &said(r, if word == "extra" { &r.read } else { &r.gold }, s, "content_spans")));
}

fn named(side: &Value) -> Vec<Value> {
    list(&side["actors"]).into_iter().filter(|a| a["type"] != "unnamed").collect()
}

/// Mentions by name, each with its actor; descriptions of the reader's that the gold lacks count neither way.
fn names(r: &Report, t: &mut Tally) {
    let mentions = |side: &Value| -> Vec<Span> {
        let mut all: Vec<Span> = named(side).iter().flat_map(|a| r.spans(&a["mentions"])).collect();
        all.sort_unstable();
        all
    };
    let gold = mentions(&r.gold);
    let capital = |s: &Span| r.text[s.0..s.1].iter().any(|c| c.is_uppercase()) || !r.whole();
    let mut read: Vec<Span> = mentions(&r.read).into_iter().filter(|s| capital(s) || gold.contains(s)).collect();
    (t.gold, t.given) = (t.gold + gold.len(), t.given + read.len());
    for g in &gold {
        match read.iter().position(|s| s == g) {
            Some(i) => {
                read.remove(i);
                t.right += 1;
            }
            None => t.misses.push(r.say("missed", &r.cut(*g))),
        }
    }
    t.misses.extend(read.iter().map(|s| r.say("extra", &r.cut(*s))));
}

fn roles(r: &Report, t: &mut Tally) {
    for gold in named(&r.gold).iter().filter(|a| a["type"] == "person" && r.whole()) {
        let found = named(&r.read).into_iter().find(|a| r.same_actor(&a["id"], &gold["id"]));
        let Some(found) = found else { continue };
        (t.gold, t.given) = (t.gold + 1, t.given + 1);
        let both_none = gold["role"].is_null() && found["role"].is_null();
        if both_none || !gold["role"].is_null() && !found["role"].is_null() && counted(&found["role"], &gold["role"]) {
            t.right += 1;
        } else {
            t.misses.push(r.say("role", &format!("{}: {} for {}", text(&gold["name"]), found["role"], gold["role"])));
        }
    }
}

fn unnamed(r: &Report, t: &mut Tally) {
    let all = |side: &Value| -> Vec<Value> { list(&side["actors"]).into_iter().filter(|a| a["type"] == "unnamed" && r.whole()).collect() };
    let same = |a: &Value, b: &Value| shared(&r.spans(&a["mentions"]), &r.spans(&b["mentions"])) >= 0.5;
    matched(t, &all(&r.gold), &all(&r.read), same, |word, a| r.say(word, &text(&a["name"])));
}

fn deadlines(r: &Report, t: &mut Tally) {
    if !r.whole() {
        return;
    }
    let at = |v: &Value| span(&v["span"]).map_or((0, 0), |s| r.trim(s));
    let same = |a: &Value, b: &Value| overlap(at(a), at(b)) > 0 && a["value"] == b["value"];
    matched(t, &list(&r.gold["deadlines"]), &list(&r.read["deadlines"]), same, |word, v| {
        r.say(word, &format!("`{}` = {}", r.cut(at(v)), v["value"]))
    });
}

fn events(r: &Report, t: &mut Tally) {
    if !r.whole() {
        return;
    }
    let at = |v: &Value| span(&v["trigger_span"]).map_or((0, 0), |s| r.trim(s));
    let same = |a: &Value, b: &Value| overlap(at(a), at(b)) > 0 && a["type"] == b["type"];
    matched(t, &list(&r.gold["events"]), &list(&r.read["events"]), same, |word, v| {
        r.say(word, &format!("{} `{}`", text(&v["type"]), r.cut(at(v))))
    });
}

fn sticking(r: &Report, t: &mut Tally) {
    if !r.whole() {
        return;
    }
    let at = |v: &Value| r.spans(&v["spans"]);
    let same = |a: &Value, b: &Value| a["kind"] == b["kind"] && at(a).iter().any(|x| at(b).iter().any(|y| overlap(*x, *y) > 0));
    let say = |word: &str, v: &Value| {
        let words: Vec<String> = at(v).into_iter().map(|s| r.cut(s)).collect();
        r.say(word, &format!("{} {}: {}", text(&v["kind"]), text(&v["topic"]), words.join(" … ")))
    };
    matched(t, &list(&r.gold["sticking_points"]), &list(&r.read["sticking_points"]), same, say);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_counted_agrees_in_other_words() {
        assert!(counted(&json!("civilians killed"), &json!("people killed")));
        assert!(counted(&json!("four dead"), &json!("people killed")) || counted(&json!("dead"), &json!("people killed")));
        assert!(!counted(&json!("trucks"), &json!("people killed")));
    }

    #[test]
    fn values_agree_by_number_and_open_ends() {
        assert!(alike(&json!([10, null]), &json!([10, null])));
        assert!(!alike(&json!(10), &json!([10, null])));
        assert!(alike(&json!(0.3333333333333333), &json!(0.333_333_333_3)));
    }

    #[test]
    fn half_of_the_union_is_shared() {
        assert!((shared(&[(0, 10)], &[(5, 10)]) - 0.5).abs() < 1e-9);
        assert!(shared(&[(0, 2)], &[(4, 6)]) < 1e-9);
    }
}
