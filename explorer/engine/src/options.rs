//! Everything a search is told.

use interleave_request::{LibraryNames, Limits, MemoryNames, Merging, Model, Names};

/// Everything a search needs to know beside the program.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The rules.
    pub model: Model,
    /// The limits.
    pub limits: Limits,
    /// The program's file as the compiler was given it: lines of other files are not shown.
    pub file: String,
    /// What the program's text calls its locks, threads and so on.
    pub names: Names,
    /// The same for the files of its library.
    pub library: Vec<LibraryNames>,
    /// Whether the program tells of its accesses to plain memory, because it was compiled so.
    pub sees_memory: bool,
    /// What the program's text calls plain memory.
    pub memory: MemoryNames,
}

impl Options {
    /// The same, with another rule for merging states.
    #[must_use]
    pub fn merging(mut self, merging: Merging) -> Self {
        self.model.merging = merging;
        self
    }
}
