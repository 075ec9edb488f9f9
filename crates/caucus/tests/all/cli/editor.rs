//! `caucus lsp` as an editor meets it: a real process, its standard input and output. And the extension's files.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const URI: &str = "file:///rivers.accord";
const RIVERS: &str = include_str!("../../../../../examples/agreements/two-rivers.accord");
/// Two languages from right to left, with a sign outside the first plane before the places asked about.
const ARABIC: &str = "اتفاق \"جسر 😀\"\nالأطراف.\n  دلتا طرف.\n  الأعالي طرف.\n  1.1 دلتا يجب أن تفتح الجسر، عند 1.2 تم.\n  1.2 الأعالي يجب أن تفتح الجسر، عند 1.1 تم.\n";
const HEBREW: &str = "הסכם \"גשר 😀\"\nצדדים.\n  דלתא הוא צד.\n  רמה הוא צד.\n  1.1 דלתא מתחייב לפתוח את הגשר, כאשר 1.2 מבוצע.\n  1.2 רמה מתחייב לפתוח את הגשר, כאשר 1.1 מבוצע.\n";

/// An editor with its server.
struct Editor {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: i64,
    /// What the server said of itself while an answer was waited for.
    notes: Vec<Value>,
}

impl Editor {
    fn start(args: &[&str]) -> Editor {
        let mut child = Command::new(env!("CARGO_BIN_EXE_caucus"))
            .arg("lsp")
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let (to, from) = (child.stdin.take().expect("a pipe"), BufReader::new(child.stdout.take().expect("a pipe")));
        let mut editor = Editor { child, to, from, next: 0, notes: Vec::new() };
        let abilities = editor.ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
        assert_eq!(abilities["capabilities"]["textDocumentSync"]["change"], 2, "piece by piece");
        editor.tell("initialized", json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it listens");
        self.to.flush().expect("it listens");
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).expect("a line") > 0, "it went away");
            if let Some(n) = line.strip_prefix("Content-Length: ") {
                length = n.trim().parse().expect("a length");
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    fn reply(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.receive();
            if message["id"] == id {
                return message;
            }
            self.notes.push(message);
        }
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let reply = self.reply(method, params);
        assert!(reply.get("error").is_none(), "{method}: {reply}");
        reply["result"].clone()
    }

    fn open(&mut self, text: &str) -> Value {
        self.tell("textDocument/didOpen", json!({"textDocument": {"uri": URI, "languageId": "accord", "version": 1, "text": text}}));
        self.diagnostics()
    }

    /// The next diagnostics that come.
    fn diagnostics(&mut self) -> Value {
        loop {
            let message = if self.notes.is_empty() { self.receive() } else { self.notes.remove(0) };
            if message["method"] == "textDocument/publishDiagnostics" {
                return message["params"].clone();
            }
        }
    }

    fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
    }
}

/// The position of the `n`th place where some words stand, in UTF-16.
fn position(text: &str, words: &str, n: usize) -> Value {
    let byte = text.match_indices(words).nth(n).unwrap_or_else(|| panic!("{words}")).0;
    let line = text[..byte].matches('\n').count();
    let start = text[..byte].rfind('\n').map_or(0, |k| k + 1);
    json!({"line": line, "character": text[start..byte].encode_utf16().count()})
}

/// The words of a range.
fn words<'t>(text: &'t str, range: &Value) -> &'t str {
    let byte = |p: &Value| {
        let line = p["line"].as_u64().expect("a line");
        let mut start = 0;
        for _ in 0..line {
            start += text[start..].find('\n').expect("so many lines") + 1;
        }
        let mut left = p["character"].as_u64().expect("a column");
        for (k, c) in text[start..].char_indices() {
            if left == 0 {
                return start + k;
            }
            left -= c.len_utf16() as u64;
        }
        text.len()
    };
    &text[byte(&range["start"])..byte(&range["end"])]
}

fn at(place: &Value) -> Value {
    json!({"textDocument": {"uri": URI}, "position": place})
}

#[test]
fn findings_come_with_the_places_they_tie() {
    let mut e = Editor::start(&[]);
    let said = e.open(RIVERS);
    let all = said["diagnostics"].as_array().expect("a list");
    let circle = all.iter().find(|d| d["code"] == "nobody-can-go-first").expect("the circle");
    assert_eq!(circle["severity"], 2, "under one bracket only");
    assert!(words(RIVERS, &circle["range"]).starts_with("1.1 Upland Assembly shall stop the bombing"));
    let tied: Vec<&str> =
        circle["relatedInformation"].as_array().expect("a list").iter().map(|r| r["message"].as_str().expect("words")).collect();
    assert_eq!(tied, ["1.4", "1.2"], "in the order of the circle");
    e.end();
}

#[test]
fn a_keystroke_is_taken_piece_by_piece_and_its_finding_goes() {
    let mut e = Editor::start(&[]);
    e.open(RIVERS);
    let from = position(RIVERS, "[A: when 1.4 is done", 0);
    let mut to = position(RIVERS, "B: before 1.2 begins].", 0);
    to["character"] = (to["character"].as_u64().expect("a column") + 3).into();
    let mut changes = vec![json!({"range": {"start": from, "end": to}, "text": ""})];
    // The closing bracket moved with what went before it.
    let left = RIVERS.replace("[A: when 1.4 is done | B: ", "");
    let mut end = position(&left, "begins].", 0);
    end["character"] = (end["character"].as_u64().expect("a column") + 6).into();
    let mut after = end.clone();
    after["character"] = (after["character"].as_u64().expect("a column") + 1).into();
    changes.push(json!({"range": {"start": end, "end": after}, "text": ""}));
    e.tell("textDocument/didChange", json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": changes}));
    let said = e.diagnostics();
    assert_eq!(said["version"], 2);
    let codes: Vec<&Value> = said["diagnostics"].as_array().expect("a list").iter().map(|d| &d["code"]).collect();
    assert!(!codes.contains(&&json!("nobody-can-go-first")), "{codes:?}");
    assert!(!codes.contains(&&json!("no-form")), "the text is what it was meant to be: {codes:?}");
    e.end();
}

#[test]
fn places_on_lines_from_right_to_left_count_utf16() {
    for text in [ARABIC, HEBREW] {
        let mut e = Editor::start(&[]);
        let said = e.open(text);
        let circle = said["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|d| d["code"] == "nobody-can-go-first")
            .cloned()
            .expect("the circle");
        assert!(words(text, &circle["range"]).starts_with("1.1 "), "{}", words(text, &circle["range"]));
        // The second `1.2` is its own sentence, the first stands in the condition of 1.1.
        let used = position(text, "1.2", 0);
        let there = e.ask("textDocument/definition", at(&used));
        assert_eq!(there["range"]["start"], position(text, "1.2", 1));
        let all = e.ask(
            "textDocument/references",
            json!({"textDocument": {"uri": URI}, "position": used, "context": {"includeDeclaration": true}}),
        );
        assert_eq!(all.as_array().map(Vec::len), Some(2));
        assert!(all.as_array().expect("a list").iter().all(|p| words(text, &p["range"]) == "1.2"));
        let tokens = e.ask("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
        let data: Vec<u64> = tokens["data"].as_array().expect("a list").iter().map(|n| n.as_u64().expect("a number")).collect();
        let (mut line, mut column) = (0, 0);
        let mut clauses = Vec::new();
        for t in data.chunks(5) {
            column = if t[0] == 0 { column + t[1] } else { t[1] };
            line += t[0];
            let range = json!({"start": {"line": line, "character": column}, "end": {"line": line, "character": column + t[2]}});
            if t[3] == 2 {
                clauses.push(words(text, &range));
            }
        }
        assert_eq!(clauses, ["1.1", "1.2", "1.2", "1.1"]);
        e.end();
    }
}

#[test]
fn the_pointer_on_a_clause_tells_when_and_who_waits() {
    let mut e = Editor::start(&[]);
    e.open(&RIVERS.replace("[A: when 1.4 is done | B: before 1.2 begins]", "before 1.2 begins"));
    let text = RIVERS.replace("[A: when 1.4 is done | B: before 1.2 begins]", "before 1.2 begins");
    let h = e.ask("textDocument/hover", at(&position(&text, "1.2 Delta", 0)));
    let value = h["contents"]["value"].as_str().expect("words");
    for wanted in [
        "Latest: 72 hours",
        "Slack: 66 hours",
        "Counted from: acceptance",
        "Waits for: 1.1 (Upland Assembly), locating captives",
        "Waits for it: ",
    ] {
        assert!(value.contains(wanted), "{wanted} in {value}");
    }
    e.end();
    let mut e = Editor::start(&["--lang", "he"]);
    e.open(&text);
    let h = e.ask("textDocument/hover", at(&position(&text, "1.2 Delta", 0)));
    assert!(h["contents"]["value"].as_str().expect("words").contains("מרווח"), "{h}");
    e.end();
}

#[test]
fn renaming_completing_and_fixing_change_the_text_as_meant() {
    let mut e = Editor::start(&[]);
    e.open(RIVERS);
    let name = position(RIVERS, "Ford Watch", 0);
    let can = e.ask("textDocument/prepareRename", at(&name));
    assert_eq!(can["placeholder"], "Ford Watch");
    let mut ask = at(&name);
    ask["newName"] = "Bridge Watch".into();
    let edit = e.ask("textDocument/rename", ask.clone());
    let list = edit["changes"][URI].as_array().expect("edits").clone();
    assert_eq!(list.len(), RIVERS.matches("Ford Watch").count());
    assert!(list.iter().all(|x| words(RIVERS, &x["range"]) == "Ford Watch" && x["newText"] == "Bridge Watch"));
    ask["newName"] = "Aru".into();
    let refused = e.reply("textDocument/rename", ask);
    assert!(refused["error"]["message"].as_str().expect("a reason").contains("names something already"), "{refused}");

    let offers = e.ask("textDocument/completion", at(&json!({"line": 13, "character": 2})));
    let labels: Vec<&str> = offers["items"].as_array().expect("items").iter().map(|i| i["label"].as_str().expect("words")).collect();
    assert!(labels.contains(&"River Force") && labels.contains(&"1.2") && labels.contains(&"within"), "{labels:?}");

    let range = json!({"start": position(RIVERS, "1.1 Upland", 0), "end": position(RIVERS, "1.1 Upland", 0)});
    let actions = e.ask("textDocument/codeAction", json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}}));
    let settle =
        actions.as_array().expect("a list").iter().find(|a| a["diagnostics"][0]["code"] == "nobody-can-go-first").expect("a way out");
    let one = &settle["edit"]["changes"][URI][0];
    assert_eq!(
        (words(RIVERS, &one["range"]), &one["newText"]),
        ("[A: when 1.4 is done | B: before 1.2 begins]", &json!("before 1.2 begins"))
    );
    e.end();
}

#[test]
fn outline_dates_and_format() {
    let minsk = include_str!("../../../../../examples/agreements/minsk-ii-2015.accord");
    let mut e = Editor::start(&[]);
    e.open(minsk);
    let hints = e.ask(
        "textDocument/inlayHint",
        json!({"textDocument": {"uri": URI}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}}),
    );
    let days: Vec<&Value> = hints.as_array().expect("a list").iter().map(|h| &h["label"]).collect();
    assert_eq!(days, [&json!("2015-03-01"), &json!("2015-03-01"), &json!("2015-03-14")]);
    let outline = e.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let names: Vec<&Value> = outline.as_array().expect("a list").iter().map(|o| &o["name"]).collect();
    assert!(names.contains(&&json!("Parties")), "{names:?}");
    let ragged = minsk.replace("  France is a facilitator.", "France   is  a facilitator.");
    e.tell("textDocument/didChange", json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": ragged}]}));
    let edits = e.ask("textDocument/formatting", json!({"textDocument": {"uri": URI}, "options": {"tabSize": 2, "insertSpaces": true}}));
    assert!(edits[0]["newText"].as_str().expect("a text").contains("\n  France is a facilitator."));
    e.end();
}

#[test]
fn what_is_no_message_is_told_and_the_next_is_answered() {
    let mut e = Editor::start(&[]);
    write!(e.to, "Content-Length: 5\r\n\r\n{{nope").expect("it listens");
    e.to.flush().expect("it listens");
    assert_eq!(e.receive()["error"]["code"], -32700);
    let unknown = e.reply("textDocument/moniker", json!({"textDocument": {"uri": URI}}));
    assert_eq!(unknown["error"]["code"], -32601);
    let closed = e.reply("textDocument/hover", at(&json!({"line": 0, "character": 0})));
    assert_eq!(closed["error"]["code"], -32602);
    e.open("no agreement at all\0\u{202e} [A: [B: | ");
    e.end();
}

#[test]
fn an_editor_that_goes_away_leaves_no_server_behind() {
    let Editor { mut child, to, from: _from, .. } = Editor::start(&[]);
    drop(to);
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
}

fn extension() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editors/vscode")
}

fn read(name: &str) -> Value {
    let text = std::fs::read_to_string(extension().join(name)).expect(name);
    serde_json::from_str(&text).expect(name)
}

#[test]
fn the_extension_names_files_that_are_there() {
    let manifest = read("package.json");
    let given = &manifest["contributes"];
    let mut files: Vec<Value> =
        vec![manifest["main"].clone(), given["languages"][0]["configuration"].clone(), given["grammars"][0]["path"].clone()];
    files.extend(["README.md".into(), "LICENSE".into()]);
    for f in &files {
        let f = f.as_str().expect("a name");
        assert!(extension().join(f).exists(), "{f}");
    }
    assert_eq!(given["languages"][0]["extensions"], json!([".accord"]));
    assert_eq!(given["grammars"][0]["scopeName"], read("syntaxes/accord.tmLanguage.json")["scopeName"]);
    assert_eq!(read("language-configuration.json")["comments"]["lineComment"], "--");
}

#[test]
fn the_extensions_keywords_are_those_of_the_language() {
    use terms::language::Language;
    let grammar = read("syntaxes/accord.tmLanguage.json");
    for (lang, tag) in [(Language::En, "en"), (Language::Ar, "ar"), (Language::He, "he")] {
        let name = format!("keyword.other.{tag}.accord");
        let pattern = grammar["patterns"].as_array().expect("a list").iter().find(|p| p["name"] == name.as_str()).expect("a pattern");
        let wanted = format!(r"(?i)(?<![\p{{L}}\p{{M}}])(?:{})(?![\p{{L}}\p{{M}}])", accord::keywords(lang).join("|"));
        assert_eq!(pattern["match"].as_str(), Some(wanted.as_str()), "{tag}: put the right-hand side into the grammar");
    }
}
