//! Notices edits of the course's files.

use crate::root::Root;
use anyhow::Context;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

/// A save often comes as several events, and several files are often saved together.
const QUIET: Duration = Duration::from_millis(50);
/// However long files keep changing, an author sees something after this time.
const PATIENCE: Duration = Duration::from_secs(1);

/// The changes of the course's files.
pub struct Changes {
    watcher: RecommendedWatcher,
    folders: Vec<PathBuf>,
    signal: Arc<Signal>,
}

#[derive(Default)]
struct Signal {
    changed: Notify,
    /// A watched folder itself came or went, so that it must be watched anew.
    folders_moved: AtomicBool,
}

impl Changes {
    /// Watches these folders with all that is in them, and these files, of the course at `root`.
    /// They need not be there yet.
    ///
    /// # Errors
    ///
    /// When the system cannot watch them.
    pub fn of(root: &Root, folders: &[&str], files: &[&str]) -> anyhow::Result<Self> {
        let advice = "failed to watch the course's files; \
                      the system may limit how many files can be watched";
        let in_root = |name: &&str| root.path().join(name);
        let folders: Vec<_> = folders.iter().map(in_root).collect();
        let signal = Arc::<Signal>::default();
        let mut watcher = notify::recommended_watcher({
            let filter = Filter {
                files: files.iter().map(in_root).collect(),
                folders: folders.clone(),
                signal: Arc::clone(&signal),
            };
            move |event| filter.receive(event)
        })
        .context(advice)?;
        // The root shows changes of its own files, and folders that come and go.
        // It is not watched with all that is in it: that includes compiled programs.
        watcher
            .watch(root.path(), RecursiveMode::NonRecursive)
            .context(advice)?;
        let mut changes = Self {
            watcher,
            folders,
            signal,
        };
        changes.watch_folders().context(advice)?;
        Ok(changes)
    }

    /// Waits for a change, and then until the files are quiet.
    pub async fn settled(&mut self) {
        self.signal.changed.notified().await;
        let patience_ends = Instant::now() + PATIENCE;
        loop {
            let quiet_ends = patience_ends.min(Instant::now() + QUIET);
            if timeout_at(quiet_ends, self.signal.changed.notified())
                .await
                .is_err()
            {
                break;
            }
        }
        if self.signal.folders_moved.swap(false, Ordering::Relaxed) {
            // If it fails, the build that follows says what is missing.
            let _ = self.watch_folders();
        }
    }

    fn watch_folders(&mut self) -> notify::Result<()> {
        for folder in self.folders.iter().filter(|folder| folder.is_dir()) {
            self.watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }
}

/// Tells changes of what is watched from everything else that happens in the course's folder.
struct Filter {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    signal: Arc<Signal>,
}

impl Filter {
    fn receive(&self, event: notify::Result<notify::Event>) {
        // An error means that events may have been lost: then better build once too often.
        let Ok(event) = event else {
            return self.signal.changed.notify_one();
        };
        // Reading is no change. A build itself reads every file.
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        if event.paths.iter().any(|path| self.folders.contains(path)) {
            self.signal.folders_moved.store(true, Ordering::Relaxed);
        }
        if event.need_rescan() || event.paths.iter().any(|path| self.is_watched(path)) {
            self.signal.changed.notify_one();
        }
    }

    fn is_watched(&self, path: &Path) -> bool {
        self.files.iter().any(|file| file == path)
            || self.folders.iter().any(|folder| path.starts_with(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet_course() -> (tempfile::TempDir, Changes) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("book.toml"), "").unwrap();
        let root = Root::find(Some(folder.path())).unwrap();
        (folder, Changes::of(&root, &[], &["book.toml"]).unwrap())
    }

    /// The clock stands still but for `sleep`, so the test is exact on any machine.
    #[tokio::test(start_paused = true)]
    async fn a_burst_of_saves_is_one_change() {
        let (_folder, mut changes) = quiet_course();
        let signal = Arc::clone(&changes.signal);
        let start = Instant::now();
        let saving = tokio::spawn(async move {
            for _ in 0..10 {
                signal.changed.notify_one();
                tokio::time::sleep(QUIET / 2).await;
            }
        });
        changes.settled().await;
        assert!(start.elapsed() >= QUIET / 2 * 9 + QUIET);
        saving.await.unwrap();
        let another = tokio::time::timeout(PATIENCE, changes.settled()).await;
        assert!(another.is_err(), "the burst was reported twice");
    }

    #[tokio::test(start_paused = true)]
    async fn files_that_never_rest_are_shown_in_between() {
        let (_folder, mut changes) = quiet_course();
        let signal = Arc::clone(&changes.signal);
        let start = Instant::now();
        let saving = tokio::spawn(async move {
            loop {
                signal.changed.notify_one();
                tokio::time::sleep(QUIET / 2).await;
            }
        });
        changes.settled().await;
        assert_eq!(start.elapsed().as_millis(), PATIENCE.as_millis());
        saving.abort();
    }
}
