//! Starting other programs, and finding our way in the workspace.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The build's target folder: the nearest above this program that cargo has marked as one.
pub(crate) fn target() -> PathBuf {
    let exe = std::env::current_exe().unwrap_or_default();
    exe.ancestors().find(|a| a.join("CACHEDIR.TAG").exists()).map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// Cargo, in the workspace's folder.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// Whether this runs where a missing tool is an error.
pub(crate) fn on_ci() -> bool {
    std::env::var_os("CI").is_some_and(|v| !v.is_empty() && v != "false")
}

/// Whether a program can be started by its name.
pub(crate) fn there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}

/// Runs a command to its end; an error names what was run.
pub(crate) fn run(mut command: Command) -> Result<(), String> {
    let name = shown(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}")),
        Err(e) => Err(format!("`{name}` could not be started: {e}")),
    }
}

/// Becomes another program, so that whoever ends this process ends that one.
#[cfg(unix)]
pub(crate) fn turn_into(mut command: Command) -> Result<(), String> {
    let name = shown(&command);
    let why = std::os::unix::process::CommandExt::exec(&mut command);
    Err(format!("`{name}` could not be started: {why}"))
}

/// Runs another program as the last thing of this one.
#[cfg(not(unix))]
pub(crate) fn turn_into(command: Command) -> Result<(), String> {
    run(command)
}

/// What a command prints.
pub(crate) fn output(mut command: Command) -> Result<String, String> {
    let name = shown(&command);
    let out = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|e| format!("`{name}` could not be started: {e}"))?;
    if !out.status.success() {
        return Err(format!("`{name}` ended with {}", out.status));
    }
    String::from_utf8(out.stdout).map_err(|_| format!("`{name}` printed what is not text"))
}

fn shown(command: &Command) -> String {
    let mut words = vec![Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|a| a.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Runs something and says how long it took.
#[expect(clippy::disallowed_methods, reason = "the stages' minutes are measured here")]
pub(crate) fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = what();
    (done, start.elapsed())
}
