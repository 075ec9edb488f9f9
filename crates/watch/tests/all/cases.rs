//! Runs the cases under `cases/watch` and the examples of the handbook's pages.

use crate::pages::sections;
use accord::ClauseNo;
use jiff::civil::Date;
use terms::time::Stamp;
use watch::compliance::{Board, Claim, Condition, Found, Stance, State, Told, View, say};
use watch::series::read::read;
use watch::series::{Figure, changes, compare, group, rise};

/// Cells of a table without quotes, as the cases write them.
fn figures(csv: &str, heading: &str) -> (Vec<Figure>, Vec<String>) {
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let rows: Vec<(usize, Vec<&str>)> =
        lines.enumerate().map(|(i, l)| (i + 2, l.split(',').map(|c| c.trim_matches('"')).collect())).collect();
    match read(0, &head, &rows) {
        Ok((r, faults)) => (r.figures, faults.iter().map(|f| format!("line {}: {}", f.line, f.what.key)).collect()),
        Err(f) => panic!("{heading}: {f:?}"),
    }
}

fn told(figures: &[Figure]) -> Vec<String> {
    let said = |i: usize| format!("{} {} ({})", figures[i].amount, figures[i].kind.code(), figures[i].about.source);
    let mut out = Vec::new();
    let series = group(figures);
    for s in &series {
        for c in changes(figures, s) {
            let parts: String = c.parts.iter().map(|(k, n)| format!(", {} {n}", k.code())).collect();
            let found: String = c.found.iter().map(|f| format!("; {f:?}")).collect();
            let own = c.own.map_or("none".to_owned(), |n| n.to_string());
            let rise = c.rise.map_or("a range".to_owned(), |n| n.to_string());
            let days = (figures[c.from].date, figures[c.to].date);
            out.push(format!("{} {} to {}: rise {rise}, own {own}{parts}{found}", s.about.source, days.0, days.1));
        }
    }
    let c = compare(figures, &series);
    for w in c.within {
        out.push(format!("{} {} {}", said(w.part), if w.greater { "lies in and is greater than" } else { "lies in" }, said(w.whole)));
    }
    for m in c.matches {
        out.push(format!("{} is {}, {} days apart", said(m.figure), said(m.other), m.days));
    }
    for p in c.pairs {
        let by = p.by.map_or(if p.meets { "they meet".to_owned() } else { "they do not meet".to_owned() }, |n| format!("differs by {n}"));
        out.push(format!("{} and {}: one window, {by}", said(p.figure), said(p.other)));
    }
    for a in c.apart {
        let beside = a.beside.map_or(String::new(), |r| format!("; beside it a rise of {}", r.rise.unwrap_or_default()));
        let near: String = a.touching.iter().map(|i| format!("; touches {}", said(*i))).collect();
        out.push(format!("{} and {}: {}{near}{beside}", said(a.figure), series[a.series].about.source, a.why.code()));
    }
    out
}

fn run(page: &str, name: &str) {
    let (mut ran, mut wrong) = (0, Vec::new());
    for (heading, blocks) in sections(page) {
        let block = |kind: &str| blocks.iter().find(|(k, _)| k == kind).map(|(_, t)| t.as_str());
        let (Some(csv), Some(want)) = (block("csv"), block("expected")) else { continue };
        let (figures, faults) = figures(csv, &heading);
        let mut got = faults;
        got.extend(told(&figures));
        if let Some(dates) = block("between") {
            let days: Vec<Date> = dates.split_whitespace().map(|d| d.parse().unwrap()).collect();
            for s in group(&figures) {
                if let Some(r) = rise(&figures, &s, days[0], days[1]) {
                    let parts: String = r.parts.iter().map(|(k, n)| format!(", {} {n}", k.code())).collect();
                    got.push(format!("{} from {} to {}: {}{parts}", s.about.source, days[0], days[1], r.rise.unwrap()));
                }
            }
        }
        let want: Vec<&str> = want.lines().collect();
        if got != want {
            wrong.push(format!("{heading}\n{}", got.join("\n")));
        }
        ran += 1;
    }
    assert!(wrong.is_empty(), "{name}, these give something else, namely\n\n{}", wrong.join("\n\n"));
    assert!(ran > 0, "{name} has cases");
}

#[test]
fn figures_of_several_sources_and_windows() {
    run(include_str!("../../../../cases/watch/1-series.md"), "1-series.md");
}

/// A row as the cases write it.
fn row(v: &View, clause: ClauseNo) -> Option<String> {
    let r = v.row(clause, None)?;
    let mut out = format!("{clause}: {}", r.state.code());
    if r.evidence.held + r.evidence.against > 0 {
        out.push_str(&format!(", {} for, {} against", r.evidence.held, r.evidence.against));
    }
    for f in &r.found {
        out.push_str(&format!(", found by {}", v.findings[*f].by.join(", ")));
    }
    // Nothing would be allowed while it can still be done in time.
    if r.state == State::PastItsTime {
        for a in &r.allowed {
            let condition = match a.condition {
                Condition::Met => "met",
                Condition::IfFound => "if-found",
                Condition::IfNotDone => "if-not-done",
            };
            out.push_str(&format!("; {} {condition}", a.answer.clause));
        }
    }
    Some(out)
}

#[test]
fn where_each_obligation_stands() {
    let page = include_str!("../../../../cases/watch/2-board.md");
    let all = sections(page);
    let text = &all.iter().flat_map(|(_, b)| b).find(|(k, _)| k == "accord").unwrap().1;
    let parsed = accord::parse(text);
    assert!(parsed.findings.is_empty(), "{:?}", parsed.findings);
    let (model, _) = accord::Model::build(&parsed.tree, &accord::Choices::default());
    let (mut ran, mut wrong) = (0, Vec::new());
    for (heading, blocks) in &all {
        let block = |kind: &str| blocks.iter().find(|(k, _)| k == kind).map(|(_, t)| t.as_str());
        let (Some(events), Some(want)) = (block("events"), block("expected")) else { continue };
        let (mut board, mut got, mut now) = (Board::new("v1", &model), Vec::new(), Stamp(0));
        for (order, line) in (0u64..).zip(events.lines()) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let at = Stamp(format!("{}:00Z", cells[0].trim_end_matches('Z')).parse::<jiff::Timestamp>().unwrap().as_second());
            let (what, by) = (cells[1], cells[2].to_owned());
            now = now.max(at);
            let clause = |t: &str| ClauseNo::read(t).unwrap();
            if let Some(rest) = what.strip_prefix("claim ") {
                let (stance, no) = rest.split_once(' ').unwrap();
                let stance = if stance == "for" { Stance::For } else { Stance::Against };
                board.claim(Claim { id: order, at, on: (clause(no), None), stance, by });
            } else if let Some(no) = what.strip_prefix("finds ").and_then(|r| r.strip_suffix(" in breach")) {
                board.find(Found { at, order, on: (clause(no), None), by: vec![by], breach: true, reasons: String::new() });
            } else {
                let event = accord::Event::read(&model, what).unwrap();
                let counts = board.tell(&Told { at, order, event, accepted: by == "all", by: vec![by.clone()] });
                got.extend(say::counts(counts).map(|p| format!("{what} by {by}: {}", p.key)));
            }
        }
        let view = board.view(now);
        got.extend(parsed.tree.clauses().into_iter().filter_map(|c| row(&view, c)));
        if got != want.lines().collect::<Vec<_>>() {
            wrong.push(format!("{heading}\n{}", got.join("\n")));
        }
        ran += 1;
    }
    assert!(ran > 0 && wrong.is_empty(), "these give something else, namely\n\n{}", wrong.join("\n\n"));
}
