//! The forms in which values are written down: the words of the field, and what may be left out.

use talks::message::Message;
use talks::note::Noted;
use talks::offer::Offer;
use talks::permission::Conditions;
use terms::disclosure::Standing;

#[test]
fn a_note_needs_nothing_but_the_words() {
    let noted: Noted = toml::from_str("").expect("everything may be left out");
    assert_eq!(noted, Noted::default());
    let message: Message = toml::from_str(
        r#"
        kind = "holding-reply"
        words = { lang = "ar", text = "سنجيب غدًا." }
        standing = "personal"
        speaker = { party = "delta-council" }
        noted = {}
        "#,
    )
    .expect("a note of one sentence is read");
    assert_eq!(message.standing, Standing::Personal);
    assert_eq!(message.noted, Some(Noted::default()));
    assert_eq!((message.tie, message.answers, message.source), (None, None, None));
}

#[test]
fn a_permission_without_conditions_has_none() {
    let conditions: Conditions = toml::from_str("").expect("none is needed");
    assert_eq!(conditions, Conditions::default());
    assert!(!conditions.only_if_other && !conditions.tell_when_used);
}

#[test]
fn an_offer_reads_as_it_is_said() {
    let text = "if = [[\"names\", \"all\"]]\nthen = [[\"crossing\", \"open\"]]\nexpires = 1772600000\n";
    let offer: Offer = toml::from_str(text).expect("if they agree to this, we agree to that");
    assert!(!offer.mediators_may_see, "nobody but the owner sees it unless the owner says so");
    assert_eq!(toml::to_string(&offer).expect("written"), [text, "mediators_may_see = false\n"].concat());
}

#[test]
fn an_identifier_that_an_address_cannot_carry_is_refused_with_its_name() {
    let wrong = toml::from_str::<Offer>("if = [[\"Names\", \"all\"]]\nthen = []\nexpires = 0\n").expect_err("a capital letter");
    assert!(wrong.to_string().contains("`Names` is not a usable identifier"), "{wrong}");
}
