//! `caucus lsp`: the language server for editors, over standard input and output.

use super::failure::{Exit, Failure};
use super::print::LangArg;
use crate::lsp::{End, serve};

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    lang: LangArg,
    /// Taken for the sake of editors that always give it; there is no other way to talk to it.
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let input = std::io::BufReader::new(std::io::stdin());
    match serve(input, &mut std::io::stdout(), args.lang.speak()) {
        Ok(End::Asked) => Ok(Exit::Done),
        Ok(End::Unasked) => Ok(Exit::DoesNotHold),
        Err(e) => Err(Failure::machine(format!("the editor cannot be answered: {e}"), "start it again from the editor")),
    }
}
