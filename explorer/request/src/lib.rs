//! What the explorer is asked about a program, and how it says how far it has come.
//!
//! The process that explores and the workbench that starts it both speak this language. It is a
//! crate of its own so that the workbench need not be built with the whole explorer in it.

mod model;

pub use model::{LibraryNames, Limits, Memory, MemoryNames, Merging, Model, Names, Time};

use serde::{Deserialize, Serialize};

/// What the workbench wants to know.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// The rules.
    pub model: Model,
    /// The limits.
    pub limits: Limits,
    /// The names of what is created at a line and column.
    pub names: Vec<(u32, u32, Vec<String>)>,
    /// The names in the files of its library.
    pub library: Vec<LibraryNames>,
    /// Whether the program was compiled so that it tells of its accesses to plain memory.
    pub sees_memory: bool,
    /// What the program's text calls plain memory.
    pub memory: MemoryNames,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Progress {
    /// How often the program was run.
    pub executions: u64,
    /// How many states are known.
    pub states: usize,
    /// How many steps are known and yet to be taken.
    pub open: usize,
}
