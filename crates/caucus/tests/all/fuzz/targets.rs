//! The parsers, each with the law that it keeps and inputs to start from.

use accord::network::{check, read_stnu, read_text};
use caucus::web::http::pairs;
use caucus::web::routes::{Method, find};
use exchange::formats::{Bounds, table};
use exchange::roster::import::roster;
use exchange::spelling::Name;

/// One parser.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Inputs that are good, or nearly.
    pub(crate) starts: fn() -> Vec<Vec<u8>>,
    /// Panics where the parser breaks its law.
    pub(crate) run: fn(&[u8]),
}

/// All of them.
pub(crate) const TARGETS: &[Target] = &[
    Target { name: "accord", starts: agreements, run: accord },
    Target { name: "stnu text", starts: || vec![STNU.into()], run: stnu_text },
    Target { name: "stnu graphml", starts: || vec![GRAPHML.into()], run: stnu_graphml },
    Target { name: "roster", starts: || LISTS.iter().map(|l| (*l).into()).collect(), run: list },
    Target {
        name: "name",
        starts: || LISTS.iter().flat_map(|l| l.split([',', '\n'])).filter(|n| !n.is_empty()).map(Into::into).collect(),
        run: name,
    },
    Target { name: "report", starts: reports, run: report },
    Target { name: "line", starts: || vec![LINE.into()], run: line },
    Target { name: "plan", starts: || vec![PLAN.into()], run: plan },
    Target { name: "domain", starts: || DOMAINS.iter().map(|d| (*d).into()).collect(), run: domain },
    Target { name: "home", starts: || vec![HOME.into()], run: home },
    Target { name: "form", starts: || vec![b"text=a+b%20%D7%A9&key=12345678&of=7".to_vec()], run: form },
    Target {
        name: "address",
        starts: || vec![b"/two-rivers/abc/message/7.json".to_vec(), b"/~2/as/x/case/room/talk".to_vec()],
        run: address,
    },
    Target { name: "bundle", starts: || kept("bundle"), run: record::fuzz::bundle },
    Target { name: "note", starts: || kept("note"), run: record::fuzz::note },
    Target { name: "verifier key", starts: || kept("verifier-key"), run: record::fuzz::verifier_key },
    Target { name: "checkpoint", starts: || kept("checkpoint"), run: record::fuzz::checkpoint },
    Target { name: "receipt", starts: || kept("receipt"), run: record::fuzz::receipt },
    Target { name: "key file", starts: || kept("key-file"), run: record::fuzz::key_file },
    Target { name: "recovery", starts: || kept("recovery"), run: record::fuzz::recovery },
];

fn folder(path: &str) -> Vec<Vec<u8>> {
    let at = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let mut files: Vec<_> = std::fs::read_dir(&at).unwrap_or_else(|e| panic!("{path}: {e}")).map(|f| f.expect("a file").path()).collect();
    files.sort();
    files.iter().filter(|f| f.is_file()).map(|f| std::fs::read(f).expect("a file")).filter(|b| !b.is_empty()).collect()
}

fn kept(target: &str) -> Vec<Vec<u8>> {
    folder(&["crates/record/corpus/", target].concat())
}

/// Pieces of the agreements in the project: whole ones take a second each to check.
fn agreements() -> Vec<Vec<u8>> {
    let whole = folder("examples/agreements").into_iter().filter_map(|b| String::from_utf8(b).ok());
    let mut out: Vec<Vec<u8>> = whole.map(|text| text.lines().take(24).collect::<Vec<_>>().join("\n").into_bytes()).collect();
    out.push("اتفاق «تجربة»\n".into());
    out.push("הסכם „ניסוי”\n".into());
    out
}

/// Reading loses no byte, formatting twice is formatting once, and the checks end.
fn accord(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let parsed = accord::parse(&text);
    assert_eq!(parsed.tree.print(), text, "the tree prints back what was read");
    let once = accord::format(&parsed.tree);
    let twice = accord::format(&accord::parse(&once).tree);
    assert_eq!(once, twice, "formatting twice is formatting once");
    for finding in accord::check(&parsed, &accord::Options::default()).findings {
        for at in &finding.spans {
            assert!(text.get(at.start..at.end).is_some(), "{}: {at:?} cuts out no words", finding.check);
        }
    }
}

const STNU: &str = "from Z to A 0..10\nfrom A to B takes 2..5 -- 1.1\nfrom Z to B open..20\n";

fn stnu_text(bytes: &[u8]) {
    if let Ok(net) = read_text(&String::from_utf8_lossy(bytes))
        && net.points.len() < 60
    {
        let _ = check(&net);
    }
}

const GRAPHML: &str = r#"<?xml version="1.0"?><graphml><key id="Value" for="edge"/><key id="Type" for="edge"/><graph edgedefault="directed"><node id="Z"/><node id="A"/><edge id="e" source="Z" target="A"><data key="Value">10</data></edge><edge id="f" source="A" target="Z"><data key="Type">contingent</data><data key="Value">-2</data></edge></graph></graphml>"#;

fn stnu_graphml(bytes: &[u8]) {
    if let Ok(net) = read_stnu(bytes)
        && net.points.len() < 60
    {
        let _ = check(&net);
    }
}

const LISTS: &[&str] = &[
    "id,name,born,sex\n1,Samir al-Haddad,1970-02-03,m\n2,\"Noa, daughter of Ilan\",3.4.1980,f\n",
    "الرقم;الاسم;تاريخ الميلاد\n١;سمير أحمد الحداد;١٩٧٠/٢/٣\n",
    "מספר\tשם\tתאריך לידה\n1\tנועה לוי\t3.4.1980\n",
];

fn bounds() -> Bounds {
    Bounds { rows: 500, ..Bounds::default() }
}

/// Every row of a list is an entry or is named with its reason.
fn list(bytes: &[u8]) {
    if let Ok(table) = table(bytes, &bounds())
        && let Ok(roster) = roster(table, &bounds())
    {
        assert!(roster.entries.len() <= 500);
    }
}

fn name(bytes: &[u8]) {
    let _ = Name::read(&String::from_utf8_lossy(bytes));
}

/// A few of the development reports in different styles and scripts.
fn reports() -> Vec<Vec<u8>> {
    folder("crates/watch/reports/develop").into_iter().filter(|b| b.first() != Some(&b'{')).step_by(4).collect()
}

/// Each span of a reading cuts out words of the text that it was read from.
fn report(bytes: &[u8]) {
    let Ok(reading) = watch::intake::read(bytes, &watch::intake::Options::default()) else { return };
    let length = reading.text.chars().count();
    let statements = reading.statements.iter().flat_map(|s| s.content_spans.iter().chain(&s.quote_spans));
    let mentions = reading.actors.iter().flat_map(|a| &a.mentions);
    for span in statements.chain(mentions).chain(reading.times.iter().map(|t| &t.span)) {
        assert!(span.start < span.end && span.end <= length, "{span:?} of {length}");
    }
}

const LINE: &str = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "the ford"}, "geometry": {"type": "LineString", "coordinates": [[34.1, 31.2], [34.2, 31.4]]}}]}"#;

fn line(bytes: &[u8]) {
    let _ = watch::line::formats::read(&String::from_utf8_lossy(bytes), "a test", jiff::civil::date(2026, 3, 1));
}

const PLAN: &str = "[[side]]\nname = \"Delta\"\n\n[[side]]\nname = \"Kesh\"\n\n[[step]]\nside = \"Delta\"\nwhat = \"hand over 3\"\ncount = 3\nworth = [1, 2]\n";

fn plan(bytes: &[u8]) {
    let _ = exchange::formats::plan::read(&String::from_utf8_lossy(bytes));
}

const DOMAINS: &[&str] = &[
    "{\"reservationValue\": 0.1, \"issueWeights\": {\"a\": 0.4, \"b\": 0.6}, \"issues\": {\"a\": {\"x\": 1, \"y\": 0.5}, \"b\": {\"p\": 0, \"q\": 1}}}",
    "<negotiation_template><utility_space><objective index=\"0\"><issue index=\"1\" name=\"a\" type=\"discrete\" etype=\"discrete\"><item index=\"1\" value=\"x\" evaluation=\"3\"/></issue><weight index=\"1\" value=\"1.0\"/></objective></utility_space></negotiation_template>",
    "[[side]]\nname = \"Delta\"\n[[issue]]\nname = \"road\"\noptions = [\"now\", \"later\"]\n",
];

fn domain(bytes: &[u8]) {
    for name in ["profileA.json", "domain.xml", "domain.toml"] {
        let _ = bargain::formats::read("domain", &[(name, bytes), ("profileB.json", bytes)]);
        let _ = bargain::formats::read(name, &[(name, bytes)]);
    }
}

const HOME: &str = "[[body]]\nname = \"Council\"\nsource = \"its list\"\ndate = \"2026-03-01\"\n[[body.member]]\nname = \"North\"\nseats = 7\n\n[[route]]\nname = \"vote\"\nbody = \"Council\"\nquota = 4\n";

fn home(bytes: &[u8]) {
    let _ = bargain::home::read::read("home.toml", bytes);
}

fn form(bytes: &[u8]) {
    let _ = pairs(bytes);
}

fn address(bytes: &[u8]) {
    let path = String::from_utf8_lossy(bytes);
    for method in [Method::Get, Method::Post] {
        if let Some(found) = find(method, &path) {
            assert!(!found.route.pattern.is_empty());
        }
    }
}
