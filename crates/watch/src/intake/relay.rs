//! Relays: who passes words on, who heard them, and quotations without a cue of their own.

use super::cues::Cue;
use super::ground::Ground;
use super::layer::Quote;
use super::reading::{ActorType, Force, Grade, Said};
use super::speakers::Discourse;
use super::statements::Draft;
use super::subjects;
use super::vocabulary::Class;
use std::ops::Range;

fn place(actor: super::reading::ActorId) -> Option<usize> {
    usize::try_from(actor.0).ok().and_then(|a| a.checked_sub(1))
}

/// Who was told: a named actor among the words, or one that a short form leads to.
pub(super) fn hearer(ground: &Ground<'_>, discourse: &mut Discourse, words: Range<usize>) -> Option<usize> {
    if let Some((m, _)) = subjects::mentions_in(ground.layer, words.clone()).next() {
        return place(m.actor);
    }
    let h = subjects::head(ground, words.clone());
    if ground.has(h, Class::OUTLET) && ground.has(words.start, Class::DETERMINER) {
        let same = discourse.resolve(ground, words, false)?;
        return same.actor;
    }
    None
}

/// "a note …, seen by Corvan Wire": who saw the source's paper.
pub(super) fn seen_by(ground: &Ground<'_>, discourse: &Discourse, end: usize) -> Vec<usize> {
    let at = if ground.is(end, ",") { end + 1 } else { end };
    let cues = ["seen", "obtained", "reviewed", "quoted", "cited", "carried", "published", "reported", "broadcast", "aired"];
    if !(ground.one_of(at, &cues) && ground.is(at + 1, "by")) {
        return Vec::new();
    }
    let mentions = subjects::mentions_in(ground.layer, at + 2..at + 8);
    mentions.filter_map(|(m, _)| place(m.actor)).filter(|a| is_outlet(discourse, *a)).take(1).collect()
}

fn is_outlet(discourse: &Discourse, actor: usize) -> bool {
    discourse.cast.actors.get(actor).is_some_and(|a| a.kind == ActorType::Outlet)
}

/// Outlets of a sentence that pass on what it says: "which the Telegraph cited", "as quoted by Y",
/// "in an interview with Z", "by the same newspaper".
pub(super) fn carriers(ground: &Ground<'_>, discourse: &mut Discourse, sentence: &Range<usize>, cues: &[Cue]) -> Vec<usize> {
    let mut out = Vec::new();
    let mentions: Vec<(usize, Range<usize>)> = subjects::mentions_in(ground.layer, sentence.clone())
        .filter_map(|(m, _)| place(m.actor).map(|a| (a, m.tokens.clone())))
        .filter(|(a, _)| is_outlet(discourse, *a))
        .collect();
    let carry = ["cited", "quoted", "carried", "published", "aired", "broadcast", "reported", "relayed"];
    for (actor, tokens) in mentions {
        let mut before = tokens.start.wrapping_sub(1);
        if ground.has(before, Class::DETERMINER) {
            before = before.wrapping_sub(1);
        }
        let by = ground.is(before, "by") && (before.saturating_sub(3)..before).any(|i| ground.one_of(i, &carry) || ground.is(i, "saying"));
        let which = ground.one_of(before, &["which", "that", "as"]) && ground.one_of(tokens.end, &carry);
        let interview = ground.one_of(before, &["with", "to", "on", "for"])
            && (before.saturating_sub(4)..before).any(|i| {
                ground.one_of(i, &["interview", "interviewed", "remarks", "comments", "speaking", "spoke", "statement", "letter"])
            });
        let quotes = ground.one_of(tokens.end, &["quoted", "cited"]) && cues.iter().any(|c| c.tokens.start > tokens.end);
        if by || which || interview || quotes {
            out.push(actor);
        }
    }
    // "by the same newspaper".
    for i in sentence.clone() {
        if ground.is(i, "by")
            && ground.is(i + 1, "the")
            && (ground.has(i + 2, Class::OUTLET) || ground.is(i + 2, "same") && ground.has(i + 3, Class::OUTLET))
        {
            let end = if ground.is(i + 2, "same") { i + 4 } else { i + 3 };
            if let Some(actor) = discourse.resolve(ground, i + 1..end, false).and_then(|s| s.actor) {
                out.push(actor);
            }
        }
    }
    out.dedup();
    out
}

/// Quotations of a sentence that no cue took.
///
/// A sentence that is wholly quoted goes with the statement before it in its paragraph, or, across a
/// paragraph's end, is a statement of the same speaker at grade B.
pub(super) fn loose_quotes(ground: &Ground<'_>, discourse: &mut Discourse, drafts: &mut Vec<Draft>, begin: usize, s: usize) {
    let layer = ground.layer;
    let Some(sentence) = layer.sentences.get(s) else { return };
    let from = layer.quotes.partition_point(|q| q.span.end <= sentence.span.start);
    let quotes: Vec<&Quote> =
        layer.quotes[from..].iter().take_while(|q| q.span.start < sentence.span.end).filter(|q| q.inside.is_none()).collect();
    if drafts.len() > begin {
        adopt_before(ground, drafts, begin, s);
        return;
    }
    if quotes.is_empty() {
        return;
    }
    let words = sentence.tokens.clone().filter(|i| ground.is_word(*i) || ground.is_number(*i));
    let (mut all, mut inside) = (0usize, 0usize);
    for i in words {
        all += 1;
        inside += usize::from(quotes.iter().any(|q| q.tokens.contains(&i)));
    }
    if all == 0 || inside * 10 < all * 9 {
        return;
    }
    let content: Vec<Range<usize>> = vec![sentence.tokens.clone()];
    // The same paragraph: one statement; the next paragraph: carried over.
    let before = drafts.iter().rposition(|d| d.sentence < s && s <= d.sentence + 6);
    let Some(k) = before else { return };
    if drafts[k].content.is_empty() || drafts[k].rule == "opened" && drafts[k].paragraph + 1 >= sentence.paragraph {
        // "declared:" and its words in the next paragraph.
        drafts[k].rule = "opened";
        drafts[k].paragraph = sentence.paragraph;
        drafts[k].content.extend(content);
        return;
    }
    let adjacent = drafts[k].paragraph == sentence.paragraph;
    let quoted_before = drafts[k].content.iter().any(|r| !super::contents::quotes_in(layer, layer.span(r.clone())).is_empty());
    let unbroken = layer.sentences[drafts[k].sentence + 1..s]
        .iter()
        .all(|x| x.tokens.clone().all(|i| layer.quote_of(i).is_some() || !ground.is_word(i)));
    let cue_last = drafts[k].rule == "verb-after" || drafts[k].rule == "carried";
    if adjacent && quoted_before && unbroken && cue_last {
        drafts[k].content.extend(content);
        return;
    }
    let continues = quotes.iter().any(|q| q.continues.is_some());
    let near = sentence.paragraph <= last_paragraph(layer, &drafts[k], s) + 1;
    if !(near && (quoted_before && unbroken || adjacent || continues)) {
        return;
    }
    if let (true, Some(open)) = (drafts[k].rule == "carried" && unbroken, drafts.get_mut(k)) {
        open.content.extend(content);
        return;
    }
    let old = drafts[k].clone();
    let Some(speaker) = old.speaker else { return };
    discourse.last = Some((speaker, s));
    drafts.push(Draft {
        speaker: Some(speaker),
        reported_by: if unbroken { old.reported_by } else { Vec::new() },
        kind: Said::Speech,
        force: Force::Say,
        source: None,
        cue: None,
        content,
        date: None,
        addressee: None,
        venue: None,
        grade: Grade::B,
        rule: "carried",
        sentence: s,
        paragraph: sentence.paragraph,
    });
}

/// The paragraph in which a draft's last sentence before another stands.
fn last_paragraph(layer: &super::layer::Layer, draft: &Draft, s: usize) -> usize {
    let end = draft.content.iter().map(|r| r.end).max().unwrap_or(0);
    layer
        .sentence_of(end.saturating_sub(1))
        .filter(|x| *x < s)
        .and_then(|x| layer.sentences.get(x))
        .map_or(draft.paragraph, |x| x.paragraph)
}

/// Quoted sentences that stand before an attribution in the same paragraph belong to it.
fn adopt_before(ground: &Ground<'_>, drafts: &mut [Draft], begin: usize, s: usize) {
    let layer = ground.layer;
    let Some(draft) = drafts.get(begin) else { return };
    if draft.rule != "verb-after" {
        return;
    }
    let starts_quoted = draft.content.first().is_none_or(|r| ground.is_quote(r.start));
    if !starts_quoted {
        return;
    }
    let paragraph = draft.paragraph;
    let mut extra: Vec<Range<usize>> = Vec::new();
    for t in (0..s).rev() {
        let Some(x) = layer.sentences.get(t).filter(|x| x.paragraph == paragraph) else { break };
        let taken = drafts[..begin]
            .iter()
            .rev()
            .take(20)
            .any(|d| d.sentence == t || d.content.iter().any(|r| r.start < x.tokens.end && x.tokens.start < r.end));
        let quoted = x.tokens.clone().all(|i| layer.quote_of(i).is_some() || !ground.is_word(i));
        if taken || !quoted {
            break;
        }
        let from = x.tokens.clone().find(|i| ground.is_quote(*i)).unwrap_or(x.tokens.start);
        extra.push(from..x.tokens.end);
    }
    if let Some(draft) = drafts.get_mut(begin) {
        for range in extra {
            draft.content.insert(0, range);
        }
    }
}
