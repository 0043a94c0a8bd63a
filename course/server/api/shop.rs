//! The compilers, and where what they make is kept.

use crate::program;
use crate::root::Root;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use workbench::explore::Explorer;
use workbench::race::engine::Engine;
use workbench::{Detector, Error, Go, Toolchain, Workbench};

/// All that is needed to work on programs.
#[derive(Debug)]
pub struct Shop {
    root: Root,
    store: PathBuf,
    go: Mutex<Option<Go>>,
    /// The names under which programs are being explored.
    explored: Mutex<HashSet<String>>,
}

impl Shop {
    pub fn new(root: &Root) -> Self {
        Self {
            root: root.clone(),
            store: program::store(),
            go: Mutex::default(),
            explored: Mutex::default(),
        }
    }

    /// The course.
    pub fn root(&self) -> &Root {
        &self.root
    }

    fn workspace(&self) -> &Path {
        program::workspace(self.root.path())
    }

    fn programs(&self) -> PathBuf {
        self.store.join("programs")
    }

    /// The compiler alone.
    pub fn toolchain(&self) -> Result<Toolchain, Error> {
        Toolchain::remembered(self.workspace(), &self.programs())
    }

    /// The compiler and the crates, as they are now. Where nothing has changed this is quick.
    pub fn workbench(&self) -> Result<Workbench, Error> {
        Workbench::open(self.workspace(), &self.programs())
    }

    /// Whether [`Self::workbench`] is quick.
    pub fn is_ready(&self) -> bool {
        Workbench::is_built(self.workspace(), &self.programs())
    }

    /// The detector of data races. The first time it takes half a minute.
    pub fn detector(&self, bench: &Workbench) -> Result<Detector, Error> {
        Detector::open(bench, self.workspace())
    }

    /// Whether [`Self::detector`] is quick, or fails quickly.
    pub fn has_detector(&self, bench: &Workbench) -> bool {
        Engine::find(&bench.toolchain).is_none() || Detector::is_built(bench, self.workspace())
    }

    /// Go, which may be installed while the server runs.
    pub fn go(&self) -> Option<Go> {
        let mut known = lock(&self.go);
        if known.as_ref().is_none_or(|go| !go.root.is_dir()) {
            *known = Go::find(&self.store.join("go"));
        }
        known.clone()
    }

    /// The explorer, and a name for a program that nobody else uses meanwhile: programs of the
    /// same name are built in the same place.
    pub fn explorer(&self, name: &str) -> (Explorer, Name<'_>) {
        let explorer = Explorer::new(self.workspace(), &self.store.join("explorer"));
        let mut used = lock(&self.explored);
        let name = (1..)
            .map(|number| match number {
                1 => name.to_owned(),
                _ => format!("{name}_{number}"),
            })
            .find(|name| !used.contains(name))
            .expect("there are more numbers than programs");
        used.insert(name.clone());
        (explorer, Name { shop: self, name })
    }
}

/// A name in use.
#[derive(Debug)]
pub struct Name<'a> {
    shop: &'a Shop,
    pub name: String,
}

impl Drop for Name<'_> {
    fn drop(&mut self) {
        lock(&self.shop.explored).remove(&self.name);
    }
}

/// What is locked is whole whenever it is unlocked, also by a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
