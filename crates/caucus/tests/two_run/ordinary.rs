//! The ordinary build has no planted leak in it.

/// What stands in every binary that was built with the feature.
const MARK: &[u8] = b"caucus: this build has planted leaks";

fn features(toml: &str) -> Vec<&str> {
    let section = toml.split("\n[features]\n").nth(1).unwrap_or("");
    section.lines().take_while(|l| !l.starts_with('[')).filter(|l| l.contains('=') && !l.starts_with('#')).collect()
}

#[test]
fn no_default_feature_and_no_dependency_turns_the_leaks_on() {
    let door = include_str!("../../Cargo.toml");
    let desk = include_str!("../../../desk/Cargo.toml");
    assert_eq!(features(door), ["leaks = [\"desk/leaks\"]"]);
    assert_eq!(features(desk), ["leaks = []"]);
    for manifest in [door, desk, include_str!("../../../../Cargo.toml")] {
        assert_eq!(manifest.lines().filter(|l| l.contains("leaks") && l.contains("features")).count(), 0);
    }
}

#[test]
fn the_program_has_no_leak_in_it_unless_it_was_built_for_the_gate() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_caucus")).expect("the program");
    let found = program.windows(MARK.len()).any(|w| w == MARK);
    assert_eq!(found, cfg!(feature = "leaks"));
}
