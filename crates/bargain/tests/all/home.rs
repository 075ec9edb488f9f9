//! Bodies, routes and power against known answers, the handbook's example, and brute force.

use bargain::exact::{Fraction, read as number};
use bargain::home::game::{Game, Threshold};
use bargain::home::power::{BodyPower, of_body};
use bargain::home::weigh::{Outcome, RouteOutcome};
use bargain::home::{Home, Vote, read};
use num_bigint::BigUint;
use proptest::prelude::*;

fn body(quota: u64, seats: &[u32]) -> BodyPower {
    let members: Vec<String> = seats.iter().enumerate().map(|(n, s)| format!("{{ name = \"m{n}\", seats = {s} }}")).collect();
    let text = format!("[[body]]\nname = \"b\"\nquota = {quota}\nmembers = [{}]\n", members.join(", "));
    of_body(&read::read("b.toml", text.as_bytes()).expect("a body").bodies[0])
}

fn banzhaf(power: &BodyPower) -> Vec<String> {
    power.members.iter().map(|m| m.banzhaf.clone().expect("counted").to_string()).collect()
}

fn shapley(power: &BodyPower) -> Vec<Fraction> {
    power.members.iter().map(|m| m.shapley_shubik.clone().expect("counted")).collect()
}

fn fraction(text: &str) -> Fraction {
    number(text).expect("a number")
}

#[test]
fn the_security_council_gives_its_permanent_members_their_power() {
    let seats: Vec<u32> = std::iter::repeat_n(7, 5).chain(std::iter::repeat_n(1, 10)).collect();
    let power = body(39, &seats);
    for (n, m) in power.members.iter().enumerate() {
        let (shapley, banzhaf) = if n < 5 { ("421/2145", "106/635") } else { ("4/2145", "21/1270") };
        assert_eq!(m.shapley_shubik.as_ref(), Some(&fraction(shapley)), "member {n}");
        assert_eq!(m.banzhaf.as_ref(), Some(&fraction(banzhaf)), "member {n}");
        assert_eq!(m.veto, n < 5);
        assert!(!m.dummy);
    }
    assert_eq!(power.minimal_winning, Some(BigUint::from(210_u16)));
}

#[test]
fn the_council_as_a_rule_of_members_and_vetoes_is_the_same_game() {
    let names: Vec<String> = (0..15).map(|n| format!("m{n}")).collect();
    let members: Vec<String> = names.iter().map(|n| format!("{{ name = \"{n}\", seats = 1 }}")).collect();
    let text = format!("[[body]]\nname = \"b\"\nquota = 9\nvetoes = {:?}\nmembers = [{}]\n", &names[..5], members.join(", "));
    let home = read::read("b.toml", text.as_bytes()).expect("a body");
    let power = of_body(&home.bodies[0]);
    assert_eq!(power.members[0].shapley_shubik, Some(fraction("421/2145")));
    assert_eq!(power.members[14].banzhaf, Some(fraction("21/1270")));
    assert_eq!(power.minimal_winning, Some(BigUint::from(210_u16)));
}

#[test]
fn luxembourg_never_decided_in_1958() {
    let power = body(12, &[4, 4, 4, 2, 2, 1]);
    assert_eq!(banzhaf(&power), ["5/21", "5/21", "5/21", "1/7", "1/7", "0"]);
    assert!(power.members[5].dummy && !power.members[4].dummy);
}

#[test]
fn the_25th_knesset_as_elected() {
    let power = body(61, &[32, 24, 14, 12, 11, 7, 6, 5, 5, 4]);
    let expected = [315, 191, 123, 99, 89, 57, 49, 39, 39, 27].map(|n| fraction(&format!("{n}/1028")));
    let found: Vec<Fraction> = power.members.iter().map(|m| m.banzhaf.clone().expect("counted")).collect();
    assert_eq!(found, expected);
    assert_eq!(power.minimal_winning, Some(BigUint::from(70_u8)));
}

#[test]
fn a_hundred_voters_are_counted_exactly() {
    let seats: Vec<u32> = (0..100).map(|n| 1 + n / 5).collect();
    let power = body(526, &seats);
    assert_eq!(shapley(&power).iter().sum::<Fraction>(), fraction("1"));
    assert_eq!(power.members.iter().map(|m| m.banzhaf.clone().expect("counted")).sum::<Fraction>(), fraction("1"));
    assert!(power.members.windows(2).all(|w| w[0].banzhaf <= w[1].banzhaf));
}

#[test]
fn more_voters_than_a_machine_word_holds_are_still_exact() {
    let power = body(81, &vec![1; 160]);
    assert!(shapley(&power).iter().all(|s| *s == fraction("1/160")));
}

fn handbook() -> Home {
    let page = include_str!("../../../../handbook/ratify.md");
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("the example");
    read::read("upland.toml", example.as_bytes()).expect("the handbook's example")
}

fn route<'a>(all: &'a [RouteOutcome], name: &str) -> &'a RouteOutcome {
    all.iter().find(|r| r.name == name).expect("the route")
}

#[test]
fn the_handbooks_example_says_what_the_page_says() {
    let home = handbook();
    let all = home.weigh();
    let vote = route(&all, "vote on the deal");
    assert_eq!(vote.result, Outcome::Open);
    assert_eq!((vote.parts[0].interval, vote.parts[0].quota), ((70, 110), 61));
    assert_eq!((vote.parts[1].interval, vote.parts[1].quota, vote.parts[1].margin), ((1, 2), 2, -1));
    let names = |sets: &bargain::home::game::Sets| sets.sets.iter().map(|s| vote.names(s)).collect::<Vec<_>>();
    assert_eq!(names(&vote.sufficient), [["Willow"]]);
    assert_eq!(names(&vote.blocking), [["Willow"]]);
    let pivots = vote.pivots.as_ref().expect("counted");
    assert_eq!(pivots.iter().find(|p| p.0 == "Willow").map(|p| p.1.clone()), Some(BigUint::from(2_u8)));
    assert_eq!(vote.completions, Some((BigUint::from(2_u8), BigUint::from(4_u8))));
    let fails = route(&all, "no confidence");
    assert_eq!((fails.result, fails.parts[0].interval, fails.parts[0].margin), (Outcome::Fails, (0, 55), -6));
    assert!(fails.sufficient.sets.is_empty());
    assert_eq!(fails.blocking.sets, [Vec::<usize>::new()]);

    let flips = home.flips();
    let found: Vec<_> = flips.iter().map(|f| (f.provision.as_str(), f.member.as_str(), f.from, f.to, f.result)).collect();
    let passes = (Outcome::Open, Outcome::Passes);
    assert_eq!(found, [("return of the north bank", "Sedge", Vote::No, Vote::Yes, passes)]);

    let lapses = home.lapses();
    assert_eq!(lapses.len(), 1);
    assert_eq!((lapses[0].until.as_str(), lapses[0].member.as_str()), ("2031-05-31", "Heron"));
    assert_eq!(lapses[0].vote, (Vote::Yes, Vote::Unknown));
    let later = home.weigh_route(&home.routes[0], &home.deal(), Some("2031-06-01"));
    assert_eq!((later.result, later.parts[0].interval), (Outcome::Open, (40, 110)));
}

#[test]
fn a_package_passes_at_home_when_its_options_flip_the_right_member() {
    let mut home = handbook();
    home.provisions[0].option = Some(("north bank".into(), "returned".into()));
    let with = home.with_package("vote on the deal", &[("north bank", "returned")]);
    let without = home.with_package("vote on the deal", &[("north bank", "kept")]);
    assert_eq!((with, without), (Some(Outcome::Open), Some(Outcome::Passes)));
    assert_eq!(home.with_package("no such vote", &[]), None);
}

#[test]
fn tables_may_be_named_in_the_plural() {
    let plural = "[[bodies]]\nname = \"b\"\n[[bodies.member]]\nname = \"m\"\nseats = 1\n\
                  [[routes]]\nname = \"r\"\nbody = \"b\"\n[[stances]]\nmember = \"m\"\nvote = \"yes\"\n";
    let home = read::read("p.toml", plural.as_bytes()).expect("a home");
    assert_eq!(home.weigh()[0].result, Outcome::Passes);
}

#[test]
fn a_double_majority_needs_both() {
    let members = |seats: [u32; 4]| {
        let m: Vec<String> = seats.iter().enumerate().map(|(n, s)| format!("{{ name = \"m{n}\", seats = {s} }}")).collect();
        m.join(", ")
    };
    let text = format!(
        "[[body]]\nname = \"people\"\nquota = \"more than 1/2\"\nmembers = [{}]\n\
         [[route]]\nname = \"both\"\nbody = \"people\"\nalso = [{{ body = \"people\", by = \"members\", quota = \"at least 3/4\" }}]\n\
         [[stance]]\nmember = \"m0\"\nvote = \"yes\"\n",
        members([60, 20, 10, 10])
    );
    let home = read::read("d.toml", text.as_bytes()).expect("a home");
    let both = &home.weigh()[0];
    assert_eq!(both.result, Outcome::Open);
    assert_eq!(both.sufficient.sets.len(), 3, "any two of the small ones: {:?}", both.sufficient);
    let power = home.route_power(&home.routes[0], &home.deal(), None);
    // m0 is in every majority of seats; the small ones are alike.
    assert!(power[0].veto && power.iter().skip(1).all(|p| !p.veto));
    assert_eq!(power.iter().map(|p| p.banzhaf.clone().expect("counted").to_string()).collect::<Vec<_>>(), ["2/5", "1/5", "1/5", "1/5"]);
}

#[test]
fn abstentions_count_as_the_rule_says() {
    let outcome = |rule: &str| {
        let text = format!(
            "[[body]]\nname = \"b\"\nquota = \"more than 1/2\"\n{rule}\n\
             members = [{{ name = \"a\", seats = 4 }}, {{ name = \"b\", seats = 3 }}, {{ name = \"c\", seats = 3 }}]\n\
             [[route]]\nname = \"r\"\nbody = \"b\"\n\
             [[stance]]\nmember = \"a\"\nvote = \"yes\"\n[[stance]]\nmember = \"b\"\nvote = \"no\"\n[[stance]]\nmember = \"c\"\nvote = \"abstain\"\n"
        );
        let home = read::read("a.toml", text.as_bytes()).expect("a home");
        let r = home.weigh().remove(0);
        (r.result, r.parts[0].quota)
    };
    assert_eq!(outcome(""), (Outcome::Fails, 6));
    assert_eq!(outcome("rule = \"cast\"\nabstention = \"out\""), (Outcome::Passes, 4));
    assert_eq!(outcome("rule = \"cast\""), (Outcome::Fails, 6));
    assert_eq!(outcome("abstention = \"for\""), (Outcome::Passes, 6));
    assert_eq!(outcome("rule = \"cast\"\nabstention = \"out\"\nvetoes = [\"c\"]"), (Outcome::Passes, 4));
    assert_eq!(outcome("rule = \"cast\"\nabstention = \"out\"\nvetoes = [\"c\"]\nveto_on = \"not yes\""), (Outcome::Fails, 4));
    assert_eq!(outcome("rule = \"cast\"\nabstention = \"out\"\nminimum_members = 2"), (Outcome::Fails, 4));
}

#[test]
fn a_partner_that_quits_the_cabinet_still_sits_in_parliament() {
    let mut home = handbook();
    home.departures.push(bargain::home::Departure {
        member: "Sedge".into(),
        body: "Cabinet".into(),
        conditions: vec![bargain::home::Condition { provision: "return of the north bank".into(), with: true }],
        until: None,
        source: "a threat".into(),
    });
    let vote = home.weigh().remove(0);
    assert_eq!((vote.parts[0].interval, vote.parts[0].quota), ((70, 110), 61));
    assert_eq!((vote.parts[1].interval, vote.parts[1].quota), ((1, 2), 2));
}

#[test]
fn two_stances_that_contradict_each_other_leave_the_member_undecided() {
    let mut home = handbook();
    let mut other = home.stances[0].clone();
    other.vote = Vote::No;
    home.stances.push(other);
    let vote = home.weigh().remove(0);
    assert_eq!(vote.contradictions, ["Reed"]);
    assert_eq!(vote.votes["Reed"], Vote::Unknown);
}

#[test]
fn a_file_that_cannot_be_used_says_where() {
    let complaint = |text: &str| {
        let c = read::read("x.toml", text.as_bytes()).expect_err("a complaint");
        (c.line, c.what.key)
    };
    let body = "[[body]]\nname = \"b\"\nmembers = [{ name = \"a\", seats = 1 }]\n";
    assert_eq!(complaint("[[body]\n").1, "home-not-ours");
    assert_eq!(complaint("[[things]]\nname = \"b\"\n"), (Some(1), "home-not-ours".into()));
    assert_eq!(complaint(&format!("{body}[[route]]\nname = \"r\"\nbody = \"c\"\n")), (Some(6), "home-body-unknown".into()));
    assert_eq!(complaint(&format!("{body}quota = \"half\"\n")), (Some(4), "home-quota".into()));
    assert_eq!(complaint(&format!("{body}[[stance]]\nmember = \"a\"\nvote = \"maybe\"\n")), (Some(6), "home-word".into()));
    let condition = format!("{body}[[stance]]\nmember = \"a\"\nvote = \"no\"\ncondition = \"with x\"\n");
    assert_eq!(complaint(&condition).1, "home-provision-unknown");
    assert_eq!(complaint(&format!("{body}[[stance]]\nmember = \"z\"\nvote = \"no\"\n")).1, "home-member-unknown");
    assert_eq!(complaint(&format!("{body}date = \"May\"\n")), (Some(4), "home-date".into()));
}

#[test]
fn the_frontiers_packages_that_fail_at_home_are_left_out() {
    use bargain::domain::{Domain, Estimate, Issue, Kind, Side};
    use bargain::exact::whole;
    let issue = Issue { name: "north bank".into(), options: vec!["returned".into(), "kept".into()], kind: Kind::Options };
    let side = |name: &str, w: [i64; 2]| Side {
        name: name.into(),
        worth: vec![w.iter().map(|w| Estimate::exact(whole(*w))).collect()],
        reservation: None,
        discount: None,
        ranks: vec![None],
    };
    let domain = Domain { issues: vec![issue], sides: vec![side("a", [1, 0]), side("b", [0, 1])], ..Domain::default() };
    let frontier = bargain::frontier::Frontier::of_domain(&domain, Default::default()).expect("a frontier");
    let mut home = handbook();
    home.provisions[0].option = Some(("north bank".into(), "returned".into()));
    let mut stern = home.clone();
    stern.stances.retain(|s| s.member == "Reed" && s.route.as_deref() == Some("vote on the deal"));
    stern.stances[0].vote = Vote::No;
    let mut no = stern.stances[0].clone();
    no.member = "Heron".into();
    no.conditions = vec![bargain::home::Condition { provision: "return of the north bank".into(), with: true }];
    stern.stances.push(no);
    let route = "vote on the deal";
    let found = bargain::report::ratified(&domain, &frontier, &[(&home, route), (&stern, route)], 10);
    let shown: Vec<_> = found.iter().map(|r| (r.package.clone(), r.results.clone())).collect();
    assert_eq!(shown, [(vec![1], vec![Outcome::Passes, Outcome::Open])]);
}

#[test]
fn the_report_says_what_the_contract_asks_for() {
    let report = bargain::report::ratify(&handbook());
    let vote = &report.routes[0];
    assert_eq!((vote.result, vote.interval, vote.quota, vote.margin), ("open", [70, 110], 61, 9));
    assert_eq!(vote.completions, Some(("2".into(), "4".into())));
    assert_eq!(vote.sufficient, [["Willow"]]);
    assert!(vote.sets_complete);
    assert_eq!(report.bodies[0].members[0].banzhaf.as_deref(), Some("5/13"));
    assert_eq!((report.flips[0].from, report.flips[0].to, report.flips[0].result), ("no", "yes", "passes"));
    assert_eq!((report.lapses[0].to, report.lapses[0].result), ("unknown", "open"));
}

/// A small game and whether every set of its voters wins.
fn games() -> impl Strategy<Value = Game> {
    (1_usize..8, 1_usize..4).prop_flat_map(|(voters, thresholds)| {
        let one = (prop::collection::vec(0_u64..9, voters), 0_u64..25).prop_map(|(weights, need)| Threshold { weights, need });
        prop::collection::vec(one, thresholds).prop_map(move |t| Game::new(voters, t))
    })
}

proptest! {
    #[test]
    fn counts_and_sets_are_those_of_every_coalition(game in games()) {
        let n = game.voters();
        let all = 0..1_u32 << n;
        let won: Vec<bool> = all.clone().map(|mask| game.wins(&(0..n).map(|i| mask >> i & 1 == 1).collect::<Vec<bool>>())).collect();
        let wins = |mask: u32| won[mask as usize];
        let tally = game.tally().expect("small enough");
        prop_assert_eq!(tally.winning, BigUint::from(all.clone().filter(|&m| wins(m)).count()));
        for v in 0..n {
            for size in 0..n {
                let decides = |m: &u32| m >> v & 1 == 0 && m.count_ones() as usize == size && !wins(*m) && wins(m | 1 << v);
                prop_assert_eq!(&tally.swings[v][size], &BigUint::from(all.clone().filter(decides).count()));
            }
        }
        let members = |m: u32| (0..n).filter(|i| m >> i & 1 == 1).collect::<Vec<_>>();
        let smallest = |has: &dyn Fn(u32) -> bool| {
            let mut sets: Vec<Vec<usize>> = all.clone()
                .filter(|&m| has(m) && (0..n).filter(|i| m >> i & 1 == 1).all(|i| !has(m & !(1 << i))))
                .map(members)
                .collect();
            sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
            sets
        };
        let full = (1_u32 << n) - 1;
        let sufficient = smallest(&|m| wins(m));
        prop_assert_eq!(game.minimal_winning(), Some(BigUint::from(sufficient.len())));
        prop_assert_eq!(game.sufficient().sets, sufficient);
        prop_assert_eq!(game.blocking().sets, smallest(&|m| !wins(full & !m)));
    }
}
