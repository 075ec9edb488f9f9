//! Networks from files: the CSTNU tool's GraphML and a text form of ours.
//!
//! The text form has one line a bound: `from X to Y 0..60` is a requirement in minutes, `from A to
//! C takes 6..48` a contingent link, `open` an absent bound, `-- ` a comment, `point X` a point
//! without bounds. No edge to the origin is added in either form.

use super::{OPEN, Stnu};
use std::collections::BTreeMap;
use std::fmt;

/// Why a network could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkError {
    /// The line, from 1; 0 where none is known.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

impl fmt::Display for NetworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { f.write_str(&self.what) } else { write!(f, "line {}: {}", self.line, self.what) }
    }
}

impl std::error::Error for NetworkError {}

fn fault(line: usize, what: &str) -> NetworkError {
    NetworkError { line, what: what.to_owned() }
}

/// Reads the text form.
///
/// # Errors
/// A line of another shape, a bound that is no whole number, a contingent link without a least
/// minute or whose most is not above it.
pub fn read_text(text: &str) -> Result<Stnu, NetworkError> {
    let mut net = Stnu::default();
    for (k, line) in text.lines().enumerate() {
        let n = k + 1;
        let line = line.split("--").next().unwrap_or("").trim();
        if line.is_empty() {
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["point", name] => {
                net.point(name);
            }
            ["from", a, "to", b, rest @ ..] => {
                let (a, b) = (net.point(a), net.point(b));
                let (range, takes) = match rest {
                    ["takes", r, ..] => (*r, true),
                    [r, ..] => (*r, false),
                    [] => return Err(fault(n, "no bound after the points; write `0..60` or `takes 6..48`")),
                };
                let (low, high) = range.split_once("..").ok_or_else(|| fault(n, "a bound is written `0..60`; `open` stands for none"))?;
                let read = |t: &str| match t {
                    "open" => Ok(None),
                    t => t
                        .parse::<i64>()
                        .ok()
                        .filter(|v| v.abs() < OPEN * 10)
                        .map(Some)
                        .ok_or_else(|| fault(n, "a bound is a whole number of minutes or `open`")),
                };
                let (low, high) = (read(low)?, read(high)?);
                let source = format!("line {n}");
                if takes {
                    let low = low.filter(|l| *l >= 0).ok_or_else(|| fault(n, "a contingent link needs its least minutes, 0 or more"))?;
                    let high = high.unwrap_or(OPEN);
                    if high < low {
                        return Err(fault(n, "a contingent link's most is below its least; swap them"));
                    }
                    net.contingent(a, b, low, high, &source);
                } else {
                    net.require(a, b, low, high, &source);
                }
            }
            _ => return Err(fault(n, "a line is `from X to Y 0..60`, `from A to C takes 6..48` or `point X`")),
        }
    }
    ends_once(&net)?;
    Ok(net)
}

fn ends_once(net: &Stnu) -> Result<(), NetworkError> {
    let mut seen = BTreeMap::new();
    for l in &net.links {
        if seen.insert(l.to, ()).is_some() {
            return Err(fault(0, &format!("two contingent links end in `{}`; one event has one cause", net.points[l.to])));
        }
    }
    Ok(())
}

/// Reads the CSTNU tool's GraphML: ordinary values under `Value`, contingent ones under
/// `LabeledValue` as `LC(C):2` and `UC(C):-5`.
///
/// # Errors
/// Not UTF-8, not XML, an edge to a node that is not there, a value that is no whole number, a
/// contingent link of which one bound is missing.
pub fn read_stnu(bytes: &[u8]) -> Result<Stnu, NetworkError> {
    let text =
        std::str::from_utf8(bytes).map_err(|e| fault(0, &format!("not UTF-8 after byte {}; save the file as UTF-8", e.valid_up_to())))?;
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: 4_000_000, ..Default::default() };
    let doc = roxmltree::Document::parse_with_options(text, options)
        .map_err(|e| fault(e.pos().row as usize, &format!("not well-formed XML: {e}")))?;
    let mut net = Stnu::default();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let line = |n: roxmltree::Node<'_, '_>| doc.text_pos_at(n.range().start).row as usize;
    for n in doc.descendants().filter(|n| n.tag_name().name() == "node") {
        let id = n.attribute("id").ok_or_else(|| fault(line(n), "a node has no `id`"))?;
        ids.insert(id, net.points.len());
        net.points.push(id.to_owned());
    }
    // Contingent links by activation and contingent point: least, most, name.
    type Half = (Option<i64>, Option<i64>, String);
    let mut links: BTreeMap<(usize, usize), Half> = BTreeMap::new();
    for n in doc.descendants().filter(|n| n.tag_name().name() == "edge") {
        let end = |key: &str| {
            let id = n.attribute(key).ok_or_else(|| fault(line(n), &format!("an edge has no `{key}`")))?;
            ids.get(id).copied().ok_or_else(|| fault(line(n), &format!("an edge names `{id}`, which is no node")))
        };
        let (u, v) = (end("source")?, end("target")?);
        let id = n.attribute("id").unwrap_or("edge").to_owned();
        let mut kind = "";
        let mut value = None;
        let mut labelled = "";
        for d in n.children().filter(|d| d.tag_name().name() == "data") {
            let t = d.text().unwrap_or("").trim();
            match d.attribute("key") {
                Some("Type") => kind = t,
                Some("Value") if !t.is_empty() => {
                    value = Some(number(t).ok_or_else(|| fault(line(d), &format!("`{t}` is no whole number")))?);
                }
                Some("LabeledValue") => labelled = t,
                _ => {}
            }
        }
        if labelled.is_empty() {
            match (kind, value) {
                // Older files give a contingent link by plain values.
                ("contingent", Some(w)) if w >= 0 => {
                    let l = links.entry((u, v)).or_insert((None, None, id));
                    l.1 = Some(w);
                }
                ("contingent", Some(w)) => {
                    let l = links.entry((v, u)).or_insert((None, None, id));
                    l.0 = Some(-w);
                }
                (_, Some(w)) => net.edges.push(super::Edge { from: u, to: v, weight: w, source: id }),
                _ => {}
            }
            continue;
        }
        let (case, w) = labelled.rsplit_once(':').ok_or_else(|| fault(line(n), &format!("`{labelled}` is not `LC(C):2` or `UC(C):-5`")))?;
        let w = number(w.trim()).ok_or_else(|| fault(line(n), &format!("`{labelled}` has no whole number")))?;
        match case.trim().get(..2) {
            Some("LC") => links.entry((u, v)).or_insert((None, None, id)).0 = Some(w),
            Some("UC") => links.entry((v, u)).or_insert((None, None, id)).1 = Some(-w),
            _ => return Err(fault(line(n), &format!("`{labelled}` is not `LC(C):2` or `UC(C):-5`"))),
        }
    }
    for ((a, c), (low, high, id)) in links {
        let (Some(low), Some(high)) = (low, high) else {
            return Err(fault(0, &format!("the contingent link from `{}` to `{}` lacks a bound", net.points[a], net.points[c])));
        };
        if low < 0 || high < low {
            return Err(fault(
                0,
                &format!("the contingent link from `{}` to `{}` has the range {low} to {high}", net.points[a], net.points[c]),
            ));
        }
        net.contingent(a, c, low, high, &id);
    }
    ends_once(&net)?;
    Ok(net)
}

/// A whole number; `5.0` is one, `5.5` is not.
fn number(t: &str) -> Option<i64> {
    let t = t.strip_suffix(".0").unwrap_or(t);
    t.parse::<i64>().ok().filter(|v| v.abs() < OPEN * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRAPH: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns/graphml">
<graph edgedefault="directed"><data key="NetworkType">STNU</data>
<node id="Z"/><node id="X"/><node id="Y"><data key="x">0.0</data></node>
<edge id="YX" source="Y" target="X"><data key="Type">contingent</data><data key="LabeledValue">UC(Y):-5</data></edge>
<edge id="XY" source="X" target="Y"><data key="Type">contingent</data><data key="LabeledValue">LC(Y):2</data></edge>
<edge id="ZX" source="Z" target="X"><data key="Type">requirement</data><data key="Value">7</data></edge>
</graph></graphml>"#;

    #[test]
    fn the_tools_file_gives_points_links_and_edges_and_nothing_more() {
        let net = read_stnu(GRAPH.as_bytes()).unwrap();
        assert_eq!(net.points, ["Z", "X", "Y"]);
        assert_eq!((net.links.len(), net.links[0].low, net.links[0].high), (1, 2, 5));
        assert_eq!((net.edges.len(), net.edges[0].weight), (1, 7));
    }

    #[test]
    fn faults_say_where_and_what() {
        assert_eq!(read_text("from A B").unwrap_err().line, 1);
        assert!(read_text("\nfrom A to B takes 5..2").unwrap_err().to_string().starts_with("line 2: "));
        assert!(read_stnu(b"<graphml>").is_err());
        let half = GRAPH.replace("LC(Y):2", "");
        assert!(read_stnu(half.as_bytes()).unwrap_err().what.contains("lacks a bound"));
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><graphml>&a;</graphml>";
        assert!(read_stnu(bomb.as_bytes()).is_err());
    }
}
