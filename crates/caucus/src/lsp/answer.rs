//! Answers to an editor's questions about one text.

use super::texts::{Text, diagnostic, plain};
use crate::words::Speak;
use accord::Choices;
use accord::draw::Label;
use accord::editor::{self, Edit, OfferKind, Outline, Role, Symbol};
use serde_json::{Value, json};

/// The kinds of words that are coloured, in the order of their numbers.
pub(super) const TOKENS: [&str; 10] =
    ["keyword", "number", "enumMember", "string", "comment", "class", "event", "struct", "variable", "operator"];

fn token(role: Role) -> usize {
    match role {
        Role::Keyword => 0,
        Role::Number => 1,
        Role::Clause => 2,
        Role::Quote => 3,
        Role::Comment => 4,
        Role::Actor => 5,
        Role::Event => 6,
        Role::List => 7,
        Role::Thing => 8,
        Role::Bracket => 9,
    }
}

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    Hover,
    Definition,
    References,
    PrepareRename,
    Rename,
    Completion,
    CodeAction,
    Symbols,
    Format,
    Hints,
    Tokens,
}

impl Ask {
    pub(super) fn of(method: &str) -> Option<Ask> {
        Some(match method.strip_prefix("textDocument/")? {
            "hover" => Ask::Hover,
            "definition" => Ask::Definition,
            "references" => Ask::References,
            "prepareRename" => Ask::PrepareRename,
            "rename" => Ask::Rename,
            "completion" => Ask::Completion,
            "codeAction" => Ask::CodeAction,
            "documentSymbol" => Ask::Symbols,
            "formatting" => Ask::Format,
            "inlayHint" => Ask::Hints,
            "semanticTokens/full" => Ask::Tokens,
            _ => return None,
        })
    }
}

pub(super) fn answer(ask: Ask, text: &mut Text, uri: &str, params: &Value, speak: &Speak) -> Result<Value, String> {
    if ask == Ask::CodeAction {
        text.check();
    }
    let text = &*text;
    let at = text.lines.byte(&text.words, &params["position"]);
    let tree = &text.parsed.tree;
    let range = |at: &std::ops::Range<usize>| text.lines.range(&text.words, at);
    let edits = |list: &[Edit]| list.iter().map(|e| json!({"range": range(&e.at), "newText": e.text})).collect::<Vec<_>>();
    let places = |symbol: &Symbol, also: bool| -> Value {
        let all = editor::occurrences(tree).into_iter().filter(|o| o.symbol == *symbol && (also || !o.declared));
        all.map(|o| json!({"uri": uri, "range": range(&o.at)})).collect()
    };
    Ok(match ask {
        Ask::Hover => editor::hover(tree, &Choices::default(), at)
            .map_or(Value::Null, |h| json!({"range": range(&h.at), "contents": {"kind": "markdown", "value": markdown(&h, speak)}})),
        Ask::Definition => match editor::symbol_at(tree, at) {
            Some(o) => editor::occurrences(tree)
                .into_iter()
                .find(|x| x.declared && x.symbol == o.symbol)
                .map_or(Value::Null, |x| json!({"uri": uri, "range": range(&x.at)})),
            None => Value::Null,
        },
        Ask::References => match editor::symbol_at(tree, at) {
            Some(o) => places(&o.symbol, params["context"]["includeDeclaration"] == true),
            None => json!([]),
        },
        Ask::PrepareRename => {
            editor::symbol_at(tree, at).map_or(Value::Null, |o| json!({"range": range(&o.at), "placeholder": &text.words[o.at.clone()]}))
        }
        Ask::Rename => {
            let symbol = editor::symbol_at(tree, at).ok_or("nothing that has a name stands here")?.symbol;
            let list = editor::rename(tree, &symbol, params["newName"].as_str().unwrap_or(""))?;
            json!({"changes": {uri: edits(&list)}})
        }
        Ask::Completion => {
            let all: Vec<Value> = editor::complete(tree, at)
                .into_iter()
                .enumerate()
                .map(|(k, o)| {
                    let (kind, form) = match o.kind {
                        OfferKind::Form => (15, 2),
                        OfferKind::Name => (6, 1),
                        OfferKind::Clause => (18, 1),
                        OfferKind::Keyword => (14, 1),
                    };
                    let mut item = json!({"label": o.label, "kind": kind, "insertText": o.insert, "insertTextFormat": form, "sortText": format!("{k:05}")});
                    if let Some(p) = o.about {
                        item["detail"] = plain(&speak.phrase(&p, "UTC")).into();
                    }
                    item
                })
                .collect();
            json!({"isIncomplete": false, "items": all})
        }
        Ask::CodeAction => {
            let about = text.lines.bytes(&text.words, &params["range"]);
            let touched = |f: &&accord::Finding| f.spans.iter().any(|s| s.start <= about.end && about.start <= s.end);
            let mut out = Vec::new();
            for f in text.findings.iter().filter(touched) {
                for fix in editor::fixes(tree, f) {
                    let title = plain(&speak.phrase(&fix.title, "UTC"));
                    let title = if fix.what.is_empty() { title } else { format!("{title} → {}", fix.what) };
                    out.push(json!({
                        "title": title,
                        "kind": "quickfix",
                        "diagnostics": [diagnostic(f, text, uri, speak)],
                        "edit": {"changes": {uri: edits(&fix.edits)}},
                    }));
                }
            }
            out.into()
        }
        Ask::Symbols => editor::outline(tree).iter().map(|o| symbol(o, text)).collect(),
        Ask::Format => {
            let formatted = accord::format(tree);
            if formatted == text.words { json!([]) } else { json!([{"range": range(&(0..text.words.len())), "newText": formatted}]) }
        }
        Ask::Hints => {
            let within = text.lines.bytes(&text.words, &params["range"]);
            let hints = editor::hints(tree, &Choices::default());
            hints
                .iter()
                .filter(|h| params["range"].is_null() || (within.start <= h.at && h.at <= within.end))
                .map(|h| json!({"position": text.lines.position(&text.words, h.at), "label": h.day.to_string(), "paddingLeft": true}))
                .collect()
        }
        Ask::Tokens => json!({"data": tokens(text)}),
    })
}

fn label(speak: &Speak, l: &Label) -> String {
    match l {
        Label::Own(t) => t.clone(),
        Label::Said(p) => plain(&speak.phrase(p, "UTC")),
    }
}

fn markdown(h: &editor::Hover, speak: &Speak) -> String {
    // The text's words as words: marks of Markdown in them mean nothing.
    let escape = |t: &str| {
        t.chars()
            .flat_map(|c| if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') { vec!['\\', c] } else { vec![c] })
            .collect::<String>()
    };
    let mut out = escape(&h.words);
    out.push('\n');
    for f in &h.facts {
        let what: Vec<String> = f.what.iter().map(|l| label(speak, l)).collect();
        out.push_str(&format!("\n- {}: {}", label(speak, &f.head), escape(&what.join(", "))));
    }
    out
}

fn symbol(o: &Outline, text: &Text) -> Value {
    let range = |at: &std::ops::Range<usize>| text.lines.range(&text.words, at);
    let name = if o.name.is_empty() { "…" } else { &o.name };
    json!({
        "name": name,
        "detail": o.detail,
        "kind": if o.heading { 3 } else { 13 },
        "range": range(&o.at),
        "selectionRange": range(&o.name_at),
        "children": o.under.iter().map(|u| symbol(u, text)).collect::<Vec<_>>(),
    })
}

/// Words as the protocol packs them: five numbers each, lines and columns counted from the word before.
fn tokens(text: &Text) -> Vec<usize> {
    let mut out = Vec::new();
    let (mut line, mut column) = (0, 0);
    for w in editor::words(&text.parsed.tree) {
        let (l, c) = text.lines.at(&text.words, w.at.start);
        let long = text.words[w.at.clone()].encode_utf16().count();
        out.extend([l - line, if l == line { c - column } else { c }, long, token(w.role), 0]);
        (line, column) = (l, c);
    }
    out
}
