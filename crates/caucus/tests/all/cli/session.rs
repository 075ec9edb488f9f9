//! A folder of files, and commands typed in it.

use std::path::Path;
use std::process::Command;

/// A fresh folder that is removed at the end.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with these files in it.
    pub(crate) fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a place")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).expect("a file")
    }

    fn run(&self, command: &str) -> std::process::Output {
        let words = command.split_whitespace().skip(1);
        Command::new(env!("CARGO_BIN_EXE_caucus")).args(words).current_dir(self.0.path()).env("NO_COLOR", "1").output().expect("it runs")
    }

    /// What a command prints: results as they are, what is said to people behind `! `, then the exit code.
    /// The marks that keep a name's direction apart are shown as ⟨ and ⟩.
    pub(crate) fn session(&self, command: &str) -> String {
        let output = self.run(command);
        let mut out = String::from_utf8(output.stdout).expect("UTF-8");
        for line in String::from_utf8(output.stderr).expect("UTF-8").lines() {
            out.push_str("! ");
            out.push_str(line);
            out.push('\n');
        }
        out.push_str(&format!("exit {}", output.status.code().expect("it ended by itself")));
        out.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
    }

    /// A command's result as JSON, and how it ended.
    pub(crate) fn json(&self, command: &str) -> (serde_json::Value, i32) {
        let output = self.run(command);
        let value = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{command}: {e}"));
        (value, output.status.code().expect("it ended by itself"))
    }
}

/// A block of a page of the handbook.
pub(crate) fn block(page: &str, kind: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../handbook").join(page);
    let text = std::fs::read_to_string(path).expect("a page");
    let (_, rest) = text.split_once(&format!("```{kind}\n")).expect("a block");
    rest.split("```").next().expect("its end").to_owned()
}

/// The keys of an object in their order.
pub(crate) fn keys(value: &serde_json::Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}
