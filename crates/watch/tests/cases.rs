//! Runs the cases under `cases/watch` and the examples of the handbook's pages.

use jiff::civil::Date;
use watch::series::read::read;
use watch::series::{Figure, changes, compare, group, rise};

/// The fenced blocks of a page under each heading, in order: what they are, and their text.
fn sections(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut out: Vec<(String, Vec<(String, String)>)> = vec![(String::new(), Vec::new())];
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind.trim().to_owned(), String::new())),
            (Some(_), Some(_)) => out.last_mut().unwrap().1.push(open.take().unwrap()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {
                if let Some(h) = line.strip_prefix("## ") {
                    out.push((h.to_owned(), Vec::new()));
                }
            }
        }
    }
    out.retain(|(_, blocks)| !blocks.is_empty());
    out
}

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
    run(include_str!("../../../cases/watch/1-series.md"), "1-series.md");
}
