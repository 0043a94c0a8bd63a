//! The learner's files: they are never overwritten without their text being kept.

use crate::Error;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Tells two texts apart: a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(String);

impl Version {
    /// The version of a text.
    pub fn of(text: &str) -> Version {
        Version::of_all(&[text])
    }

    /// The version of several texts together.
    pub fn of_all(texts: &[&str]) -> Version {
        let mut all = Sha256::new();
        for text in texts {
            // The length keeps ("ab", "c") and ("a", "bc") apart.
            all.update((text.len() as u64).to_le_bytes());
            all.update(text);
        }
        let digits = all
            .finalize()
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Version(digits)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file's text, and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Its version.
    pub version: Version,
}

/// What became of a text that was to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was written. This is its version.
    Written(Version),
    /// It was not, because the file has changed meanwhile. This is what is in it now.
    Conflict(Text),
}

/// Where a previous text is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept(pub PathBuf);

pub(crate) fn read(path: &Path) -> Result<Text, Error> {
    let text = fs::read_to_string(path).map_err(Error::file("read", path))?;
    let version = Version::of(&text);
    Ok(Text { text, version })
}

/// Writes a file so that whoever reads it, also after a crash, finds the old text or the new one.
///
/// The new one is begun in the folder `drafts`, of which nobody is surprised to find something after
/// a crash. It must be on the same disk.
pub(crate) fn write(path: &Path, text: &str, drafts: &Path) -> Result<(), Error> {
    for folder in [path.parent().unwrap_or(Path::new(".")), drafts] {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    let write = || {
        let mut draft = tempfile::NamedTempFile::new_in(drafts)?;
        draft.write_all(text.as_bytes())?;
        draft.as_file().sync_all()?;
        keep_permissions(path, draft.as_file())?;
        draft.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(Error::file("write", path))
}

/// A fresh file can be read by its owner alone; one that others could read stays so.
fn keep_permissions(path: &Path, draft: &fs::File) -> std::io::Result<()> {
    let permissions = match fs::metadata(path) {
        Ok(about) => about.permissions(),
        Err(_) => return usual_permissions(draft),
    };
    draft.set_permissions(permissions)
}

#[cfg(unix)]
fn usual_permissions(draft: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    draft.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn usual_permissions(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_file_holds_the_text_and_nothing_lies_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/file.rs");
        let drafts = folder.path().join("drafts");
        write(&path, "one", &drafts).unwrap();
        write(&path, "two", &drafts).unwrap();
        assert_eq!(read(&path).unwrap().text, "two");
        let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(beside, 1);
        assert_eq!(fs::read_dir(drafts).unwrap().count(), 0);
    }

    #[test]
    fn texts_do_not_run_together() {
        assert_ne!(Version::of_all(&["ab", "c"]), Version::of_all(&["a", "bc"]));
    }
}
