//! Writes a built book as a static site.

use super::{Book, Files};
use crate::root::Root;
use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The folder holds something that is no site of ours, which would be lost.
    #[error(
        "failed to replace {}: it holds something else than a built book; \
         choose another folder with `--dest DIR`, or empty this one",
        .dest.display()
    )]
    NotABook {
        /// The folder that was to be replaced.
        dest: PathBuf,
    },
    /// The system refused.
    #[error("failed to write the book to {}; check that the folder can be written, or choose another with `--dest DIR`", .dest.display())]
    Io {
        /// The folder that was to be written.
        dest: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Writes `book` to the folder `dest`, which afterwards holds the whole book and nothing else.
///
/// The files are written beside `dest` first, so `dest` is never half a book.
///
/// # Errors
///
/// When `dest` holds something that is no built book, or cannot be written.
pub fn export(book: &Book, root: &Root, dest: &Path) -> Result<(), ExportError> {
    let io_error = |source| ExportError::Io {
        dest: dest.to_owned(),
        source,
    };
    if !may_be_replaced(dest, root).map_err(io_error)? {
        return Err(ExportError::NotABook {
            dest: dest.to_owned(),
        });
    }
    replace(&book.files, dest).map_err(io_error)
}

/// A folder may be replaced if nothing in it can be missed: it is absent, empty, or a built book.
fn may_be_replaced(dest: &Path, root: &Root) -> io::Result<bool> {
    if !dest.try_exists()? {
        return Ok(true);
    }
    if !dest.is_dir() || root.path().starts_with(dest.canonicalize()?) {
        return Ok(false);
    }
    let is_empty = dest.read_dir()?.next().is_none();
    // mdBook writes both of these into every site.
    let is_book = dest.join(".nojekyll").is_file() && dest.join("toc.html").is_file();
    Ok(is_empty || is_book)
}

fn replace(files: &Files, dest: &Path) -> io::Result<()> {
    let parent = dest.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)?;
    // On the same file system as `dest`, so that it can be renamed.
    let workshop = tempfile::Builder::new()
        .prefix(".course-book-")
        .tempdir_in(parent)?;
    let (new, old) = (workshop.path().join("new"), workshop.path().join("old"));
    write(files, &new)?;
    if dest.try_exists()? {
        std::fs::rename(dest, &old)?;
    }
    std::fs::rename(&new, dest).inspect_err(|_| {
        // Put back what was there; if even that fails, the first error is the one to report.
        let _ = std::fs::rename(&old, dest);
    })
}

fn write(files: &Files, folder: &Path) -> io::Result<()> {
    for (path, bytes) in files.iter() {
        let file = folder.join(path);
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
