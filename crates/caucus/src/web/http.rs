//! Requests and replies as plain values, apart from any server.

use super::app::App;
use super::routes::Method;

/// A request, with what an answer may depend on and nothing else.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path, percent-decoded, without the query.
    pub path: String,
    /// The query's pairs, in order.
    pub query: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// Cookies by name.
    pub cookies: Vec<(String, String)>,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// The `Sec-Fetch-Site` header.
    pub fetch_site: Option<String>,
    /// The `Host` header.
    pub host: Option<String>,
    /// Whether JSON is asked for in the `Accept` header.
    pub wants_json: bool,
    /// The first language of `Accept-Language` that the screens speak.
    pub language: Option<terms::language::Language>,
}

impl Request {
    /// A plain request for a path, with cookies.
    #[must_use]
    pub fn get(path_and_query: &str, cookies: &[(String, String)]) -> Self {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        Self {
            method: Method::Get,
            path: decode(path, false),
            query: pairs(query.as_bytes()),
            body: Vec::new(),
            cookies: cookies.to_vec(),
            origin: None,
            fetch_site: None,
            host: None,
            wants_json: false,
            language: None,
        }
    }

    /// A form sent to a path from the same origin.
    #[must_use]
    pub fn post(path_and_query: &str, cookies: &[(String, String)], fields: &[(&str, &str)]) -> Self {
        let body: Vec<String> = fields.iter().map(|(k, v)| [encode(k), encode(v)].join("=")).collect();
        Self {
            method: Method::Post,
            body: body.join("&").into_bytes(),
            fetch_site: Some("same-origin".to_owned()),
            ..Self::get(path_and_query, cookies)
        }
    }

    /// The value of a query parameter.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// Whether a form comes from a page of this host: by `Sec-Fetch-Site`, or by the origin.
    #[must_use]
    pub fn same_origin(&self, _app: &App) -> bool {
        match (&self.fetch_site, &self.origin, &self.host) {
            (Some(site), _, _) => site == "same-origin" || site == "none",
            (None, Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, o)| o == host),
            // A client that is no browser sends neither: its cookie was not sent by a page.
            (None, origin, _) => origin.is_none(),
        }
    }
}

/// A reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Headers in order.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A page.
    #[must_use]
    pub fn html(status: u16, html: String) -> Self {
        Self { status, headers: vec![("content-type", "text/html; charset=utf-8".to_owned())], body: html.into_bytes() }
    }

    /// Lines of text.
    #[must_use]
    pub fn text(status: u16, text: &str) -> Self {
        Self { status, headers: vec![("content-type", "text/plain; charset=utf-8".to_owned())], body: text.as_bytes().to_vec() }
    }

    /// JSON.
    #[must_use]
    pub fn json(status: u16, value: &serde_json::Value) -> Self {
        let mut body = serde_json::to_vec_pretty(value).unwrap_or_default();
        body.push(b'\n');
        Self { status, headers: vec![("content-type", "application/json".to_owned())], body }
    }

    /// A file to keep, under a name that says nothing.
    #[must_use]
    pub fn file(mime: &str, name: &str, body: Vec<u8>) -> Self {
        Self {
            status: 200,
            headers: vec![("content-type", mime.to_owned()), ("content-disposition", format!("attachment; filename=\"{name}\""))],
            body,
        }
    }

    /// Elsewhere, to be fetched by GET.
    #[must_use]
    pub fn see(path: &str) -> Self {
        Self { status: 303, headers: vec![("location", path.to_owned())], body: Vec::new() }
    }

    /// Adds a header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(k, _)| *k == name).map(|(_, v)| v.as_str())
    }
}

/// Adds what every reply carries: no store, no sniffing, no frames, nothing from another host.
#[must_use]
pub(super) fn secured(mut reply: Reply) -> Reply {
    if reply.header("cache-control").is_none() {
        reply.headers.push(("cache-control", "no-store".to_owned()));
    }
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'";
    for (name, value) in [
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
        ("x-frame-options", "DENY"),
    ] {
        reply.headers.push((name, value.to_owned()));
    }
    reply
}

/// The pairs of a query or of a form, in order.
#[must_use]
pub fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    bytes
        .split(|b| *b == b'&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let text = String::from_utf8_lossy(part);
            let (k, v) = text.split_once('=').unwrap_or((&text, ""));
            (decode(k, true), decode(v, true))
        })
        .collect()
}

/// The fields of a form, files among them: of a form with files (multipart), each file's bytes are its value,
/// as text where they are UTF-8 and in base64 behind `base64:` where they are not.
#[must_use]
pub fn fields(body: &[u8]) -> Vec<(String, String)> {
    use base64::Engine as _;
    let first = body.split(|b| *b == b'\n').next().unwrap_or(&[]);
    let boundary = first.strip_suffix(b"\r").unwrap_or(first);
    if !boundary.starts_with(b"--") || boundary.len() < 6 || boundary.len() > 80 {
        return pairs(body);
    }
    let mut out = Vec::new();
    let mut rest = &body[boundary.len()..];
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let Some(head_end) = find(part, b"\r\n\r\n") else { break };
        let head = String::from_utf8_lossy(&part[..head_end]).into_owned();
        let content = &part[head_end + 4..];
        let mark = [&b"\r\n"[..], boundary].concat();
        let Some(end) = find(content, &mark) else { break };
        let bytes = &content[..end];
        rest = &content[end + mark.len()..];
        let Some(name) = head.split("name=\"").nth(1).and_then(|n| n.split('"').next()) else { continue };
        let value = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => ["base64:", &base64::engine::general_purpose::STANDARD.encode(bytes)].concat(),
        };
        out.push((name.to_owned(), value));
    }
    out
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

/// Undoes percent encoding; `plus` also makes spaces of plus signs. What is not UTF-8 is shown as such.
#[must_use]
pub fn decode(text: &str, plus: bool) -> String {
    let mut out = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let hex = |b: u8| char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok());
        match bytes[i] {
            b'+' if plus => out.push(b' '),
            b'%' if i + 2 < bytes.len() => match (hex(bytes[i + 1]), hex(bytes[i + 2])) {
                (Some(a), Some(b)) => {
                    out.push(a * 16 + b);
                    i += 2;
                }
                _ => out.push(b'%'),
            },
            b => out.push(b),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Percent-encodes a text for a query.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(b));
        } else {
            out.push('%');
            for nibble in [b >> 4, b & 15] {
                out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_comes_back_in_any_script() {
        for text in ["نهر & road", "a+b=c%", "שלום\n", ""] {
            assert_eq!(decode(&encode(text), true), text);
        }
        assert_eq!(decode("%zz%4", false), "%zz%4");
        assert_eq!(pairs(b"a=1&b=x+y&&c"), [("a".into(), "1".into()), ("b".into(), "x y".into()), ("c".into(), String::new())]);
    }
}
