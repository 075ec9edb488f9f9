//! Forms that carry a file: `multipart/form-data` as browsers send it (RFC 7578), from bytes to fields.

/// The boundary that a content type names, where it is that of such a form.
pub(super) fn boundary(content_type: &str) -> Option<&str> {
    let mut parts = content_type.split(';').map(str::trim);
    if !parts.next()?.eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let given = parts.find_map(|p| p.strip_prefix("boundary="))?.trim_matches('"');
    (!given.is_empty() && given.len() <= 70).then_some(given)
}

/// The most parts that are looked at.
const MOST: usize = 500;

/// The fields in order, and the bytes of the first file that holds anything. What is no part is
/// passed over; a name that is not UTF-8 is shown as such.
pub(super) fn parts(body: &[u8], boundary: &str) -> (Vec<(String, String)>, Option<Vec<u8>>) {
    let mark = ["--", boundary].concat().into_bytes();
    let (mut fields, mut file) = (Vec::new(), None);
    let mut rest = body;
    let Some(first) = find(rest, &mark) else { return (fields, file) };
    rest = &rest[first + mark.len()..];
    for _ in 0..MOST {
        let Some(after) = rest.strip_prefix(b"\r\n") else { break };
        let end = find(after, &[b"\r\n", mark.as_slice()].concat()).unwrap_or(after.len());
        if let Some(split) = find(&after[..end], b"\r\n\r\n") {
            let (head, content) = (String::from_utf8_lossy(&after[..split]).into_owned(), &after[split + 4..end]);
            let disposition = head.lines().find(|l| l.to_ascii_lowercase().starts_with("content-disposition:")).unwrap_or_default();
            let attribute = |name: &str| {
                let at = disposition.find(&["; ", name, "=\""].concat())?;
                disposition[at + name.len() + 4..].split('"').next().map(str::to_owned)
            };
            match (attribute("name"), attribute("filename")) {
                // What the file is called on its owner's machine is nothing to anybody.
                (Some(_), Some(_)) if content.is_empty() => {}
                (Some(_), Some(_)) => file = file.or_else(|| Some(content.to_vec())),
                (Some(name), None) => fields.push((name, String::from_utf8_lossy(content).into_owned())),
                _ => {}
            }
        }
        rest = after.get(end + 2 + mark.len()..).unwrap_or_default();
    }
    (fields, file)
}

fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(hay, needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_form_with_a_file_is_read_as_a_browser_sends_it() {
        let body = b"--xYz\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\xd7\xa8\xd7\xa9\r\n--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"my list.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\nPK\x03\x04\r\n\xff\r\n--xYz--\r\n";
        let boundary = boundary("multipart/form-data; boundary=xYz").unwrap();
        let (fields, file) = parts(body, boundary);
        assert_eq!(fields, [("title".to_owned(), "רש".to_owned())]);
        assert_eq!(file.as_deref(), Some(&b"PK\x03\x04\r\n\xff"[..]));
        assert_eq!(super::boundary("application/x-www-form-urlencoded"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_sent_nothing_breaks(body in proptest::collection::vec(any::<u8>(), 0..300), cut in 0usize..200) {
            let _ = parts(&body, "b");
            let whole = b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--";
            let _ = parts(&whole[..cut.min(whole.len())], "b");
        }
    }
}
