//! Learns the weights of the matching of names anew from the development data beside the project.

use crate::tools;

/// Writes `crates/exchange/data`. The folder with the development data is the only argument; the
/// learning itself is `exchange::matching::train`, without chance, so that the same data give the
/// same files. Takes minutes, and needs an optimised build.
pub(crate) fn train(rest: &[String]) -> Result<(), String> {
    let dir = rest.first().map_or("../shared/names", String::as_str);
    if !std::path::Path::new(dir).join("pairs.csv").exists() {
        return Err(format!("`{dir}` does not hold the development data (pairs.csv); give their folder"));
    }
    let args =
        ["run", "--release", "-p", "exchange", "--example", "names_bench", "--", dir, "--train", "crates/exchange/data", "--train-only"];
    tools::run(tools::cargo(&args))
}
