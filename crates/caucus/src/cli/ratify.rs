//! `caucus ratify`: whether a deal passes in each body and on each route at home; it counts and does not forecast.

use super::failure::{Exit, Failure};
use super::print::{bytes, count, english, fault};
use super::{Format, Out};
use bargain::formats::Complaint;
use bargain::home::read::read;
use bargain::report::{BodyReport, FlipReport, LapseReport, MemberReport, RatifyReport, RouteReport, ratify};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A TOML file of bodies, routes and stances; the handbook's page `ratify` describes it.
    file: PathBuf,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let name = args.file.display().to_string();
    let home =
        read(&name, &bytes(&args.file, 16 << 20)?).map_err(|Complaint { line, what, .. }| fault(&args.file, line, &english(&what), ""))?;
    let report = ratify(&home);
    match args.format {
        Format::Json => out.json(&as_json(&report)),
        Format::Text => as_text(&report, out),
    }
    for route in &report.routes {
        for member in &route.contradictions {
            out.say(&format!("{}: the stances of {member} contradict each other; it is counted as undecided.", route.name));
        }
    }
    Ok(Exit::Done)
}

fn as_json(report: &RatifyReport) -> Value {
    json!({
        "bodies": report.bodies.iter().map(body_json).collect::<Vec<_>>(),
        "routes": report.routes.iter().map(route_json).collect::<Vec<_>>(),
        "flips": report.flips.iter().map(flip_json).collect::<Vec<_>>(),
        "lapses": report.lapses.iter().map(lapse_json).collect::<Vec<_>>(),
    })
}

fn member_json(m: &MemberReport) -> Value {
    json!({"name": m.name, "seats": m.seats, "banzhaf": m.banzhaf, "shapley_shubik": m.shapley_shubik, "veto": m.veto, "dummy": m.dummy})
}

fn body_json(b: &BodyReport) -> Value {
    json!({
        "name": b.name,
        "members": b.members.iter().map(member_json).collect::<Vec<_>>(),
        "minimal_winning": b.minimal_winning.as_deref().map(count),
        "quota": b.quota,
        "source": b.source,
        "date": b.date,
    })
}

fn route_json(r: &RouteReport) -> Value {
    let pivots = r.pivots.as_ref().map(|all| all.iter().map(|(m, n)| (m.clone(), count(n))).collect::<Map<_, _>>());
    let completions = r.completions.as_ref().map(|(passing, of)| json!({"passing": count(passing), "of": count(of)}));
    let part = |(body, interval, quota, margin): &(String, [u64; 2], u64, i64)| json!({"body": body, "interval": interval, "quota": quota, "margin": margin});
    json!({
        "name": r.name,
        "result": r.result,
        "interval": r.interval,
        "quota": r.quota,
        "margin": r.margin,
        "sufficient": r.sufficient,
        "blocking": r.blocking,
        "pivots": pivots,
        "completions": completions,
        "sets_complete": r.sets_complete,
        "parts": r.parts.iter().map(part).collect::<Vec<_>>(),
        "contradictions": r.contradictions,
        "power": r.power.iter().map(member_json).collect::<Vec<_>>(),
    })
}

fn flip_json(f: &FlipReport) -> Value {
    json!({"provision": f.provision, "member": f.member, "route": f.route, "from": f.from, "to": f.to, "put_in": f.put_in, "result": f.result})
}

fn lapse_json(l: &LapseReport) -> Value {
    json!({"until": l.until, "member": l.member, "route": l.route, "to": l.to, "result": l.result})
}

fn then(result: &str) -> String {
    if result == "open" { "is open".to_owned() } else { result.to_owned() }
}

fn as_text(report: &RatifyReport, out: &mut Out<'_>) {
    for r in &report.routes {
        out.result(&format!("{}: {}", r.name, r.result.to_uppercase()));
        for (body, [least, most], quota, margin) in &r.parts {
            let short = if *margin < 0 { format!("{} short", margin.unsigned_abs()) } else { format!("{margin} to spare") };
            let votes = if least == most { least.to_string() } else { format!("{least} to {most}") };
            out.result(&format!("  {body}: {votes} votes, {quota} carry; {short}"));
        }
        for (what, sets) in [("carried by", &r.sufficient), ("stopped by", &r.blocking)] {
            for set in sets {
                out.result(&format!("  {what} {}", if set.is_empty() { "nobody more".to_owned() } else { set.join(" + ") }));
            }
        }
        if !r.sets_complete {
            out.result("  … and other sets that are not listed");
        }
        for (member, n) in r.pivots.iter().flatten() {
            out.result(&format!("  {member} decides in {n}"));
        }
        if let Some((passing, of)) = &r.completions {
            out.result(&format!("  {passing} of {of} ways of the undecided carry"));
        }
    }
    for f in &report.flips {
        let verb = if f.put_in { "put in" } else { "taken out" };
        out.result(&format!(
            "{} {verb}: {} from {} to {} on {}, which then {}",
            f.provision,
            f.member,
            f.from,
            f.to,
            f.route,
            then(f.result)
        ));
    }
    for l in &report.lapses {
        out.result(&format!("after {}: {} to {} on {}, which then {}", l.until, l.member, l.to, l.route, then(l.result)));
    }
    for b in &report.bodies {
        out.result(&format!("{}, {} carry ({}, {})", b.name, b.quota, b.source, b.date));
        for m in &b.members {
            let index = |f: &Option<String>| f.clone().unwrap_or_else(|| "too wide to count".to_owned());
            let mark = if m.veto {
                "; veto"
            } else if m.dummy {
                "; never decides"
            } else {
                ""
            };
            out.result(&format!(
                "  {}: {}, Banzhaf {}, Shapley-Shubik {}{mark}",
                m.name,
                m.seats,
                index(&m.banzhaf),
                index(&m.shapley_shubik)
            ));
        }
        if let Some(n) = &b.minimal_winning {
            out.result(&format!("  winning coalitions with nobody to spare: {n}"));
        }
    }
    out.say("Counts of ways to vote are no probabilities; power describes the rule and not anybody's view.");
}
