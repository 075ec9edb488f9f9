//! The language server: an editor's questions about an agreement, over standard input and output.
//!
//! JSON-RPC 2.0 with `Content-Length` heads, as the Language Server Protocol 3.17 has it; the few
//! messages used are read and written as JSON values, so that no crate of protocol types is needed.
//! One thread reads and hands messages over, so that many keystrokes that came while a check ran
//! are answered by one. Positions are in UTF-16, the protocol's default; [`place`] turns them.
//! Nothing is read from disk: the editor sends each text.

mod answer;
mod frame;
mod place;
mod texts;

use crate::words::Speak;
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::sync::mpsc;
use texts::Texts;

/// How the server ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was asked to shut down, then to exit.
    Asked,
    /// The editor went away or said `exit` without a word before.
    Unasked,
}

/// Serves one editor until it goes away.
///
/// # Errors
/// When what is said to the editor cannot be written.
pub fn serve(input: impl BufRead + Send + 'static, out: &mut dyn Write, speak: &Speak) -> std::io::Result<End> {
    let (send, messages) = mpsc::channel();
    // It ends with its input; the process does not wait for it.
    std::thread::spawn(move || {
        let mut input = input;
        while let Some(message) = frame::read(&mut input) {
            if send.send(message).is_err() {
                break;
            }
        }
    });
    let mut server = Server { texts: Texts::default(), speak, down: false };
    loop {
        let message = match messages.try_recv() {
            Ok(message) => message,
            Err(mpsc::TryRecvError::Empty) => {
                // Nothing is waiting: what changed is checked now.
                for note in server.texts.check(speak) {
                    frame::write(out, &note)?;
                }
                match messages.recv() {
                    Ok(message) => message,
                    Err(_) => return Ok(End::Unasked),
                }
            }
            Err(mpsc::TryRecvError::Disconnected) => return Ok(End::Unasked),
        };
        match message {
            Ok(message) if message["method"] == "exit" => return Ok(if server.down { End::Asked } else { End::Unasked }),
            Ok(message) => {
                if let Some(reply) = server.take(&message) {
                    frame::write(out, &reply)?;
                }
            }
            Err(why) => frame::write(out, &failure(&Value::Null, -32700, &why))?,
        }
    }
}

fn failure(id: &Value, code: i64, message: &str) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})
}

struct Server<'a> {
    texts: Texts,
    speak: &'a Speak,
    down: bool,
}

impl Server<'_> {
    /// Takes a message; a request has a reply.
    fn take(&mut self, message: &Value) -> Option<Value> {
        let method = message["method"].as_str()?;
        let params = &message["params"];
        let Some(id) = message.get("id") else {
            self.note(method, params);
            return None;
        };
        if self.down {
            return Some(failure(id, -32600, "the server was asked to shut down"));
        }
        let result = match method {
            "initialize" => Ok(abilities()),
            "shutdown" => {
                self.down = true;
                Ok(Value::Null)
            }
            _ => self.ask(method, params),
        };
        Some(match result {
            Ok(value) => json!({"jsonrpc": "2.0", "id": id, "result": value}),
            Err((code, why)) => failure(id, code, &why),
        })
    }

    fn note(&mut self, method: &str, params: &Value) {
        let document = &params["textDocument"];
        let Some(uri) = document["uri"].as_str() else { return };
        match method {
            "textDocument/didOpen" => {
                self.texts.open(uri, document["text"].as_str().unwrap_or(""), document["version"].as_i64());
            }
            "textDocument/didChange" => {
                for change in params["contentChanges"].as_array().into_iter().flatten() {
                    self.texts.change(uri, change, document["version"].as_i64());
                }
            }
            "textDocument/didClose" => self.texts.close(uri),
            _ => {}
        }
    }

    fn ask(&mut self, method: &str, params: &Value) -> Result<Value, (i64, String)> {
        let Some(kind) = answer::Ask::of(method) else {
            return Err((-32601, format!("`{method}` is not known here")));
        };
        let uri = params["textDocument"]["uri"].as_str().unwrap_or("");
        let Some(text) = self.texts.get(uri) else {
            return Err((-32602, "this text was not opened".to_owned()));
        };
        answer::answer(kind, text, uri, params, self.speak).map_err(|why| (-32602, why))
    }
}

/// What the server can do.
fn abilities() -> Value {
    json!({
        "capabilities": {
            "positionEncoding": "utf-16",
            "textDocumentSync": {"openClose": true, "change": 2},
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "renameProvider": {"prepareProvider": true},
            "completionProvider": {"triggerCharacters": [" "]},
            "codeActionProvider": {"codeActionKinds": ["quickfix"]},
            "documentSymbolProvider": true,
            "documentFormattingProvider": true,
            "inlayHintProvider": true,
            "semanticTokensProvider": {"legend": {"tokenTypes": answer::TOKENS, "tokenModifiers": []}, "full": true},
        },
        "serverInfo": {"name": "caucus", "version": env!("CARGO_PKG_VERSION")},
    })
}

#[cfg(test)]
mod tests;
