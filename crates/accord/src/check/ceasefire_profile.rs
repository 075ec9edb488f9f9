//! What a ceasefire text should have and lacks; only when asked for, or when the text is one.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Modal, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "ceasefire-profile",
        Family::Complete,
        Severity::Note,
        "The points that the United Nations' guidance on ceasefires asks for and that a ceasefire text lacks: purpose, start, duration or review, area, permitted and prohibited acts, verification, settling of disputes.",
        "Each point left out has ended a ceasefire somewhere.",
        "1.1 Both parties shall observe the ceasefire.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let fires: Vec<(usize, crate::tree::ClauseNo)> =
        cx.m.duties().filter(|(_, d)| crate::lexicon::restraint(&d.act, d.modal)).map(|(c, _)| (c.sentence, c.no)).collect();
    let Some((first, _)) = fires.first().copied() else { return };
    if cx.profile != Some("ceasefire") {
        // A text in which a ceasefire is one clause among many is not judged as a ceasefire text unless asked.
        let all = cx.m.duties().count();
        let named = cx
            .m
            .duties()
            .any(|(_, d)| d.act.words.iter().any(|w| matches!(w.as_str(), "ceasefire" | "cease-fire" | "truce" | "cessation" | "hostilities")));
        if !named || fires.len() * 3 < all {
            return;
        }
    }
    let m = cx.m;
    let nos: Vec<_> = fires.iter().map(|f| f.1).collect();
    let duties: Vec<_> = m.duties().filter(|(c, _)| nos.contains(&c.no)).collect();
    let has = |f: &dyn Fn(&Body) -> bool| m.clauses.iter().any(|c| f(&c.body));
    let mut lacks: Vec<&str> = Vec::new();
    if !has(&|b| matches!(b, Body::Aim { .. })) {
        lacks.push("purpose");
    }
    let starts = duties.iter().any(|(c, d)| {
        !d.when.is_empty() || !d.uppers.is_empty() || d.from.is_some() || d.has(|t| matches!(t, Tail::On(_) | Tail::For(..))) || c.phase.is_some()
    });
    if !starts {
        lacks.push("start");
    }
    let lasts = duties.iter().any(|(c, d)| {
        d.until.is_some() || d.has(|t| matches!(t, Tail::For(..) | Tail::While(_) | Tail::Lasting)) || has(&|b| matches!(b, Body::Continues { clause, .. } if *clause == c.no))
    }) || has(&|b| matches!(b, Body::Ends { .. }));
    if !lasts {
        lacks.push("duration");
    }
    if !duties.iter().any(|(_, d)| d.act.names.iter().any(|n| matches!(n.0, crate::tree::NameKind::Place | crate::tree::NameKind::Line))) {
        lacks.push("area");
    }
    if !m.duties().any(|(_, d)| d.modal == Modal::May) {
        lacks.push("permitted");
    }
    if !m.duties().any(|(_, d)| d.modal == Modal::ShallNot) && !duties.iter().any(|(_, d)| d.act.names.iter().any(|n| n.0 == crate::tree::NameKind::Term)) {
        lacks.push("prohibited");
    }
    if !nos.iter().any(|n| m.verifier(*n).is_some()) {
        lacks.push("verification");
    }
    if !has(&|b| matches!(b, Body::IfNot { .. } | Body::Cure { .. })) && !m.duties().any(|(_, d)| d.act.verb.starts_with("conven") || d.act.words.iter().any(|w| w == "disputes")) {
        lacks.push("disputes");
    }
    if !lacks.is_empty() {
        let raw = cx.tell(&[first]);
        raw.number("count", i64::try_from(lacks.len()).unwrap_or(0));
        for l in lacks {
            raw.story(&["lacks-", l].concat(), &[]);
        }
        raw.way("add-points");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_bare_ceasefire_lacks_most_points() {
        let f = one("ceasefire-profile", "1.1 Both parties shall observe the ceasefire.", &["1.1"]);
        assert_eq!(f.story.len(), 8);
    }

    #[test]
    fn a_full_one_lacks_none() {
        clean(
            "ceasefire-profile",
            "1.1 \"an end of the fighting\" is an aim.\n1.2 Both parties shall observe the ceasefire in Mill, for 60 days from acceptance.\n1.3 Both parties shall not fire in Mill.\n1.4 Each party may carry its wounded, for 60 days from acceptance.\n1.5 Watch verifies 1.2.\n1.6 If 1.2 is breached, the mediators together shall convene the parties within 2 days of notice.",
        );
    }
}
