//! A program that somebody names on the command line.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use coach::Coach;
use workbench::Workbench;

use crate::root::Root;

/// A listing, or any file.
pub struct Program {
    /// Where it stands.
    pub file: PathBuf,
    /// What to call the file in messages: seen from the course for a listing.
    pub shown: PathBuf,
    /// Its text.
    pub text: String,
}

impl Program {
    /// The listing of this name, or the file.
    ///
    /// # Errors
    ///
    /// When there is neither.
    pub fn find(program: &str, root: &Root) -> anyhow::Result<Self> {
        let shelf = |shelf| {
            Path::new("listings")
                .join(shelf)
                .join(program)
                .join("main.rs")
        };
        let listing = [shelf("examples"), shelf("refused")]
            .into_iter()
            .find(|file| root.path().join(file).is_file());
        let (file, shown) = match listing {
            Some(shown) => (root.path().join(&shown), shown),
            None => (program.into(), program.into()),
        };
        let text = fs::read_to_string(&file).with_context(|| {
            format!(
                "failed to read {}; give a listing's name or a file",
                file.display()
            )
        })?;
        Ok(Self { file, shown, text })
    }
}

/// The workbench for the course at `root`.
///
/// # Errors
///
/// When there is no compiler, or the crate `listings` does not build.
pub fn workbench(root: &Root) -> Result<Workbench, workbench::Error> {
    Workbench::open(workspace(root.path()), &store().join("programs"))
}

/// The exercises of the course at `root`.
///
/// # Errors
///
/// When there are none, or their catalogue is broken.
pub fn coach(root: &Root) -> Result<Coach, coach::Error> {
    Coach::with_workspace(root.path(), workspace(root.path()))
}

/// Where the crates are that a listing may use: those of the course, or those that this program
/// was compiled with if the course at `root` has chapters and listings alone.
#[must_use]
pub fn workspace(root: &Path) -> &Path {
    if root.join("Cargo.toml").is_file() {
        root
    } else {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }
}

/// Where programs are kept that explore themselves.
#[must_use]
pub fn explorer_folder(root: &Root) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target
        .unwrap_or_else(|| root.path().join("target"))
        .join("explorer")
}

/// Where compiled listings are kept: beside this program, which is in cargo's target folder.
#[must_use]
pub fn store() -> PathBuf {
    let own = std::env::current_exe().unwrap_or_default();
    own.parent().unwrap_or(Path::new("target")).join("listings")
}
