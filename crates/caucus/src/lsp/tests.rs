//! Single messages, without a process around them.

use super::*;
use terms::language::Language;

fn server() -> Server<'static> {
    Server { texts: Texts::default(), speak: crate::words::speak(Language::En), down: false }
}

#[test]
fn an_unknown_question_is_told_so_and_an_unknown_note_is_passed_over() {
    let mut s = server();
    let reply = s.take(&json!({"jsonrpc": "2.0", "id": 7, "method": "textDocument/moniker", "params": {}})).unwrap();
    assert_eq!((&reply["id"], &reply["error"]["code"]), (&json!(7), &json!(-32601)));
    assert!(s.take(&json!({"jsonrpc": "2.0", "method": "$/setTrace", "params": {"value": "off"}})).is_none());
    let reply =
        s.take(&json!({"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": {"textDocument": {"uri": "x"}}})).unwrap();
    assert_eq!(reply["error"]["code"], -32602);
}

#[test]
fn after_a_shutdown_nothing_is_answered() {
    let mut s = server();
    assert_eq!(s.take(&json!({"jsonrpc": "2.0", "id": 1, "method": "shutdown"})).unwrap()["result"], Value::Null);
    assert!(s.take(&json!({"jsonrpc": "2.0", "id": 2, "method": "initialize", "params": {}})).unwrap()["error"].is_object());
}

#[test]
fn a_closed_text_has_its_findings_taken_back() {
    let mut s = server();
    s.texts.open("x", "AGREEMENT \"T\"\n1.1 nonsense.\n", Some(1));
    let first = s.texts.check(s.speak);
    assert_eq!(first[0]["params"]["version"], 1);
    assert!(!first[0]["params"]["diagnostics"].as_array().unwrap().is_empty());
    assert!(s.texts.check(s.speak).is_empty(), "nothing changed");
    s.texts.close("x");
    let last = s.texts.check(s.speak);
    assert_eq!(last[0]["params"]["diagnostics"], json!([]));
}
