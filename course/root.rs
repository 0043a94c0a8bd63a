//! The folder in which the course lies.

use std::path::{Path, PathBuf};

/// The folder in which the course lies: the one with `book.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root(PathBuf);

/// Why a folder is no course.
#[derive(Debug, thiserror::Error)]
pub enum RootError {
    /// The folder does not exist, or cannot be entered.
    #[error("failed to open the folder {}; give the course's folder with `--root DIR`", .folder.display())]
    NoFolder {
        /// The folder that was looked for.
        folder: PathBuf,
        /// What the system says of it.
        source: std::io::Error,
    },
    /// The folder exists, and something else is in it.
    #[error(
        "failed to find a course in {}: it has no book.toml; give the course's folder with `--root DIR`",
        .folder.display()
    )]
    NoBook {
        /// The folder that was looked into.
        folder: PathBuf,
    },
}

impl Root {
    /// Finds the course in `folder`, or where this crate was compiled if no folder is given.
    ///
    /// # Errors
    ///
    /// When there is no such folder, or no course in it.
    pub fn find(folder: Option<&Path>) -> Result<Self, RootError> {
        let folder = folder.unwrap_or(Path::new(env!("CARGO_MANIFEST_DIR")));
        let folder = canonical(folder).map_err(|source| RootError::NoFolder {
            folder: folder.to_owned(),
            source,
        })?;
        if folder.join("book.toml").is_file() {
            Ok(Self(folder))
        } else {
            Err(RootError::NoBook { folder })
        }
    }

    /// The folder itself, absolute and without symbolic links.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// `text` with every path inside the course made relative to it.
    ///
    /// What a reader or an author sees never depends on where the course lies.
    pub fn relative(&self, text: &str) -> String {
        let folder = self.0.to_string_lossy();
        let with_separator = format!("{folder}{}", std::path::MAIN_SEPARATOR);
        text.replace(&with_separator, "").replace(&*folder, ".")
    }
}

/// Like [`std::fs::canonicalize`], without Windows' `\\?\`, which mdBook and browsers show badly.
fn canonical(folder: &Path) -> std::io::Result<PathBuf> {
    let canonical = folder.canonicalize()?;
    match canonical
        .to_str()
        .and_then(|text| text.strip_prefix(r"\\?\"))
    {
        Some(plain) => Ok(plain.into()),
        None => Ok(canonical),
    }
}
