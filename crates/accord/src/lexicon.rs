//! What the checks know of verbs: whether an act lasts, can be undone, has degrees, uses force.
//!
//! Stems, compared with the beginning of a verb; one table, so that two checks cannot disagree.

use crate::tree::{Act, Modal};

fn any(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|s| word.starts_with(s))
}

/// An act that is kept up rather than finished.
pub(crate) fn lasting(act: &Act) -> bool {
    any(
        &act.verb,
        &[
            "observ",
            "maintain",
            "respect",
            "continu",
            "refrain",
            "keep",
            "ensur",
            "protect",
            "allow",
            "prevent",
            "cooperat",
            "facilitat",
            "supply",
            "monitor",
            "secur",
            "guard",
            "compl",
            "abide",
            "abstain",
            "uphold",
            "honour",
            "permit",
            "host",
        ],
    ) && !act.begin
}

/// An act that cannot be taken back.
pub(crate) fn irreversible(act: &Act) -> bool {
    any(
        &act.verb,
        &[
            "releas",
            "hand",
            "disarm",
            "destroy",
            "return",
            "transfer",
            "dismantl",
            "decommission",
            "demobilis",
            "disclos",
            "surrender",
            "confiscat",
            "disband",
            "deliver",
        ],
    )
}

/// An act that can be stopped or reversed at will.
pub(crate) fn reversible(act: &Act) -> bool {
    any(
        &act.verb,
        &[
            "stop", "suspend", "observ", "withdraw", "admit", "open", "halt", "paus", "lift", "allow", "cease", "reduc", "redeploy",
            "pull", "refrain",
        ],
    )
}

/// An act with degrees: without a measure nobody can say when it is done.
pub(crate) fn gradual(act: &Act) -> bool {
    any(
        &act.verb,
        &[
            "disarm",
            "withdraw",
            "demilitaris",
            "demilitariz",
            "restor",
            "rebuil",
            "reform",
            "reduc",
            "improv",
            "normalis",
            "dismantl",
            "redeploy",
            "pull",
            "regain",
            "disband",
            "eas",
            "strengthen",
        ],
    )
}

/// Leaves a place with forces.
pub(crate) fn leaves(act: &Act) -> bool {
    any(&act.verb, &["withdraw", "leave", "redeploy", "pull", "evacuat"])
}

/// Takes up a place with forces.
pub(crate) fn takes_up(act: &Act) -> bool {
    any(&act.verb, &["deploy", "occupy", "enter", "take"])
        && (act.words.iter().any(|w| w == "to" || w == "in") || act.verb.starts_with("deploy") || act.verb.starts_with("enter"))
}

/// Uses armed force, or may.
pub(crate) fn force(act: &Act) -> bool {
    any(
        &act.verb,
        &["pursue", "strik", "attack", "bomb", "fire", "raid", "fight", "shoot", "target", "defend", "shell", "resum", "engag", "retaliat"],
    ) || (act.verb == "act" && act.words.iter().any(|w| w.starts_with("defen") || w.starts_with("self-defen")))
        || (any(&act.verb, &["use", "carry", "conduct", "exercise"])
            && act
                .words
                .iter()
                .any(|w| matches!(w.as_str(), "force" | "strikes" | "operations" | "raids" | "self-defence" | "self-defense" | "fire")))
}

/// Holds force back: a ceasefire, an end of fire.
pub(crate) fn restraint(act: &Act, modal: Modal) -> bool {
    const OBJECTS: [&str; 14] = [
        "ceasefire",
        "truce",
        "bombing",
        "fire",
        "firing",
        "hostilities",
        "attacks",
        "operations",
        "strikes",
        "shelling",
        "fighting",
        "cease-fire",
        "raids",
        "calm",
    ];
    let object = act.words.iter().any(|w| OBJECTS.contains(&w.as_str()));
    match modal {
        Modal::Shall | Modal::Should => {
            object
                && any(&act.verb, &["observ", "stop", "halt", "cease", "end", "suspend", "maintain", "respect", "refrain", "keep", "paus"])
        }
        Modal::ShallNot => force(act) || (object && any(&act.verb, &["conduct", "carry", "launch", "resum", "open"])),
        Modal::May => false,
    }
}

/// Verbs that undo each other.
const OPPOSITES: &[(&str, &str)] = &[
    ("open", "close"),
    ("open", "shut"),
    ("withdraw", "enter"),
    ("withdraw", "deploy"),
    ("leave", "enter"),
    ("leave", "stay"),
    ("releas", "hold"),
    ("releas", "detain"),
    ("stop", "continu"),
    ("lift", "impos"),
    ("admit", "block"),
    ("admit", "refus"),
    ("allow", "prevent"),
    ("allow", "forbid"),
    ("disarm", "arm"),
    ("keep", "surrender"),
    ("keep", "hand"),
    ("publish", "withhold"),
    ("dissolv", "maintain"),
];

/// Whether one act undoes the other.
pub(crate) fn opposite(a: &Act, b: &Act) -> bool {
    OPPOSITES.iter().any(|(x, y)| (a.verb.starts_with(x) && b.verb.starts_with(y)) || (a.verb.starts_with(y) && b.verb.starts_with(x)))
}

/// The verb's stem, for comparing two acts.
pub(crate) fn stem(verb: &str) -> &str {
    for end in ["ing", "ed", "es", "s", "d", "e"] {
        if let Some(s) = verb.strip_suffix(end)
            && s.len() > 3
        {
            return s;
        }
    }
    verb
}

const SMALL: [&str; 30] = [
    "the", "a", "an", "its", "their", "to", "of", "in", "from", "all", "any", "at", "least", "most", "and", "with", "into", "on", "this",
    "by", "be", "open", "more", "than", "no", "up", "new", "other", "for", "out",
];

/// The words of an act's object, small words and verb left out.
pub(crate) fn object(act: &Act) -> Vec<String> {
    let mut out: Vec<String> = act
        .words
        .iter()
        .filter(|w| **w != act.verb && !SMALL.contains(&w.as_str()) && !w.chars().all(|c| c.is_ascii_digit()))
        .map(|w| stem(w).to_owned())
        .collect();
    out.sort();
    out.dedup();
    out
}

/// Whether two acts are about the same thing, by the words of their objects: one contains the other, and neither is empty.
pub(crate) fn same_object(x: &[String], y: &[String]) -> bool {
    if x.is_empty() || y.is_empty() {
        return x.is_empty() && y.is_empty();
    }
    let (few, many) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    few.iter().all(|w| many.contains(w))
}
