//! Puts the pages' own files and the packages' fonts into the program.
//!
//! Our own files in `assets/` are always there. Fonts lie in `target/assets` once `cargo xtask
//! assets` has run the package client; each is compared with its SHA-256 in `assets.lock`, and one
//! that differs stops the build. One that is missing is left out, with its rule in the style sheet:
//! the reader then sees a font of their system. Nothing is fetched here.
//!
//! Every file is served under a name that holds its hash, so that it may be kept for ever.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file to be served.
struct Asset {
    plain: String,
    served: String,
    mime: &'static str,
    path: PathBuf,
}

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the crate lies"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    for watched in ["assets", "assets.lock", "build.rs"] {
        println!("cargo::rerun-if-changed={}", here.join(watched).display());
    }
    let mut assets = fonts(&here, &out);
    let own = here.join("assets");
    // The worker names the others, so it comes last; the style sheet names the fonts.
    for plain in ["caucus.css", "caucus.js", "kept.js", "note.js", "movement.js", "sw.js"] {
        let path = own.join(plain);
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{} cannot be read: {e}", path.display()));
        let text = match plain {
            "caucus.css" => with_fonts(&text, &assets),
            "sw.js" => with_names(&text, &assets),
            _ => text,
        };
        let served = served_name(plain, text.as_bytes());
        let written = out.join(&served);
        fs::write(&written, text).expect("the build folder takes files");
        assets.push(Asset { plain: plain.to_owned(), served, mime: mime(plain), path: written });
    }
    fs::write(out.join("assets.rs"), source(&assets)).expect("the build folder takes files");
}

/// The fonts that lie in the package client's folder, each checked.
fn fonts(here: &Path, out: &Path) -> Vec<Asset> {
    // The build's target folder is marked by cargo; where there is none, nothing was installed.
    let Some(target) = out.ancestors().find(|a| a.join("CACHEDIR.TAG").exists()) else { return Vec::new() };
    let installed = target.join("assets").join("installed");
    if !installed.exists() {
        // Watched from now on: a path that is not there would build the crate anew each time.
        let _ = fs::create_dir_all(target.join("assets")).and_then(|()| fs::write(&installed, "nothing\n"));
    }
    println!("cargo::rerun-if-changed={}", installed.display());
    let lock = fs::read_to_string(here.join("assets.lock")).expect("assets.lock lies beside build.rs");
    let mut found = Vec::new();
    for line in lock.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        let Some((wanted, place)) = line.split_once("  ") else { panic!("assets.lock: `{line}` is not a hash, two spaces and a path") };
        let path = target.join("assets").join("node_modules").join(place);
        let Ok(bytes) = fs::read(&path) else { continue };
        let got = hex(&Sha256::digest(&bytes));
        assert!(
            got == wanted,
            "{place} is not the file that assets.lock names: its SHA-256 is {got}; remove target/assets and run `cargo xtask assets`"
        );
        let plain = place.rsplit('/').next().unwrap_or(place).to_owned();
        found.push(Asset { served: served_name(&plain, &bytes), mime: mime(&plain), plain, path });
    }
    found
}

/// The style sheet with each font's served name, and without the rules whose font is missing.
fn with_fonts(css: &str, assets: &[Asset]) -> String {
    let served: BTreeMap<&str, &str> = assets.iter().map(|a| (a.plain.as_str(), a.served.as_str())).collect();
    let mut out = String::with_capacity(css.len());
    for line in css.lines() {
        let font = line.split_once("url(\"fonts/").and_then(|(_, rest)| rest.split_once('"')).map(|(name, _)| name);
        match font {
            None => out.push_str(line),
            Some(plain) => match served.get(plain) {
                Some(name) => out.push_str(&line.replace(&["fonts/", plain].concat(), name)),
                None => continue,
            },
        }
        out.push('\n');
    }
    out
}

/// The worker with the served names of what the phone's pages need.
fn with_names(js: &str, assets: &[Asset]) -> String {
    let names: Vec<String> = assets
        .iter()
        .filter(|a| matches!(a.plain.as_str(), "caucus.css" | "caucus.js" | "kept.js" | "note.js" | "movement.js"))
        .map(|a| format!("\"/assets/{}\"", a.served))
        .collect();
    js.replace("[/* names of our files */]", &format!("[{}]", names.join(", ")))
}

/// The table that the program includes.
fn source(assets: &[Asset]) -> String {
    let mut out =
        String::from("/// What is served under `/assets/`: served name, type, bytes.\npub const ASSETS: &[(&str, &str, &[u8])] = &[\n");
    for a in assets {
        let _ = writeln!(out, "    ({:?}, {:?}, include_bytes!({:?})),", a.served, a.mime, a.path.display().to_string());
    }
    out.push_str("];\n\n/// The served name of a file of ours.\n#[must_use]\npub fn asset(plain: &str) -> Option<&'static str> {\n    match plain {\n");
    for a in assets {
        let _ = writeln!(out, "        {:?} => Some({:?}),", a.plain, a.served);
    }
    out.push_str("        _ => None,\n    }\n}\n");
    out
}

fn served_name(plain: &str, bytes: &[u8]) -> String {
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((plain, "bin"));
    format!("{stem}-{}.{ending}", &hex(&Sha256::digest(bytes))[..8])
}

fn mime(plain: &str) -> &'static str {
    match plain.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}
