//! Laws of conveying: what crosses is within what its owner gave, and asking for less never fails
//! where more would pass.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use talks::conveyance::{Holds, Leave, Preparation, objections, word_for_word};
use talks::message::MessageKind;
use talks::permission::{Answers, Conditions, Permission, Version};
use terms::disclosure::{Form, PermissionForm, Source, Standing, Use, VersionState};
use terms::id::{EntryNo, EntryRef, PartyId, RoomCode};
use terms::language::{Language, Words};
use terms::time::Stamp;

const ORIGINAL: &str = "We open the road on Friday.";
const NOW: i64 = 100;

#[derive(Debug, Clone)]
struct Situation {
    prep: Preparation,
    permission: Permission,
    spoken: Standing,
    mandate: Option<Standing>,
    recalled: bool,
    holds: Holds,
}

fn against(s: &Situation) -> Vec<String> {
    let leave = Leave {
        of: EntryNo(1),
        original: ORIGINAL,
        recalled: s.recalled,
        spoken_standing: s.spoken,
        mandate: s.mandate,
        permission: Some((&s.permission, s.holds)),
    };
    objections(&s.prep, Some(leave), None, Stamp(NOW)).into_iter().map(|p| p.key).collect()
}

/// One of a ladder, mostly `usual`, so that situations are near to crossing.
fn near<T: std::fmt::Debug + Copy + 'static>(usual: T, all: &'static [T]) -> impl Strategy<Value = T> {
    prop_oneof![12 => Just(usual), 1 => proptest::sample::select(all)]
}

/// Mostly words that may be said.
fn usage() -> impl Strategy<Value = Use> {
    prop_oneof![6 => Just(Use::ReadBack), 4 => Just(Use::WordForWord), 2 => Just(Use::Discretion), 1 => Just(Use::EarsOnly), 1 => Just(Use::Guide)]
}

fn answers(source: Source, form: Form, standing: Standing) -> impl Strategy<Value = Answers> {
    (usage(), near(source, Source::ALL), near(form, Form::ALL), near(standing, Standing::ALL))
        .prop_map(|(use_, source, form, standing)| Answers { use_, source, form, standing })
}

fn wording() -> impl Strategy<Value = Vec<Version>> {
    let text = prop_oneof![4 => Just(ORIGINAL), 1 => Just("The road may open.")];
    let version = (text, near(VersionState::Original, VersionState::ALL)).prop_map(|(text, state)| Version {
        words: Words::new(Language::En, text),
        state,
        by: None,
        checked_by: None,
        back: None,
    });
    proptest::collection::vec(version, 1..2)
}

fn conditions() -> impl Strategy<Value = Conditions> {
    let moment = || prop_oneof![5 => Just(None), 1 => (90_i64..110).prop_map(|t| Some(Stamp(t)))];
    (
        moment(),
        prop_oneof![4 => Just(Some(Stamp(200))), 1 => moment()],
        proptest::bool::weighted(0.1),
        proptest::option::weighted(0.7, Just("No names.".to_owned())),
    )
        .prop_map(|(not_before, expires, only_if_other, limits)| Conditions {
            not_before,
            expires,
            only_if_other,
            tell_when_used: false,
            limits,
        })
}

/// What is asked and what was given speak of one source, mostly: two that are drawn apart hardly ever meet
/// where a name, or an idea without one, may cross.
fn situation() -> impl Strategy<Value = Situation> {
    prop_oneof![4 => Just(Source::OtherSide), 2 => Just(Source::Named), 2 => Just(Source::OwnIdea)].prop_flat_map(situation_with)
}

fn situation_with(source: Source) -> impl Strategy<Value = Situation> {
    let party = || prop_oneof![8 => Just("upland"), 1 => Just("league")].prop_map(|p| PartyId::new(p).expect("a side"));
    let heard = proptest::collection::vec(prop_oneof![Just("Amal".to_owned()), Just("Jonas".to_owned()), Just(" ".to_owned())], 0..3);
    let prep = (party(), answers(source, Form::Said, Standing::Exploratory), wording(), proptest::bool::weighted(0.1));
    let given = (
        party(),
        answers(source, Form::NonPaper, Standing::Instructed),
        wording(),
        proptest::sample::select(PermissionForm::ALL),
        heard,
        conditions(),
    );
    let rest = (
        near(Standing::Instructed, Standing::ALL),
        proptest::option::weighted(0.3, proptest::sample::select(Standing::ALL)),
        proptest::bool::weighted(0.05),
        prop_oneof![10 => Just(Holds::Given), 1 => Just(Holds::Withdrawn), 1 => Just(Holds::Outdated)],
    );
    (prep, given, rest).prop_map(|(prep, given, (spoken, mandate, recalled, holds))| Situation {
        prep: Preparation {
            from: Some(EntryRef { room: RoomCode::new("caucus").expect("a room"), n: EntryNo(1) }.into()),
            marked: Vec::new(),
            to: prep.0,
            kind: MessageKind::Proposal,
            answers: prep.1,
            wording: prep.2,
            prevails: None,
            only_one_could_know: prep.3,
            with: None,
            answers_entry: None,
            tie: None,
            draft: None,
            map: Vec::new(),
        },
        permission: Permission {
            of: EntryNo(1),
            to: given.0,
            answers: given.1,
            wording: given.2,
            given: given.3,
            by: "N. Sahar".to_owned(),
            heard_by: given.4,
            conditions: given.5,
        },
        spoken,
        mandate,
        recalled,
        holds,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 20_000, ..ProptestConfig::with_cases(800) })]

    /// The house's sentences, said once more in another way than the decision says them.
    #[test]
    fn what_crosses_is_within_what_its_owner_gave(s in situation()) {
        prop_assume!(against(&s).is_empty());
        let (asked, p) = (s.prep.answers, &s.permission);
        prop_assert!(!s.recalled && s.holds != Holds::Withdrawn && p.to == s.prep.to);
        prop_assert!(!matches!(p.answers.use_, Use::EarsOnly | Use::Guide) && asked.use_ <= p.answers.use_);
        prop_assert!(asked.form <= p.answers.form);
        prop_assert!(asked.standing <= p.answers.standing && asked.standing <= s.spoken && s.mandate.is_none_or(|m| asked.standing <= m));
        prop_assert!(asked.source != Source::Named || p.answers.source == Source::Named);
        prop_assert!(asked.source != Source::OwnIdea || (p.answers.source == Source::OwnIdea && !s.prep.only_one_could_know));
        prop_assert!(p.conditions.not_before.is_none_or(|t| t.0 <= NOW) && p.conditions.expires.is_none_or(|t| NOW < t.0));
        if p.answers.use_ == Use::Discretion || p.given == PermissionForm::StandingLimits {
            prop_assert!(p.conditions.limits.is_some() && p.conditions.expires.is_some());
        }
        if p.answers.use_ != Use::Discretion {
            prop_assert!(s.holds == Holds::Given, "the owner has not corrected the words since");
            prop_assert!(s.prep.wording.iter().all(|v| p.wording.iter().any(|w| w.words == v.words)));
        }
        if asked.use_ == Use::WordForWord {
            prop_assert!(s.prep.wording.iter().any(|v| word_for_word(ORIGINAL, &[], &v.words.text)));
            prop_assert!(asked.source != Source::Named || matches!(p.given, PermissionForm::Proof | PermissionForm::Paper | PermissionForm::SpokenTwo));
        }
        let heard = |name: &str| p.heard_by.iter().any(|h| h == name);
        prop_assert!(p.given != PermissionForm::SpokenTwo || (heard("Amal") && heard("Jonas")));
        prop_assert!(!p.conditions.only_if_other, "there is no other part here");
    }

    #[test]
    fn what_may_cross_may_cross_with_less_left_behind_and_less_binding(s in situation(), form in proptest::sample::select(Form::ALL), standing in proptest::sample::select(Standing::ALL)) {
        prop_assume!(against(&s).is_empty());
        let mut less = s.clone();
        less.prep.answers.form = form.min(s.prep.answers.form);
        less.prep.answers.standing = standing.min(s.prep.answers.standing);
        prop_assert_eq!(against(&less), Vec::<String>::new());
    }
}

/// What the generator makes: a fair share crosses, and of each kind of use.
#[test]
#[expect(clippy::print_stderr, reason = "what was generated is part of what the test says")]
fn the_laws_of_conveying_are_tried_on_enough_that_crosses() {
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]));
    let (mut crosses, mut at_discretion, mut verbatim, mut named, mut idea) = (0, 0, 0, 0, 0);
    for _ in 0..6000 {
        let s = situation().new_tree(&mut runner).expect("situations are made").current();
        if against(&s).is_empty() {
            crosses += 1;
            at_discretion += usize::from(s.permission.answers.use_ == Use::Discretion);
            verbatim += usize::from(s.permission.answers.use_ == Use::WordForWord);
            named += usize::from(s.prep.answers.source == Source::Named);
            idea += usize::from(s.prep.answers.source == Source::OwnIdea);
        }
    }
    let counted =
        format!("of 6000 {crosses} cross, {at_discretion} at discretion, {verbatim} word for word, {named} with a name, {idea} as an idea");
    assert!(crosses > 200 && at_discretion > 15 && verbatim > 60 && named > 40 && idea > 40, "{counted}");
    eprintln!("{counted}");
}
