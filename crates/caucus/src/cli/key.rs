//! Where the store's key comes from at start: a passphrase or the recovery text, typed or read from a
//! file. Never from the environment or the command line, which other programs of the machine can read.

use super::failure::Failure;
use record::{StoreKey, keys};
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

/// How the store is opened.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct KeyArgs {
    /// Read the passphrase from this file (its first line); `-` is standard input. Typed where not given.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Open the store with the recovery text in this file instead.
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase_file")]
    pub(crate) recovery_file: Option<PathBuf>,
}

/// The shortest passphrase of a store, in characters.
const SHORTEST: usize = 12;

impl KeyArgs {
    /// Opens the key of the store in `dir`.
    pub(crate) fn open(&self, dir: &Path) -> Result<StoreKey, Failure> {
        if let Some(file) = &self.recovery_file {
            return Ok(keys::open_with_recovery(dir, first_line(file)?.trim())?);
        }
        let passphrase = match &self.passphrase_file {
            Some(file) => first_line(file)?,
            None => typed("Passphrase of the store: ")?,
        };
        Ok(keys::open_with_passphrase(dir, &passphrase)?)
    }

    /// A new passphrase: read from the file, or typed twice.
    pub(crate) fn choose(&self) -> Result<String, Failure> {
        let passphrase = match &self.passphrase_file {
            Some(file) => first_line(file)?,
            None => {
                let first = typed("New passphrase of the store: ")?;
                if first != typed("The same again: ")? {
                    return Err(Failure::input("the two passphrases differ".to_owned(), "nothing was made; start again"));
                }
                first
            }
        };
        if passphrase.chars().count() < SHORTEST {
            return Err(Failure::input(
                format!("the passphrase has fewer than {SHORTEST} characters"),
                "take several words that belong together only for you",
            ));
        }
        Ok(passphrase)
    }
}

fn typed(prompt: &str) -> Result<String, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::input(
            "there is nobody to type a passphrase".to_owned(),
            "give `--passphrase-file FILE` (`-` for standard input)",
        ));
    }
    rpassword::prompt_password(prompt)
        .map_err(|e| Failure::machine(format!("the terminal cannot be read: {e}"), "give `--passphrase-file FILE`"))
}

/// The first line of a file or of standard input.
fn first_line(file: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|mut f| f.read_to_string(&mut text))
    };
    read.map_err(|e| Failure::file(file, &e))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_first_line_of_its_file() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("p");
        std::fs::write(&file, "a mill by the river\nsomething else\n").unwrap();
        let args = KeyArgs { passphrase_file: Some(file.clone()), recovery_file: None };
        assert_eq!(args.choose().unwrap(), "a mill by the river");
        std::fs::write(&file, "short\n").unwrap();
        assert!(args.choose().unwrap_err().message.contains("12"));
    }
}
