//! Certificates: given ones, or one of the machine's own for a network without any authority.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair, date_time_ymd};
use sha2::{Digest, Sha256};
use std::path::Path;
use terms::time::Stamp;

/// A certificate and its key, as PEM.
#[derive(Clone)]
pub struct Tls {
    /// The certificate, with its chain where it has one.
    pub cert_pem: Vec<u8>,
    /// The key.
    pub key_pem: Vec<u8>,
}

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tls")
    }
}

/// A certificate of the machine's own.
#[derive(Debug, Clone)]
pub struct OwnCertificate {
    /// Certificate and key.
    pub tls: Tls,
    /// SHA-256 of the certificate, as browsers show it, to be compared by voice or on paper.
    pub fingerprint: String,
    /// Whether it was made just now.
    pub fresh: bool,
}

/// For how long a certificate of our own is used, in days; past a year phones refuse them.
const DAYS: i64 = 365;

const CERT: &str = "certificate.pem";
const KEY: &str = "key.pem";
const NAMES: &str = "names";

/// The certificate kept in `dir`, or a new one where there is none, where it is too old or for other
/// names. It is kept so that a fingerprint compared once stays good.
pub fn own_certificate(dir: &Path, names: &[String], wall: Stamp) -> Result<OwnCertificate, String> {
    let io = |what: &Path, e: std::io::Error| format!("{}: {}", what.display(), e.to_string().to_lowercase());
    let kept = std::fs::read_to_string(dir.join(NAMES)).unwrap_or_default();
    let good = kept.split_once('\n').is_some_and(|(of, day)| {
        let made: Option<i64> = day.trim().parse().ok();
        of == names.join(" ") && made.is_some_and(|d| (0..DAYS).contains(&(today(wall) - d)))
    });
    if good && let (Ok(cert_pem), Ok(key_pem)) = (std::fs::read(dir.join(CERT)), std::fs::read(dir.join(KEY))) {
        let fingerprint = fingerprint_of_pem(&cert_pem)
            .ok_or_else(|| format!("{} is no certificate; remove it and start again", dir.join(CERT).display()))?;
        return Ok(OwnCertificate { tls: Tls { cert_pem, key_pem }, fingerprint, fresh: false });
    }
    let made = make(names, wall)?;
    std::fs::create_dir_all(dir).map_err(|e| io(dir, e))?;
    write_private(&dir.join(KEY), &made.tls.key_pem).map_err(|e| io(&dir.join(KEY), e))?;
    std::fs::write(dir.join(CERT), &made.tls.cert_pem).map_err(|e| io(&dir.join(CERT), e))?;
    std::fs::write(dir.join(NAMES), format!("{}\n{}\n", names.join(" "), today(wall))).map_err(|e| io(&dir.join(NAMES), e))?;
    Ok(made)
}

/// Makes a certificate for these names and addresses, good from the day before and a month longer than
/// it is used, so that it never runs out under way.
fn make(names: &[String], wall: Stamp) -> Result<OwnCertificate, String> {
    let fail = |e: rcgen::Error| format!("a certificate for {} cannot be made: {e}", names.join(", "));
    let mut params = CertificateParams::new(names.to_vec()).map_err(fail)?;
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, names.first().map_or("caucus", String::as_str));
    let date = |days: i64| {
        let at = jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
        date_time_ymd(i32::from(at.year()), u8::try_from(at.month()).unwrap_or(1), u8::try_from(at.day()).unwrap_or(1))
    };
    params.not_before = date(today(wall) - 1);
    params.not_after = date(today(wall) + DAYS + 30);
    let key = KeyPair::generate().map_err(fail)?;
    let cert = params.self_signed(&key).map_err(fail)?;
    let tls = Tls { cert_pem: cert.pem().into_bytes(), key_pem: key.serialize_pem().into_bytes() };
    Ok(OwnCertificate { tls, fingerprint: fingerprint(cert.der()), fresh: true })
}

/// The day of a moment, counted from 1970.
fn today(wall: Stamp) -> i64 {
    wall.0.div_euclid(86_400)
}

/// SHA-256 of a certificate in its binary form: pairs of digits between colons.
#[must_use]
pub fn fingerprint(der: &[u8]) -> String {
    Sha256::digest(der).iter().map(|b| format!("{b:02X}")).collect::<Vec<_>>().join(":")
}

/// The fingerprint of the first certificate of a PEM file.
#[must_use]
pub fn fingerprint_of_pem(pem: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(pem).ok()?;
    let inside = text.split_once("-----BEGIN CERTIFICATE-----")?.1.split_once("-----END CERTIFICATE-----")?.0;
    let der = STANDARD.decode(inside.split_ascii_whitespace().collect::<String>()).ok()?;
    (!der.is_empty()).then(|| fingerprint(&der))
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_of_our_own_is_kept_with_its_fingerprint() {
        let dir = tempfile::tempdir().unwrap();
        let names = ["localhost".to_owned(), "192.168.1.5".to_owned()];
        let wall = Stamp(1_790_000_000);
        let first = own_certificate(dir.path(), &names, wall).unwrap();
        let again = own_certificate(dir.path(), &names, wall.plus_seconds(3600)).unwrap();
        assert!(first.fresh && !again.fresh);
        assert_eq!(first.fingerprint, again.fingerprint);
        assert_eq!(first.fingerprint.len(), 32 * 3 - 1);
        let later = own_certificate(dir.path(), &names, wall.plus_seconds(366 * 86_400)).unwrap();
        assert!(later.fresh && later.fingerprint != first.fingerprint, "after a year, another certificate");
        let other = own_certificate(dir.path(), &["localhost".to_owned()], wall).unwrap();
        assert!(other.fresh && other.fingerprint != first.fingerprint, "other names, another certificate");
    }

    #[test]
    fn what_is_no_certificate_has_no_fingerprint() {
        assert_eq!(fingerprint_of_pem(b"-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n"), None);
        assert_eq!(fingerprint_of_pem(b""), None);
    }
}
