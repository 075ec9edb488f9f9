//! Two language versions that do not say the same.

use super::{Check, Family, Severity, info};
use crate::finding::{Finding, Lines};
use crate::parse::Parsed;
use crate::tree::{Body, Qty, Span, Tail};
use terms::phrase::Phrase;

pub(super) const CHECK: Check = Check {
    info: info(
        "translations-differ",
        Family::Text,
        Severity::Warn,
        "Language versions that differ in a clause: a number, the force of the verb, a deadline, a bracket, or a clause that only one has.",
        "Each side signs its own text, and both are authentic.",
        "1.1 Delta shall leave Mill. In the other version: 1.1 Delta may leave Mill.",
    ),
    pairs: false,
    run: |_| {},
};

/// Where two versions differ; the findings' spans are in the first.
#[must_use]
pub fn compare(a: &Parsed, b: &Parsed) -> Vec<Finding> {
    let lines = Lines::new(&a.tree.text);
    let mut out = Vec::new();
    let mut tell = |label: &str, span: &crate::tree::Bytes, what: &str| {
        out.push(Finding {
            check: "translations-differ",
            severity: Severity::Warn,
            title: Phrase::new("accord-translations-differ-title"),
            clauses: vec![label.to_owned()],
            spans: vec![lines.place(&a.tree.text, span)],
            brackets: vec![],
            message: Phrase::new("accord-translations-differ").name("clause", label).key("what", &["accord-differ-", what].concat()),
            story: vec![],
            ways_out: vec![Phrase::new("accord-way-bring-versions-together").name("clause", label)],
        });
    };
    for s in &a.tree.sentences {
        let Some(no) = s.number else { continue };
        let Some(t) = b.tree.sentences.iter().find(|t| t.number == Some(no) && t.reading == s.reading) else {
            tell(&s.label, &s.span, "missing");
            continue;
        };
        let letters = |s: &crate::tree::Sentence| s.groups.iter().map(|g| g.options.iter().map(|o| o.letter.clone()).collect::<Vec<_>>()).collect::<Vec<_>>();
        if letters(s) != letters(t) {
            tell(&s.label, &s.span, "bracket");
            continue;
        }
        for (v, w) in s.variants.iter().zip(&t.variants) {
            if let Some(what) = differ(&v.body, &w.body) {
                tell(&s.label, &s.span, what);
                break;
            }
        }
    }
    let last = a.tree.sentences.last().map_or(0..0, |s| s.span.clone());
    for t in &b.tree.sentences {
        if let Some(no) = t.number
            && !a.tree.sentences.iter().any(|s| s.number == Some(no))
        {
            tell(&t.label, &last, "missing");
        }
    }
    out
}

fn differ(a: &Body, b: &Body) -> Option<&'static str> {
    let (Body::Duty(x), Body::Duty(y)) = (a, b) else {
        return (std::mem::discriminant(a) != std::mem::discriminant(b)).then_some("form");
    };
    if x.modal != y.modal {
        return Some("modal");
    }
    let spans = |d: &crate::tree::Duty| -> Vec<Span> {
        d.tails
            .iter()
            .filter_map(|t| match t {
                Tail::Upper(b) | Tail::Lower(b) | Tail::InThe(b) | Tail::Finish(b) => b.span_of,
                Tail::For(s, _) => Some(*s),
                _ => None,
            })
            .collect()
    };
    if spans(x) != spans(y) {
        return Some("deadline");
    }
    let amount = |d: &crate::tree::Duty| d.act.amount.as_ref().map(|a| (a.0, a.1));
    if amount(x) != amount(y) && !matches!((amount(x), amount(y)), (Some((_, Qty::Open)), None) | (None, Some((_, Qty::Open)))) {
        return Some("number");
    }
    let kinds = |d: &crate::tree::Duty| d.tails.iter().filter(|t| matches!(t, Tail::When(_) | Tail::Unless(_) | Tail::Until(_) | Tail::While(_))).count();
    (kinds(x) != kinds(y)).then_some("condition")
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::parse;

    const EN: &str = "AGREEMENT \"x\"\nParties.\n  Hamas is a party.\n  1.1 Hamas shall stop the fire, within 72 hours of entry into force.\n";
    const AR: &str = "اتفاق \"x\"\nالأطراف.\n  Hamas طرف.\n  1.1 Hamas يجب أن توقف النار، خلال 72 ساعة.\n";

    fn keys(a: &str, b: &str) -> Vec<String> {
        compare(&parse(a), &parse(b)).iter().map(|f| format!("{:?}", f.message.args[1].1)).collect()
    }

    #[test]
    fn a_number_a_verb_and_a_missing_clause_are_found_across_languages() {
        assert!(keys(EN, AR).is_empty(), "{:?}", keys(EN, AR));
        assert!(keys(EN, &AR.replace("72", "96"))[0].contains("deadline"));
        assert!(keys(EN, &AR.replace("يجب أن", "يجوز أن"))[0].contains("modal"));
        assert!(keys(EN, &AR.replace("1.1", "1.2")).iter().all(|k| k.contains("missing")));
    }
}
