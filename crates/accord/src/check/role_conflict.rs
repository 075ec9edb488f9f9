//! Kept out of a role and given it.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Modal;

pub(super) const CHECK: Check = Check {
    info: info(
        "role-conflict",
        Family::Conflict,
        Severity::Stop,
        "An actor that one clause keeps out of a role and another clause gives it.",
        "Both sides will say that they signed the clause they like.",
        "2.4 Delta shall not take any governing role in Mill. 2.5 Delta shall be part of the governing framework.",
    ),
    pairs: true,
    run,
};

/// Words of holding office.
const ROLE: [&str; 14] = [
    "role", "govern", "government", "framework", "council", "administration", "office", "board", "cabinet", "authority", "police", "committee", "assembly", "seat",
];

fn role(d: &crate::model::Duty) -> Vec<String> {
    let mut out: Vec<String> = d.act.words.iter().filter_map(|w| ROLE.iter().find(|r| w.starts_with(**r)).map(|r| (*r).to_owned())).collect();
    // A governing role, a government, an administration and a national framework are one matter.
    for w in &mut out {
        if matches!(w.as_str(), "government" | "framework" | "administration" | "authority" | "cabinet" | "role" | "office") {
            "govern".clone_into(w);
        }
    }
    out.sort();
    out.dedup();
    out
}

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    for (c, no) in duties.iter().filter(|(_, d)| d.modal == Modal::ShallNot) {
        let banned = role(no);
        if banned.is_empty() {
            continue;
        }
        for (o, yes) in duties.iter().filter(|(_, d)| d.modal != Modal::ShallNot) {
            let subject: Vec<String> = if yes.who.is_empty() { yes.act.names.iter().map(|n| n.1.clone()).collect() } else { yes.who.clone() };
            let given = role(yes);
            let takes = ["take", "be", "join", "hold", "have", "form", "enter", "part", "sit", "lead", "serve", "administer", "govern", "include", "participat"].iter().any(|v| yes.act.verb.starts_with(v))
                || (yes.act.passive && ["includ", "given", "appoint", "represent", "part"].iter().any(|v| yes.act.verb.starts_with(v)));
            if takes
                && no.who.iter().any(|w| subject.contains(w))
                && banned.iter().any(|b| given.contains(b))
                && super::shall_and_shall_not::overlap(cx, no, yes)
                && !super::shall_and_shall_not::prevails(cx, c.no, o.no)
            {
                let who = no.who.join(", ");
                cx.tell(&[c.sentence, o.sentence]).name("who", who).way("limit-window").way("say-prevails").way("define-role");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn kept_out_and_taken_in() {
        one("role-conflict", "2.4 Delta shall not take any governing role in Mill.\n2.5 Delta shall be part of the national framework.", &["2.4", "2.5"]);
    }

    #[test]
    fn another_actor_or_a_later_time_is_clean() {
        clean("role-conflict", "2.4 Delta shall not take any governing role in Mill.\n2.5 Upland shall take part in the government of Mill.\n2.6 Delta shall take part in the relief of Mill.");
        clean("role-conflict", "2.4 Delta shall not take any governing role in Mill, until 2.6 is done.\n2.5 Delta may take part in the government, when 2.6 is done.\n2.6 Elections shall be held, within 9 months of acceptance.");
    }
}
