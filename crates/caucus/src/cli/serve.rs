//! `caucus serve`: the server over a store, until it is told to end.

use super::failure::{Exit, Failure};
use super::place::{DataArgs, Settings, open};
use super::{Out, log, runtime};
use crate::clock::Clock;
use crate::proof::ProofCost;
use crate::web::tls::{Tls, fingerprint_of_pem, own_certificate};
use crate::web::{App, serve as server};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    at: DataArgs,
    /// Where to listen. Without TLS, on this machine only.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7070")]
    listen: SocketAddr,
    #[command(flatten)]
    tls: TlsArgs,
    /// The store in a database.
    #[arg(long, value_name = "URL", hide = true)]
    database: Option<String>,
}

/// How TLS is spoken.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct TlsArgs {
    /// A certificate chain, as PEM.
    #[arg(long, value_name = "FILE", requires = "key_file")]
    cert: Option<PathBuf>,
    /// Its key, as PEM.
    #[arg(long = "key", id = "key_file", value_name = "FILE", requires = "cert")]
    key: Option<PathBuf>,
    /// Make a certificate of this machine's own, for a network without any authority, and print its fingerprint.
    #[arg(long, conflicts_with = "cert")]
    self_signed: bool,
    /// A name or address under which others reach this machine; may be given again.
    #[arg(long = "name", value_name = "NAME", requires = "self_signed")]
    names: Vec<String>,
}

pub(crate) fn run(args: Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    if args.database.is_some() {
        return Err(Failure::input(
            "`--database`: a store in PostgreSQL is not built yet".to_owned(),
            "give `--data DIR` alone: the store is then SQLite files in that folder",
        ));
    }
    log();
    // Refused before anybody types a passphrase.
    if !args.listen.ip().is_loopback() && args.tls.cert.is_none() && !args.tls.self_signed {
        return Err(server::ServeError::PlainElsewhere(args.listen).into());
    }
    Settings::read(&args.at.data)?;
    let (desk, settings) = open(&args.at)?;
    let clock = Clock::default();
    let tls = certificate(&args, &clock, out)?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let mut app = App::new(Arc::new(desk), clock, ProofCost::REAL, settings.host);
    app.tls = tls.is_some();
    let app = Arc::new(app);
    runtime()?.block_on(async {
        let running = server::start(app, args.listen, tls).await?;
        out.result(&format!("{scheme}://{}", running.addr));
        out.say("Serving until it is told to end (Ctrl C).");
        server::told_to_end().await;
        out.say("Ending: answers under way are written, nothing acknowledged is lost.");
        running.stop().await.map_err(|why| {
            Failure::machine(format!("the server did not end in order: {why}"), "what was acknowledged is safe; start it again")
        })
    })?;
    Ok(Exit::Done)
}

fn certificate(args: &Args, clock: &Clock, out: &mut Out<'_>) -> Result<Option<Tls>, Failure> {
    let read = |path: &PathBuf| std::fs::read(path).map_err(|e| Failure::file(path, &e));
    if let (Some(cert), Some(key)) = (&args.tls.cert, &args.tls.key) {
        let tls = Tls { cert_pem: read(cert)?, key_pem: read(key)? };
        if let Some(fingerprint) = fingerprint_of_pem(&tls.cert_pem) {
            out.say(&format!("SHA-256 of the certificate: {fingerprint}"));
        }
        return Ok(Some(tls));
    }
    if !args.tls.self_signed {
        return Ok(None);
    }
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    if !args.listen.ip().is_unspecified() && !args.listen.ip().is_loopback() {
        names.push(args.listen.ip().to_string());
    }
    names.extend(args.tls.names.iter().filter(|n| !n.is_empty()).cloned());
    names.dedup();
    let own = own_certificate(&args.at.data.join("tls"), &names, clock.wall())
        .map_err(|why| Failure::machine(why, "check the store's folder"))?;
    out.say("Browsers will warn that nobody vouches for this certificate. Compare its fingerprint by voice before going on:");
    out.say(&format!("SHA-256 {}{}", own.fingerprint, if own.fresh { "  (new)" } else { "" }));
    Ok(Some(own.tls))
}
