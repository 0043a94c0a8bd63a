//! Remembers what a tool has answered, as long as it would answer the same again.
//!
//! To ask cargo and the compiler where everything is takes longer than most programs run. What was
//! asked once is noted together with the state of all that the answer depends on. There is no
//! guessing: if any of it is not exactly as it was, the tools are asked again.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tempfile::NamedTempFile;

use crate::Error;
use crate::store::Key;

/// Something that a tool has found.
pub(crate) trait Finding: Serialize + DeserializeOwned {
    /// The files that were found. If one of them changes, it is to be looked for again.
    fn files(&self) -> Vec<&Path>;

    /// Whether it depends on nothing but those files and what it is remembered under.
    fn can_be_remembered(&self) -> bool {
        true
    }
}

#[derive(Serialize, Deserialize)]
struct Note<T> {
    /// What it was remembered under.
    under: String,
    /// The state of the files that were found.
    files: String,
    found: T,
}

/// What was found under this name in this `folder` and `under` the same circumstances, or what
/// `find` finds.
pub(crate) fn find<T: Finding>(
    folder: &Path,
    name: &str,
    under: Key,
    find: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    let under = under.finish();
    let file = folder.join(format!("{name}.json"));
    if let Some(known) = read::<T>(&file)
        && known.under == under
        && known.files == state_of(&known.found)
    {
        return Ok(known.found);
    }
    // What changes from here on is noticed the next time, since `under` was taken before.
    let found = find()?;
    let files = state_of(&found);
    if found.can_be_remembered() {
        let note = Note {
            under,
            files,
            found,
        };
        write(&file, &note)?;
        return Ok(note.found);
    }
    Ok(found)
}

/// What must be built first, if it is not known.
pub(crate) fn is_known<T: Finding>(folder: &Path, name: &str, under: Key) -> bool {
    read::<T>(&folder.join(format!("{name}.json")))
        .is_some_and(|known| known.under == under.finish() && known.files == state_of(&known.found))
}

fn state_of(found: &impl Finding) -> String {
    let files = found.files().into_iter();
    files.fold(Key::default(), Key::with_file).finish()
}

fn read<T: DeserializeOwned>(file: &Path) -> Option<Note<T>> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

/// Nobody ever reads half a note.
fn write(file: &Path, note: &impl Serialize) -> Result<(), Error> {
    let folder = file.parent().expect("it is in a folder");
    fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    let json = serde_json::to_vec(note).expect("what was found is plain data");
    let written = NamedTempFile::new_in(folder).and_then(|mut draft| {
        draft.write_all(&json)?;
        draft.persist(file).map_err(|error| error.error)
    });
    written.map(drop).map_err(Error::file("write", file))
}

impl Key {
    /// Adds a variable of the environment.
    #[must_use]
    pub fn with_variable(self, name: &str) -> Self {
        let value = std::env::var_os(name);
        self.with(name)
            .with([u8::from(value.is_some())])
            .with(value.unwrap_or_default().as_encoded_bytes())
    }

    /// Adds all variables whose names begin so.
    #[must_use]
    pub fn with_variables(self, prefix: &str) -> Self {
        let all = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
        let mut names: Vec<String> = all.filter(|name| name.starts_with(prefix)).collect();
        names.sort_unstable();
        let names = names.iter().map(String::as_str);
        names.fold(self, Self::with_variable)
    }

    /// Adds the files of these names in `folder` and in the folders above it.
    #[must_use]
    pub fn with_files_above(self, folder: &Path, names: &[&str]) -> Self {
        let all = folder
            .ancestors()
            .flat_map(|folder| names.iter().map(|name| folder.join(name)));
        all.fold(self, |key, file| key.with_file(&file))
    }

    /// Adds all files in a folder and in its folders.
    #[must_use]
    pub fn with_folder(self, folder: &Path) -> Self {
        let all = walkdir::WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter();
        let files = all
            .flatten()
            .filter(|entry| !entry.file_type().is_dir())
            .map(walkdir::DirEntry::into_path);
        files.fold(self, |key, file| key.with_file(&file))
    }

    /// Adds the program of this name that is found on the PATH.
    #[must_use]
    pub fn with_program(self, name: &str) -> Self {
        match on_the_path(name) {
            Some(file) => self.with_file(&file),
            None => self.with(name),
        }
    }
}

fn on_the_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    let mut folders = std::env::split_paths(&path);
    let file = folders.find_map(|folder| {
        let file = folder.join(OsStr::new(&name));
        file.is_file().then_some(file)
    })?;
    // A link that is made to lead elsewhere is another program.
    Some(file.canonicalize().unwrap_or(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Found(PathBuf, u32);

    impl Finding for Found {
        fn files(&self) -> Vec<&Path> {
            vec![&self.0]
        }

        fn can_be_remembered(&self) -> bool {
            self.1 != 13
        }
    }

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("found"), "one").unwrap();
            Self(folder)
        }

        fn find(&self, under: &str, number: u32) -> u32 {
            let file = self.0.path().join("found");
            let key = Key::default().with(under);
            find(self.0.path(), "note", key, || Ok(Found(file, number)))
                .unwrap()
                .1
        }
    }

    #[test]
    fn what_is_unchanged_is_not_asked_again() {
        let folder = Folder::new();
        assert_eq!(folder.find("a", 1), 1);
        assert_eq!(folder.find("a", 2), 1);
    }

    #[test]
    fn other_circumstances_make_it_ask_again() {
        let folder = Folder::new();
        assert_eq!(folder.find("a", 1), 1);
        assert_eq!(folder.find("b", 2), 2);
        assert_eq!(folder.find("a", 3), 3);
    }

    #[test]
    fn a_changed_or_missing_file_makes_it_ask_again() {
        let folder = Folder::new();
        let file = folder.0.path().join("found");
        assert_eq!(folder.find("a", 1), 1);
        fs::write(&file, "another").unwrap();
        assert_eq!(folder.find("a", 2), 2);
        fs::remove_file(&file).unwrap();
        assert_eq!(folder.find("a", 3), 3);
    }

    #[test]
    fn half_a_note_is_no_note() {
        let folder = Folder::new();
        assert_eq!(folder.find("a", 1), 1);
        fs::write(folder.0.path().join("note.json"), "{\"under\":").unwrap();
        assert_eq!(folder.find("a", 2), 2);
    }

    #[test]
    fn what_depends_on_more_is_not_remembered() {
        let folder = Folder::new();
        assert_eq!(folder.find("a", 13), 13);
        assert_eq!(folder.find("a", 2), 2);
    }
}
