//! What the harness and the stand-in for the compiler tell each other.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use workbench::{Limits, Workbench};

/// The variable with the [`Assignment`] as JSON.
pub const ENVIRONMENT: &str = "SNIPPET_ASSIGNMENT";

/// What the stand-in is to work with, and where it is to report.
#[derive(Clone, Serialize, Deserialize)]
pub struct Assignment {
    /// Compiles.
    pub bench: Workbench,
    /// For each run.
    pub limits: Limits,
    /// The folder for reports.
    pub reports: PathBuf,
    /// Keeps the reports of two test runs apart.
    pub prefix: String,
}

impl Assignment {
    /// The file for the report on the block with this mark.
    pub fn report(&self, mark: &str) -> PathBuf {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let name: String = mark.chars().map(plain).collect();
        self.reports.join(format!("{}{name}.json", self.prefix))
    }
}

/// The mark of a block, which is its first line, and the program behind it. skeptic puts an
/// empty line before them.
pub fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('\n').unwrap_or(text).split_once('\n')
}
