//! What is explored: the options of a search, and which promises of the machine it relies on.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Which values a load may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Memory {
    /// Sequential consistency: each load sees the latest store.
    #[default]
    Sc,
    /// As the C11 memory model has it: a load may see an older store where the orderings that
    /// the program asks for allow that.
    Weak,
}

/// When a sleep or a timeout may end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Time {
    /// At any moment: a machine may be so busy that a thread which is due in an hour gets a turn
    /// before one which is due now. Only this model finds that a sleep is no synchronization.
    #[default]
    Anytime,
    /// Only once no other thread can move: a machine with time to spare. The virtual clock then
    /// moves on to the earliest deadline.
    Idle,
}

/// When two states are taken for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Merging {
    /// When each thread has seen the same, and the shared objects hold the same.
    ///
    /// Sound where threads share nothing but the objects that the explorer knows, which safe
    /// Rust sees to.
    Values,
    /// When each thread has done and seen the same, and each shared object has been changed by
    /// the same operations in the same order: the two ways there differ only in the order of
    /// independent operations.
    ///
    /// Sound also for programs with `unsafe` code that is free of data races.
    #[default]
    History,
    /// Never: a tree of all schedules. For checking the other two.
    Never,
}

impl Merging {
    /// Whether a history tells all that was done before it, to whatever memory, not only what was
    /// seen.
    pub fn is_by_history(self) -> bool {
        self != Merging::Values
    }
}

/// The rules under which schedules are explored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Model {
    /// Which values a load may see.
    pub memory: Memory,
    /// When a sleep or a timeout may end.
    pub time: Time,
    /// When two states are taken for one.
    pub merging: Merging,
    /// Whether a wait on a condition may end without a notification, and a `compare_exchange_weak`
    /// may fail without a reason, as std allows.
    pub spurious_wakeups: bool,
}

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// How many states are kept.
    pub states: usize,
    /// How many steps one schedule may have.
    pub steps: usize,
    /// How long the search may take.
    pub time: Duration,
    /// How many schedules are tried at random when one of these limits has cut the search.
    pub samples: u32,
    /// How long a thread may run without an operation before it is said to hang.
    pub silence: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            states: 200_000,
            steps: 200_000,
            time: Duration::from_secs(60),
            samples: 200,
            silence: Duration::from_secs(2),
        }
    }
}

/// The names that the program's text gives to what is created at a line and column.
///
/// More than one name where one place makes several objects, in this order.
pub type Names = BTreeMap<(u32, u32), Vec<String>>;

/// A file of a library that the program uses, and the names in it. Its lines are not shown, save
/// where two accesses to memory race in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryNames {
    /// The file as the compiler was given it.
    pub file: String,
    /// The same as a reader knows it, wherever the library lies.
    pub shown: String,
    /// The type that is made in it: `WaitGroup`.
    pub owner: String,
    /// The names of what is created at a line and column, such as those of its fields.
    pub names: Vec<(u32, u32, Vec<String>)>,
}

/// The names that the program's text gives to plain memory, where it is certain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MemoryNames {
    /// What is made on a line, and has a name there: `total` of `let mut total = 0`.
    pub made: BTreeMap<u32, String>,
    /// What is read or written on a line: `*v` of `*v += 1`.
    pub used: BTreeMap<u32, String>,
    /// The `static`s that are numbers or arrays of them, and the type of a number.
    pub numbers: BTreeMap<String, String>,
}
