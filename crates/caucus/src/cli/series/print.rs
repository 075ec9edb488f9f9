//! What was found, for people, for sheets and for programs.

use super::super::Out;
use super::super::print::{LangArg, csv_row};
use super::Told;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use watch::series::{About, Amount, Change, Figure, Found, Kind, say};

fn about(a: &About) -> String {
    let mut text = format!("{}: {}", a.source, a.counted);
    for more in [&a.subset, &a.place] {
        if !more.is_empty() {
            text.push_str(", ");
            text.push_str(more);
        }
    }
    text
}

fn figure(f: &Figure, lang: LangArg) -> String {
    lang.words(&say::figure(f))
}

fn change(told: &Told, c: &Change, lang: LangArg) -> String {
    let said: Vec<String> = say::change(&told.figures, c).iter().map(|p| lang.words(p)).collect();
    match said.split_first() {
        Some((head, rest)) if !rest.is_empty() => format!("{head}; {}", rest.join("; ")),
        _ => said.concat(),
    }
}

pub(super) fn text(told: &Told, lang: LangArg, out: &mut Out<'_>) {
    let sourced = |i: usize| format!("{}: {}", told.figures[i].about.source, figure(&told.figures[i], lang));
    out.lines(|line| {
        for (i, s) in told.series.iter().enumerate() {
            line(&about(&s.about));
            for lane in &s.lanes {
                let (Some(first), Some(last)) = (lane.figures.first(), lane.figures.last()) else { continue };
                if lane.figures.len() <= 3 {
                    for f in &lane.figures {
                        line(&format!("  {}", figure(&told.figures[*f], lang)));
                    }
                } else {
                    line(&format!("  {}", figure(&told.figures[*first], lang)));
                    line(&format!("  … {}", lane.figures.len() - 2));
                    line(&format!("  {}", figure(&told.figures[*last], lang)));
                }
            }
            // Rises that tally need no line of their own.
            for c in told.changes[i].iter().filter(|c| !c.found.is_empty()) {
                line(&format!("  {}", change(told, c, lang)));
                for f in &c.found {
                    let mark = if f.contradicts() { "!" } else { "-" };
                    line(&format!("    {mark} {}", lang.words(&say::found(&told.figures, f))));
                }
            }
            if let Some((.., rises)) = &told.asked
                && let Some(c) = &rises[i]
            {
                line(&format!("  = {}", change(told, c, lang)));
            }
        }
        let c = &told.compared;
        for w in &c.within {
            let mark = if w.greater { "!" } else { "-" };
            line(&sourced(w.part));
            line(&format!("  {mark} {}: {}", lang.words(&say::within(w)), figure(&told.figures[w.whole], lang)));
        }
        for m in &c.matches {
            line(&sourced(m.figure));
            line(&format!("  = {} {}", lang.words(&say::matched()), sourced(m.other)));
        }
        for p in &c.pairs {
            line(&sourced(p.figure));
            line(&format!("  - {} {}", lang.words(&say::pair(p)), sourced(p.other)));
        }
        for a in &c.apart {
            line(&sourced(a.figure));
            line(&format!("  - {}", lang.words(&say::apart(a, &told.series))));
            if a.touching.is_empty() && a.beside.is_none() {
                continue;
            }
            line(&format!("    {}", lang.words(&say::beside(a, &told.series))));
            for t in &a.touching {
                line(&format!("      {}", figure(&told.figures[*t], lang)));
            }
            if let Some(r) = &a.beside {
                line(&format!("      {}", change(told, r, lang)));
            }
        }
    });
}

/// One row a figure; beside a running total, how it rose from the one before.
pub(super) fn csv(told: &Told, out: &mut Out<'_>) {
    let rises: BTreeMap<usize, &Change> = told.changes.iter().flatten().map(|c| (c.to, c)).collect();
    out.lines(|line| {
        line(
            "source,counted,subset,place,kind,window,from,to,low,high,date,rise,own,new,recovered,died_of_wounds,added_late,corrected,found,difference,file,line,id,note",
        );
        for f in told.series.iter().flat_map(|s| &s.lanes).flat_map(|l| &l.figures) {
            let (i, f) = (*f, &told.figures[*f]);
            let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
            let c = rises.get(&i);
            let part = |k: Kind| number(c.and_then(|c| c.parts.get(&k)).copied());
            let found = c.map_or_else(String::new, |c| c.found.iter().map(Found::code).collect::<Vec<_>>().join(" "));
            let by = c.and_then(|c| {
                c.found.iter().find_map(|f| match f {
                    Found::OwnDiffers { by } => Some(*by),
                    Found::Gap { rest } => Some(*rest),
                    _ => None,
                })
            });
            let cells = [
                safe(&f.about.source),
                safe(&f.about.counted),
                safe(&f.about.subset),
                safe(&f.about.place),
                f.kind.code().to_owned(),
                f.window.class().code().to_owned(),
                f.window.first().map_or_else(String::new, |d| d.to_string()),
                f.window.last().to_string(),
                number(f.amount.low),
                number(f.amount.high),
                f.date.to_string(),
                number(c.and_then(|c| c.rise)),
                number(c.and_then(|c| c.own)),
                part(Kind::New),
                part(Kind::Recovered),
                part(Kind::DiedOfWounds),
                part(Kind::AddedLate),
                part(Kind::Corrected),
                found,
                number(by),
                told.files.get(f.at.0).cloned().unwrap_or_default(),
                f.at.1.to_string(),
                safe(&f.id),
                safe(&f.note),
            ];
            line(&csv_row(&cells.iter().map(String::as_str).collect::<Vec<_>>()));
        }
    });
}

/// What a sheet would run as a formula is shown as text.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

fn number(a: Amount) -> Value {
    a.value().map_or_else(|| json!([a.low, a.high]), |n| json!(n))
}

fn found_json(f: &Found) -> Value {
    match f {
        Found::OwnDiffers { by } | Found::Fell { by } => json!({"found": f.code(), "by": by}),
        Found::PartsDiffer { date, own, parts } => json!({"found": f.code(), "date": date.to_string(), "own": own, "parts": parts}),
        Found::Gap { rest } => json!({"found": f.code(), "rest": rest}),
        Found::NotNew { n } => json!({"found": f.code(), "n": n}),
        Found::TwoValues { first, second } => json!({"found": f.code(), "figures": [first, second]}),
        Found::Ranges => json!({"found": f.code()}),
    }
}

fn change_json(told: &Told, c: &Change) -> Value {
    let parts: Map<String, Value> = Kind::PARTS.iter().map(|k| (k.code().replace('-', "_"), json!(c.parts.get(k)))).collect();
    json!({
        "from": told.figures[c.from].window.last().to_string(),
        "to": told.figures[c.to].window.last().to_string(),
        "figures": [c.from, c.to],
        "rise": c.rise,
        "own": c.own,
        "parts": parts,
        "not_broken_down": c.not_broken_down(),
        "days": c.covered.1,
        "days_covered": c.covered.0,
        "found": c.found.iter().map(found_json).collect::<Vec<_>>(),
    })
}

pub(super) fn json(told: &Told) -> Value {
    let figure = |(n, f): (usize, &Figure)| {
        json!({
            "n": n,
            "id": f.id,
            "source": f.about.source,
            "counted": f.about.counted,
            "subset": f.about.subset,
            "place": f.about.place,
            "kind": f.kind.code(),
            "value": number(f.amount),
            "window": {"class": f.window.class().code(), "from": f.window.first().map(|d| d.to_string()), "to": f.window.last().to_string()},
            "date": f.date.to_string(),
            "note": f.note,
            "file": told.files.get(f.at.0),
            "line": f.at.1,
        })
    };
    let series: Vec<Value> = told
        .series
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let lane = |l: &watch::series::Lane| json!({"kind": l.kind.code(), "window": l.class.code(), "figures": l.figures});
            json!({
                "source": s.about.source,
                "counted": s.about.counted,
                "subset": s.about.subset,
                "place": s.about.place,
                "lanes": s.lanes.iter().map(lane).collect::<Vec<_>>(),
                "changes": told.changes[i].iter().map(|c| change_json(told, c)).collect::<Vec<_>>(),
                "asked": told.asked.as_ref().and_then(|(.., r)| r[i].as_ref()).map(|c| change_json(told, c)),
            })
        })
        .collect();
    let c = &told.compared;
    json!({
        "figures": told.figures.iter().enumerate().map(figure).collect::<Vec<_>>(),
        "series": series,
        "within": c.within.iter().map(|w| json!({"part": w.part, "whole": w.whole, "greater": w.greater})).collect::<Vec<_>>(),
        "matches": c.matches.iter().map(|m| json!({"figure": m.figure, "other": m.other, "days": m.days})).collect::<Vec<_>>(),
        "pairs": c.pairs.iter().map(|p| json!({"figure": p.figure, "other": p.other, "by": p.by, "meets": p.meets})).collect::<Vec<_>>(),
        "apart": c.apart.iter().map(|a| json!({
            "figure": a.figure,
            "source": told.series.get(a.series).map(|s| s.about.source.clone()),
            "why": a.why.code(),
            "touching": a.touching,
            "beside": a.beside.as_ref().map(|r| change_json(told, r)),
        })).collect::<Vec<_>>(),
    })
}
