//! What was solved, and what was overwritten: the folder `exercises/.progress`.
//!
//! Each change is written to a new file that then takes the place of the old one, so a crash at
//! any moment leaves one of the two. Two processes take turns by a lock.

use crate::Error;
use crate::files::{self, Kept, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where a learner stands with an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The file is the stub.
    Untouched,
    /// The file was changed, and was never found to be right.
    Begun,
    /// The file is right.
    Solved,
    /// The file was right once, and has changed since (or what is demanded has).
    Changed,
    /// The file is not there, or is no text.
    Missing,
}

/// The progress in one folder.
#[derive(Debug)]
pub(crate) struct Progress {
    folder: PathBuf,
}

/// What is in the file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Record {
    /// Raised when older programs would misread it.
    version: u32,
    /// For each exercise that was ever solved: which answer to which demands.
    solved: BTreeMap<String, Version>,
}

const VERSION: u32 = 1;

impl Progress {
    pub(crate) fn new(folder: &Path) -> Progress {
        Progress {
            folder: folder.to_owned(),
        }
    }

    /// Which answer has solved an exercise, if one has.
    pub(crate) fn solved(&self, name: &str) -> Result<Option<Version>, Error> {
        Ok(self.read()?.solved.get(name).cloned())
    }

    pub(crate) fn set_solved(&self, name: &str, stamp: &Version) -> Result<(), Error> {
        let _lock = self.lock()?;
        let mut record = self.read()?;
        record.version = VERSION;
        record.solved.insert(name.to_owned(), stamp.clone());
        let text = serde_json::to_string_pretty(&record).expect("it is plain data");
        self.write(&self.file(), &(text + "\n"))
    }

    /// Keeps a text that is about to be overwritten.
    pub(crate) fn keep(&self, name: &str, text: &str) -> Result<Kept, Error> {
        let folder = self.folder.join("kept");
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let path = (0..)
            .map(|more| folder.join(format!("{name}-{}.rs", now.as_millis() + more)))
            .find(|path| !path.exists())
            .expect("there are numbers enough");
        self.write(&path, text)?;
        Ok(Kept(path))
    }

    /// Writes a file so that whoever reads it, also after a crash, finds the old text or the new
    /// one.
    pub(crate) fn write(&self, path: &Path, text: &str) -> Result<(), Error> {
        files::write(path, text, &self.drafts())
    }

    fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }

    /// Keeps others from writing until it is dropped, and clears away what those have begun that
    /// did not come to an end.
    pub(crate) fn lock(&self) -> Result<File, Error> {
        fs::create_dir_all(&self.folder).map_err(Error::file("create", &self.folder))?;
        let path = self.folder.join("lock");
        let lock = File::create(&path).map_err(Error::file("create", &path))?;
        lock.lock().map_err(Error::file("lock", &path))?;
        for draft in fs::read_dir(self.drafts()).into_iter().flatten().flatten() {
            // If it cannot be removed, it takes some room, and that is all.
            let _ = fs::remove_file(draft.path());
        }
        Ok(lock)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("progress.json")
    }

    fn read(&self) -> Result<Record, Error> {
        let path = self.file();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Record::default());
            }
            Err(error) => return Err(Error::file("read", &path)(error)),
        };
        let wrong = |why: String| {
            let source = std::io::Error::new(std::io::ErrorKind::InvalidData, why);
            Error::file("understand", &path)(source)
        };
        let record: Record = serde_json::from_str(&text)
            .map_err(|error| wrong(format!("{error}; mend it, or move it away to begin anew")))?;
        match record.version <= VERSION {
            true => Ok(record),
            false => Err(wrong(
                "it was written by a newer version of the course".to_owned(),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_solved_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let stamp = Version::of("answer");
        Progress::new(folder.path())
            .set_solved("a", &stamp)
            .unwrap();
        let again = Progress::new(folder.path());
        assert_eq!(again.solved("a").unwrap(), Some(stamp));
        assert_eq!(again.solved("b").unwrap(), None);
    }

    #[test]
    fn a_spoilt_file_is_an_error_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.json");
        fs::write(&file, "{ no json").unwrap();
        let progress = Progress::new(folder.path());
        assert!(progress.set_solved("a", &Version::of("")).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "{ no json");
    }

    #[test]
    fn texts_kept_in_the_same_moment_are_all_kept() {
        let folder = tempfile::tempdir().unwrap();
        let progress = Progress::new(folder.path());
        let kept: Vec<PathBuf> = ["1", "2", "3"]
            .map(|text| progress.keep("a", text).unwrap().0)
            .into();
        let texts: Vec<String> = kept
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        assert_eq!(texts, ["1", "2", "3"]);
    }

    /// In the environment of the process that is killed: where its progress is.
    const FOLDER: &str = "PROGRESS_TO_WRITE";

    /// No test of its own: what the next one starts, which writes until it is killed.
    #[test]
    fn solves_until_it_is_killed() {
        let Some(folder) = std::env::var_os(FOLDER) else {
            return;
        };
        let progress = Progress::new(Path::new(&folder));
        for number in 0.. {
            let name = format!("{number}{}", "-long".repeat(20));
            progress.set_solved(&name, &Version::of(&name)).unwrap();
        }
    }

    #[test]
    fn a_kill_at_any_moment_leaves_the_progress_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (mut known, mut interrupted) = (0, 0);
        for round in 0..60 {
            let mut writer = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "progress::tests::solves_until_it_is_killed"])
                .env(FOLDER, folder.path())
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(std::time::Duration::from_micros(5_000 + 211 * round));
            writer.kill().unwrap();
            writer.wait().unwrap();
            let progress = Progress::new(folder.path());
            interrupted += fs::read_dir(progress.drafts()).map_or(0, Iterator::count);
            let solved = progress.read().unwrap().solved.len();
            assert!(solved >= known, "{known} were solved, {solved} are");
            known = solved;
        }
        assert!(known > 0 && interrupted > 0, "no write was interrupted");
    }

    #[test]
    fn many_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for number in 0..8 {
                let folder = folder.path();
                scope.spawn(move || {
                    let name = format!("exercise_{number}");
                    Progress::new(folder)
                        .set_solved(&name, &Version::of(&name))
                        .unwrap();
                });
            }
        });
        assert_eq!(Progress::new(folder.path()).read().unwrap().solved.len(), 8);
    }
}
