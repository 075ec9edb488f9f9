//! Files: first lines, reasons, directions, hosts, locks, papers, decisions.

use super::File;
use std::collections::BTreeMap;

fn rust(tree: &[File]) -> impl Iterator<Item = &File> {
    tree.iter().filter(|f| f.ends(".rs"))
}

/// Every file of code says in its first line what it is about.
pub(super) fn first_lines(tree: &[File]) -> Vec<String> {
    rust(tree)
        .filter(|f| f.text.lines().next().and_then(|l| l.strip_prefix("//! ")).is_none_or(|s| s.len() <= 8))
        .map(|f| format!("{}: the first line is to be `//! ` and what the file is about", f.path))
        .collect()
}

/// Files longer than `most` lines.
pub(super) fn long(tree: &[File], most: usize) -> Vec<(&str, usize)> {
    rust(tree).map(|f| (f.path.as_str(), f.text.lines().count())).filter(|(_, n)| *n > most).collect()
}

/// Whoever allows what the workspace warns of says why.
pub(super) fn reasons(tree: &[File]) -> Vec<String> {
    let mut out = Vec::new();
    for file in rust(tree) {
        for opening in ["allow(", "expect("] {
            for mark in ["#[", "#!["] {
                let start = [mark, opening].concat();
                for (at, _) in file.text.match_indices(&start) {
                    let line_start = file.text[..at].rfind('\n').map_or(0, |n| n + 1);
                    // Only where it is code: an attribute stands first in its line.
                    if !file.text[line_start..at].trim().is_empty() {
                        continue;
                    }
                    let attribute = file.text[at..].split(']').next().unwrap_or_default();
                    if !attribute.contains("reason = \"") {
                        let line = file.text[..at].matches('\n').count() + 1;
                        out.push(format!("{}:{line}: `{}]` without a reason", file.path, attribute.trim()));
                    }
                }
            }
        }
    }
    out
}

/// Style sheets and drawings name no physical side, so that a page can turn round.
pub(super) fn logical(tree: &[File]) -> Vec<String> {
    let mut out = Vec::new();
    for file in tree.iter().filter(|f| f.ends(".css")) {
        let mut comment = false;
        for (n, line) in file.text.lines().enumerate() {
            let mut code = String::new();
            let mut rest = line;
            while !rest.is_empty() {
                let (mark, next) = if comment { ("*/", false) } else { ("/*", true) };
                let (part, after) = rest.split_once(mark).map_or((rest, None), |(a, b)| (a, Some(b)));
                if !comment {
                    code.push_str(part);
                }
                match after {
                    Some(after) => {
                        comment = next;
                        rest = after;
                    }
                    None => break,
                }
            }
            let word = code.split(|c: char| !c.is_ascii_alphanumeric()).find(|w| matches!(*w, "left" | "right"));
            if let Some(word) = word {
                out.push(format!("{}:{}: `{word}` is a side of the page: write start or end", file.path, n + 1));
            }
        }
    }
    out
}

/// Committed files name no registry and no place on somebody's machine; what pages carry names no
/// host at all. The needles are put together here so that this file does not name them.
pub(super) fn hosts(tree: &[File]) -> Vec<String> {
    let needles: Vec<String> = [
        ["/ro", "ot/"],
        ["/wo", "rk/"],
        ["/ho", "me/"],
        ["registry", ".npmjs"],
        ["npm", "mirror"],
        ["index.crates", ".io"],
        ["static.crates", ".io"],
        ["pypi", ".org"],
        ["deb", ".debian.org"],
    ]
    .iter()
    .map(|parts| parts.concat())
    .collect();
    let mut out = Vec::new();
    for file in tree.iter().filter(|f| f.path != "Cargo.lock") {
        for (n, line) in file.text.lines().enumerate() {
            if let Some(needle) = needles.iter().find(|needle| names(line, needle)) {
                out.push(format!("{}:{}: names `{needle}`", file.path, n + 1));
            }
            let carried = file.path.starts_with("crates/caucus/assets/");
            if carried && (line.contains("http://") || line.contains("https://") || line.contains("url(\"//")) {
                out.push(format!("{}:{}: a page asks no other host for anything", file.path, n + 1));
            }
        }
    }
    out
}

/// Whether a line names a path or host: an address of ours that merely holds the same letters
/// (`page/home/…`) does not count.
fn names(line: &str, needle: &str) -> bool {
    line.match_indices(needle).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !needle.starts_with('/') || before.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | ']')))
    })
}

/// The package client's lock files pin by hash and name no host; what pages carry is pinned too.
pub(super) fn locks(tree: &[File]) -> Vec<String> {
    let mut out = Vec::new();
    for file in tree.iter().filter(|f| f.ends("package-lock.json")) {
        if file.text.contains("\"resolved\"") {
            out.push(format!("{}: names where packages come from: write it with --omit-lockfile-registry-resolved", file.path));
        }
        let packages = file.text.matches("\"node_modules/").count();
        let hashes = file.text.matches("\"integrity\": \"sha512-").count();
        if packages != hashes {
            out.push(format!("{}: {packages} packages and {hashes} hashes", file.path));
        }
    }
    for file in tree.iter().filter(|f| f.ends("package.json")) {
        for (n, line) in file.text.lines().enumerate() {
            // The editor that an extension runs in is no package that is installed: its range says how old it may be.
            let engine = line.trim_start().starts_with("\"vscode\":");
            if !engine && ["\"^", "\"~", "\"*", "\"latest"].iter().any(|loose| line.contains(loose)) {
                out.push(format!("{}:{}: a version is to be exact", file.path, n + 1));
            }
        }
    }
    let notice = tree.iter().find(|f| f.path == "NOTICE").map_or("", |f| f.text.as_str());
    for file in tree.iter().filter(|f| f.path == "crates/caucus/assets.lock") {
        for (n, line) in file.text.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.is_empty()) {
            let good = line.split_once("  ").filter(|(hash, _)| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()));
            match good.and_then(|(_, place)| place.split_once("/files/")) {
                Some((package, _)) if notice.contains(package) => {}
                Some((package, _)) => out.push(format!("{}:{}: NOTICE does not name `{package}`", file.path, n + 1)),
                None => out.push(format!("{}:{}: is not a SHA-256, two spaces and a package's file", file.path, n + 1)),
            }
        }
    }
    out
}

/// The papers that a reader of the source looks for first.
pub(super) fn papers(tree: &[File]) -> Vec<String> {
    ["LICENSE", "NOTICE", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md"]
        .into_iter()
        .filter(|name| !tree.iter().any(|f| f.path == *name && f.text.trim().len() > 40))
        .map(|name| format!("{name} is missing or empty"))
        .collect()
}

/// Decision records bear numbers of their own.
pub(super) fn decisions(tree: &[File]) -> Vec<String> {
    let mut out = Vec::new();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for file in tree.iter() {
        let Some(name) = file.path.strip_prefix("docs/decisions/") else { continue };
        let number = name.get(..3).filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
        match number.map(|n| (n, seen.insert(n, name))) {
            None => out.push(format!("{}: begins with no number of three digits", file.path)),
            Some((n, Some(other))) => out.push(format!("{}: {other} is number {n} too", file.path)),
            Some((_, None)) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn a_file_without_a_first_line_is_named() {
        assert_eq!(first_lines(&[file("a.rs", "//! What this is about.\n")]), [""; 0]);
        assert_eq!(first_lines(&[file("a.rs", "fn main() {}\n")]).len(), 1);
        assert_eq!(first_lines(&[file("a.rs", "")]).len(), 1);
    }

    #[test]
    fn what_is_allowed_has_a_reason() {
        let allow = ["#[al", "low(clippy::x)]\nfn f() {}\n"].concat();
        assert_eq!(reasons(&[file("a.rs", &allow)]).len(), 1);
        let with = ["#![ex", "pect(\n    clippy::x,\n    reason = \"measured\"\n)]\n"].concat();
        assert_eq!(reasons(&[file("a.rs", &with)]), [""; 0]);
    }

    #[test]
    fn a_style_sheet_names_no_side() {
        assert_eq!(logical(&[file("a.css", "/* left alone */ p { margin-inline-start: 0 }\n")]), [""; 0]);
        assert_eq!(logical(&[file("a.css", "/* a\n left\n*/ p { text-align: right }\n")]).len(), 1);
        assert_eq!(logical(&[file("a.css", "p { padding-left: 0 }\n")]).len(), 1);
        assert_eq!(logical(&[file("a.css", ".bright { color: copyright }\n")]), [""; 0]);
    }

    #[test]
    fn no_file_names_a_machine() {
        let bad = ["open(\"/ro", "ot/x\")"].concat();
        assert_eq!(hosts(&[file("a.rs", &bad)]).len(), 1);
        let ours = ["href(base/ho", "me/x)"].concat();
        assert_eq!(hosts(&[file("a.rs", &ours)]), [""; 0]);
        assert_eq!(hosts(&[file("crates/caucus/assets/a.css", "@import \"https://x\";")]).len(), 1);
    }

    #[test]
    fn a_lock_without_hashes_is_named() {
        let good = "{\"node_modules/a\": {\"integrity\": \"sha512-x\"}}";
        assert_eq!(locks(&[file("package-lock.json", good)]), [""; 0]);
        assert_eq!(locks(&[file("package-lock.json", "{\"node_modules/a\": {\"resolved\": \"x\"}}")]).len(), 2);
        assert_eq!(locks(&[file("package.json", "{\"a\": \"^1.0.0\"}")]).len(), 1);
        let pinned = format!("{}  @fontsource/amiri/files/a.woff2\n", "a".repeat(64));
        assert_eq!(locks(&[file("crates/caucus/assets.lock", &pinned), file("NOTICE", "@fontsource/amiri")]), [""; 0]);
        assert_eq!(locks(&[file("crates/caucus/assets.lock", &pinned)]).len(), 1);
    }

    #[test]
    fn two_decisions_of_one_number_are_named() {
        let tree = [file("docs/decisions/010-a.md", ""), file("docs/decisions/010-b.md", ""), file("docs/decisions/c.md", "")];
        assert_eq!(decisions(&tree).len(), 2);
    }
}
