//! What is measured in Go.

use crate::record::Sample;
use anyhow::{Context, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// `go/main.go`, built.
pub struct Program {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

/// The program as the source has it.
fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("go/main.go")
}

/// Which Go is used, such as `go1.27.3`.
///
/// # Errors
///
/// If there is no Go.
pub fn version() -> anyhow::Result<String> {
    let said = output(Command::new("go").args(["env", "GOVERSION"]))?;
    Ok(said.trim().to_owned())
}

impl Program {
    /// Builds it.
    ///
    /// # Errors
    ///
    /// If there is no Go, or the program does not compile.
    pub fn build() -> anyhow::Result<Program> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("measure");
        output(
            Command::new("go")
                .args(["build", "-o"])
                .arg(&path)
                .arg(source()),
        )?;
        Ok(Program {
            path,
            _folder: folder,
        })
    }

    /// Measures everything once, in a fresh process.
    ///
    /// # Errors
    ///
    /// If it fails, or prints something else than samples.
    pub fn round(&self) -> anyhow::Result<Vec<Sample>> {
        samples(&output(&mut Command::new(&self.path))?)
    }

    /// The same for one group alone.
    ///
    /// # Errors
    ///
    /// As for [`Self::round`].
    pub fn group(&self, name: &str) -> anyhow::Result<Vec<Sample>> {
        samples(&output(Command::new(&self.path).arg(name))?)
    }
}

/// What a command prints, if it succeeds.
///
/// # Errors
///
/// If it cannot be started, fails, or prints something else than text.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .output()
        .with_context(|| format!("failed to start {command:?}"))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "failed to run {command:?}: {complaint}"
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Samples, one line of JSON each.
///
/// # Errors
///
/// If a line is something else.
pub fn samples(lines: &str) -> anyhow::Result<Vec<Sample>> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).with_context(|| format!("failed to read {line:?}")))
        .collect()
}
