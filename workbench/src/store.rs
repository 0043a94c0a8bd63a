//! Keeps results under a name made of everything that they depend on.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::Error;

/// The file in an entry that says what the result was. An entry without it does not exist.
const RESULT: &str = "result.json";

/// How the name of an entry begins that is still being made. The number of its process follows.
const DRAFT: &str = "draft-";

/// Collects what a result depends on.
#[derive(Default)]
pub(crate) struct Key(Sha256);

impl Key {
    /// Adds one thing that the result depends on.
    #[must_use]
    pub fn with(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// Adds a file that is too large to read each time: its name, size and time.
    #[must_use]
    pub fn with_file(self, file: &Path) -> Self {
        let stamp = fs::metadata(file).map(|data| format!("{} {:?}", data.len(), data.modified()));
        self.with(file.as_os_str().as_encoded_bytes())
            .with(stamp.unwrap_or_default())
    }

    /// Its name.
    pub fn finish(self) -> String {
        self.0
            .finalize()
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// A result, and the files that belong to it.
pub(crate) struct Entry<T> {
    pub folder: PathBuf,
    pub result: T,
    /// Whether it had to be made.
    pub is_new: bool,
}

impl<T> Entry<T> {
    fn of(folder: PathBuf, result: T, is_new: bool) -> Self {
        Self {
            folder,
            result,
            is_new,
        }
    }
}

/// Returns what was made earlier for `key`, or makes it: `make` gets an empty folder for files,
/// which becomes the entry's folder, and is called with it at most once. `T` is kept as JSON.
///
/// Two processes may make the same entry at the same time. The first one to finish wins, and
/// nobody ever sees half an entry.
pub(crate) fn get_or_make<T, F>(store: &Path, key: Key, make: F) -> Result<Entry<T>, Error>
where
    T: Serialize + DeserializeOwned,
    F: FnOnce(&Path) -> Result<T, Error>,
{
    let entry = store.join(key.finish());
    if let Some(result) = read(&entry) {
        return Ok(Entry::of(entry, result, false));
    }
    fs::create_dir_all(store).map_err(Error::file("create", store))?;
    remove_abandoned(store);
    let prefix = format!("{DRAFT}{}-", std::process::id());
    let draft = TempDir::with_prefix_in(prefix, store).map_err(Error::file("create", store))?;
    let result = make(draft.path())?;
    let json = serde_json::to_vec(&result).expect("results are plain data");
    let file = draft.path().join(RESULT);
    fs::write(&file, json).map_err(Error::file("write", &file))?;
    if let Err(error) = fs::rename(draft.path(), &entry) {
        // Somebody else was faster. If not, the entry was spoilt and there is no other way.
        return match read(&entry) {
            Some(result) => Ok(Entry::of(entry, result, true)),
            None => Err(Error::file("write", &entry)(error)),
        };
    }
    // The folder is no longer where the draft would delete it.
    drop(draft.keep());
    Ok(Entry::of(entry, result, true))
}

/// Removes the drafts of processes that were interrupted. That one cannot be removed harms nobody.
fn remove_abandoned(store: &Path) {
    for entry in fs::read_dir(store).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name
            .strip_prefix(DRAFT)
            .and_then(|rest| rest.split_once('-'));
        if process.is_some_and(|(number, _)| number.parse().is_ok_and(is_gone)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(unix)]
fn is_gone(process: i32) -> bool {
    let process = nix::unistd::Pid::from_raw(process);
    nix::sys::signal::kill(process, None) == Err(nix::errno::Errno::ESRCH)
}

/// What cannot be found out is left alone.
#[cfg(not(unix))]
fn is_gone(_: i32) -> bool {
    false
}

fn read<T: DeserializeOwned>(entry: &Path) -> Option<T> {
    let file = entry.join(RESULT);
    let result = serde_json::from_slice(&fs::read(&file).ok()?).ok()?;
    // When it was last of use: see `trim`. If that cannot be noted, it counts as old.
    let _ = File::open(&file).and_then(|file| file.set_modified(SystemTime::now()));
    Some(result)
}

/// How long an entry is safe after it was of use: somebody may be about to run what is in it.
const SAFE: Duration = Duration::from_secs(600);

/// Removes the entries that were of no use for longest, until the others take no more than so many
/// bytes. That one cannot be removed harms nobody.
pub(crate) fn trim(store: &Path, bytes: u64) {
    let entries = fs::read_dir(store).into_iter().flatten().flatten();
    let mut entries: Vec<(SystemTime, PathBuf)> = entries
        .filter_map(|entry| {
            let used = fs::metadata(entry.path().join(RESULT))
                .ok()?
                .modified()
                .ok()?;
            Some((used, entry.path()))
        })
        .collect();
    entries.sort_unstable_by(|one, other| other.cmp(one));
    let mut kept = 0;
    for (used, entry) in entries {
        let files = fs::read_dir(&entry).into_iter().flatten().flatten();
        let sizes = files.filter_map(|file| file.metadata().ok());
        kept += sizes.map(|about| about.len()).sum::<u64>();
        let is_old = used.elapsed().is_ok_and(|age| age > SAFE);
        // Without its result an entry does not exist, however much of it is left.
        if kept > bytes && is_old && fs::remove_file(entry.join(RESULT)).is_ok() {
            let _ = fs::remove_dir_all(&entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_once_and_then_remembers() {
        let store = tempfile::tempdir().unwrap();
        let make = |text: &'static str| {
            get_or_make(
                store.path(),
                Key::default().with("a"),
                move |folder: &Path| {
                    fs::write(folder.join("file"), text).unwrap();
                    Ok(text.to_owned())
                },
            )
            .unwrap()
        };
        let first = make("first");
        assert_eq!((first.result.as_str(), first.is_new), ("first", true));
        let second = make("second");
        assert_eq!((second.result.as_str(), second.is_new), ("first", false));
        let file = second.folder.join("file");
        assert_eq!(fs::read_to_string(file).unwrap(), "first");
    }

    #[test]
    fn what_failed_leaves_nothing_behind() {
        let store = tempfile::tempdir().unwrap();
        let failed = get_or_make::<String, _>(store.path(), Key::default(), |_| {
            Err(Error::Libraries {
                said: String::new(),
            })
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(store.path()).unwrap().count(), 0);
    }

    #[test]
    #[cfg(unix)]
    fn an_abandoned_draft_is_removed() {
        let store = tempfile::tempdir().unwrap();
        let mut ended = std::process::Command::new("true").spawn().unwrap();
        ended.wait().unwrap();
        let abandoned = store.path().join(format!("draft-{}-abc", ended.id()));
        let own = store
            .path()
            .join(format!("draft-{}-abc", std::process::id()));
        fs::create_dir(&abandoned).unwrap();
        fs::create_dir(&own).unwrap();
        get_or_make(store.path(), Key::default(), |_| Ok(1)).unwrap();
        assert!(!abandoned.exists());
        assert!(own.exists());
    }

    #[test]
    fn what_was_of_no_use_for_longest_is_removed_first() {
        let store = tempfile::tempdir().unwrap();
        let make = |name: &str, age: u64| {
            let entry = get_or_make(store.path(), Key::default().with(name), |folder| {
                fs::write(folder.join("program"), [0; 1000]).unwrap();
                Ok(1)
            });
            let folder = entry.unwrap().folder;
            let file = File::open(folder.join(RESULT)).unwrap();
            let then = SystemTime::now() - Duration::from_secs(age);
            file.set_modified(then).unwrap();
            folder
        };
        let [old, older, oldest, fresh] =
            [("a", 700), ("b", 800), ("c", 900), ("d", 0)].map(|(name, age)| make(name, age));
        // It is of use again.
        read::<i32>(&oldest).unwrap();
        trim(store.path(), 3_500);
        let left = [&old, &older, &oldest, &fresh].map(|entry| entry.exists());
        assert_eq!(left, [true, false, true, true]);
        trim(store.path(), 0);
        let left = [&old, &oldest, &fresh].map(|entry| entry.exists());
        assert_eq!(
            left,
            [false, true, true],
            "what was of use just now is safe"
        );
    }

    #[test]
    fn parts_do_not_run_together() {
        let one = Key::default().with("ab").with("c").finish();
        let other = Key::default().with("a").with("bc").finish();
        assert_ne!(one, other);
    }
}
