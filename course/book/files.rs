//! The files of a built site, in memory.

use anyhow::Context;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use walkdir::WalkDir;

/// The files of a built site, by their path with `/` between its parts.
#[derive(Debug)]
pub struct Files {
    files: BTreeMap<String, Vec<u8>>,
    version: String,
}

impl Files {
    /// Reads every file below `folder`.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(folder)?;
                let bytes = std::fs::read(entry.path())
                    .with_context(|| format!("failed to read {}", entry.path().display()))?;
                files.insert(with_slashes(path), bytes);
            }
        }
        let version = version(&files);
        Ok(Self { files, version })
    }

    /// The content of the file at `path`, such as `running/index.html`.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Every path with its content, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The same for the same files, and different for different ones.
    ///
    /// So a page reloads only if there is something new to see, even across a restart of the server.
    pub fn version(&self) -> &str {
        &self.version
    }
}

fn with_slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn version(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
