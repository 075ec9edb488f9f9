//! The drawing of figures as SVG: light and dark by CSS variables, kinds by pattern and not by colour alone.

use super::super::print::LangArg;
use crate::xml::escaped;
use std::fmt::Write;
use watch::series::chart::{Chart, Form, Shape};
use watch::series::{Figure, Kind, Series, say};

const STYLE: &str = "\
svg{color-scheme:light dark;color:var(--ink,#1c1a17);background:var(--paper,#fbf9f4);font:13px var(--font,\"IBM Plex Sans\",\"IBM Plex Sans Arabic\",\"IBM Plex Sans Hebrew\",sans-serif);font-variant-numeric:tabular-nums}\
text{fill:currentColor}.h{font-weight:600}.t,.n{font-size:11px}.t{opacity:.75}.n{text-anchor:middle}\
.a{stroke:currentColor;opacity:.35}.b{stroke:currentColor;stroke-width:1;fill:currentColor;fill-opacity:.12}\
.count{fill-opacity:.25}.new{fill-opacity:.6}.recovered{fill:url(#p1)}.died-of-wounds{fill:url(#p2)}.added-late{fill:url(#p3)}.corrected{fill:none;stroke-dasharray:2 2}.total{fill-opacity:.06}\
.recovered,.died-of-wounds,.added-late{fill-opacity:1}.p{stroke:currentColor;fill:currentColor}\
@media (prefers-color-scheme:dark){svg{color:var(--ink,#ece7dc);background:var(--paper,#171b20)}}";

const PATTERNS: &str = "\
<pattern id=\"p1\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path class=\"p\" d=\"M0 5L5 0\"/></pattern>\
<pattern id=\"p2\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><circle class=\"p\" cx=\"2\" cy=\"2\" r=\".8\"/></pattern>\
<pattern id=\"p3\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path class=\"p\" d=\"M0 2.5H5\"/></pattern>";

/// Prints a drawing. Each shape has its sentence as a title, so that a pointer and a screen reader find it.
pub(super) fn print(chart: &Chart, figures: &[Figure], series: &[Series], lang: LangArg) -> String {
    let mut out = String::new();
    let sentence = |s: &Shape| {
        let f = &figures[s.figure];
        format!("{}: {}", f.about.source, lang.words(&say::figure(f)))
    };
    let (w, h) = (chart.width, chart.height);
    let (dir, anchor) = if chart.right_to_left { ("rtl", w - 16) } else { ("ltr", 16) };
    let title = format!("{} – {}", chart.from, chart.to);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" direction=\"{dir}\" aria-label=\"{title}\"><title>{title}</title><style>{STYLE}</style><defs>{PATTERNS}</defs>"
    );
    for band in &chart.bands {
        let a = &series[band.series].about;
        let parts: Vec<&str> =
            [&a.source, &a.counted, &a.subset, &a.place].into_iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
        let _ = write!(out, "\n<g><text class=\"h\" x=\"{anchor}\" y=\"{}\">{}</text>", band.heading_y, escaped(&parts.join(" · ")));
        if let Some(y) = band.base_y {
            let _ = write!(out, "<path class=\"a\" d=\"M16 {y}H{}\"/>", w - 16);
        }
        for s in &band.shapes {
            let round = match s.form {
                Form::Column => 0,
                Form::Bar => 2,
                Form::Mark => 4,
            };
            let _ = write!(
                out,
                "\n<g><title>{}</title><rect class=\"b {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{round}\"/>",
                escaped(&sentence(s)),
                s.kind.code(),
                s.x,
                s.y,
                s.w,
                s.h
            );
            // An open end is an arrow's head: the window goes on beyond the axis.
            let (left, right) = if chart.right_to_left { (s.runs_out, s.runs_in) } else { (s.runs_in, s.runs_out) };
            let middle = s.y + s.h / 2;
            if left {
                let _ = write!(out, "<path class=\"p\" d=\"M{} {middle}l6 -5v10z\"/>", s.x - 6);
            }
            if right {
                let _ = write!(out, "<path class=\"p\" d=\"M{} {middle}l-6 -5v10z\"/>", s.x + s.w + 6);
            }
            if let Some((text, x, y)) = &s.label {
                let _ = write!(out, "<text class=\"n\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(text));
            }
            out.push_str("</g>");
        }
        out.push_str("</g>");
    }
    let _ = write!(out, "\n<path class=\"a\" d=\"M16 {y}H{}\"/>", w - 16, y = chart.axis_y);
    for t in &chart.ticks {
        let (x, y) = (t.x, chart.axis_y);
        let _ = write!(out, "<path class=\"a\" d=\"M{x} {y}v4\"/><text class=\"t\" x=\"{x}\" y=\"{}\">{}</text>", y + 17, t.date);
    }
    // Which pattern is which kind, for the kinds that are drawn.
    let mut kinds: Vec<Kind> = chart.bands.iter().flat_map(|b| &b.shapes).filter(|s| s.form == Form::Column).map(|s| s.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let top = chart.axis_y + 28;
    let mut x = 16;
    for k in kinds {
        let word = lang.words(&terms::phrase::Phrase::new(k.key()));
        let (at, text) = if chart.right_to_left { (w - x - 12, w - x - 18) } else { (x, x + 18) };
        let _ = write!(
            out,
            "\n<rect class=\"b {}\" x=\"{at}\" y=\"{top}\" width=\"12\" height=\"12\"/><text class=\"t\" x=\"{text}\" y=\"{}\">{}</text>",
            k.code(),
            top + 10,
            escaped(&word)
        );
        x += 34 + 8 * i64::try_from(word.chars().count()).unwrap_or(0);
    }
    out.push_str("\n</svg>\n");
    out
}
