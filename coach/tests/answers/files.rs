//! The files of `tests/answers`.

use crate::Course;
use std::fs;
use std::path::{Path, PathBuf};

impl Course {
    pub fn names(&self) -> Vec<String> {
        let entries = self.coach.catalogue().entries();
        entries.map(|entry| entry.name.clone()).collect()
    }

    pub fn exercise(&self, name: &str) -> PathBuf {
        self.root.join("exercises").join(name)
    }

    pub fn answers(&self, name: &str) -> PathBuf {
        self.root.join("tests/answers").join(name)
    }

    /// The answers of one kind, `right` or `wrong`, in the order of their names.
    pub fn answers_of_kind(&self, name: &str, kind: &str) -> Vec<PathBuf> {
        rust_files(&self.answers(name).join(kind))
    }
}

pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_rust).collect();
    files.sort();
    files
}

pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("failed to read {}: {error}", path.display()))
}

pub fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
