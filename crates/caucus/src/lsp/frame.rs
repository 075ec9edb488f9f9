//! Messages on the wire: a head with the length of the body in bytes, an empty line, the body as JSON.

use serde_json::Value;
use std::io::{BufRead, Read, Write};

/// The most bytes of one message. A text over the size that `caucus check` takes fits no message.
const MOST: u64 = 64 << 20;

/// The next message; an error for one that is no JSON; `None` where the input ends.
pub(super) fn read(input: &mut dyn BufRead) -> Option<Result<Value, String>> {
    let mut length: Option<u64> = None;
    loop {
        let mut line = String::new();
        // A head is short: without this bound an input without line ends would fill the memory.
        let got = std::io::Read::take(&mut *input, 4096).read_line(&mut line).ok()?;
        if got == 0 {
            return None;
        }
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let Some(length) = length.filter(|n| *n <= MOST) else {
        return Some(Err("the head names no length that can be read".to_owned()));
    };
    let mut body = Vec::new();
    let got = std::io::Read::take(input, length).read_to_end(&mut body).ok()?;
    if u64::try_from(got) != Ok(length) {
        return None;
    }
    Some(serde_json::from_slice(&body).map_err(|e| format!("the body is no JSON: {e}")))
}

/// Writes a message.
pub(super) fn write(out: &mut dyn Write, message: &Value) -> std::io::Result<()> {
    let body = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    out.flush()
}
