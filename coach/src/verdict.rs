//! What came of judging an answer, as values.

use crate::Version;
use serde::{Deserialize, Serialize};

/// What came of judging one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The exercise's name.
    pub exercise: String,
    /// Which text was judged.
    pub version: Version,
    /// Whether it is solved: every check passes, in every schedule and on real threads.
    pub solved: bool,
    /// Whether that was known before, so that nothing was run. Then there are no checks in it.
    pub remembered: bool,
    /// How long it took.
    pub seconds: f64,
    /// The rest.
    pub answer: Answer,
}

/// What was said of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It was turned away before any check.
    Refused(Refusal),
    /// What each check said, in the order of `checks.rs`.
    Checked(Vec<Checked>),
}

/// Why an answer was turned away before any check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Refusal {
    /// It does not compile.
    DoesNotCompile {
        /// What the compiler said.
        said: String,
    },
    /// It uses something that the exercise forbids, such as `unsafe`.
    Forbidden {
        /// What, and why it is not needed.
        what: String,
        /// The line, from 1.
        line: usize,
    },
    /// It compiles, but not with the explorer's stand-in for std.
    NotExplorable {
        /// What is missing.
        said: String,
    },
}

/// What one check said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// The property, in words.
    pub property: String,
    /// Whether it holds.
    pub finding: Finding,
    /// The graph of all states as `explorer/GRAPH.md` describes it, where a check did not pass: a
    /// page can play it on the learner's file. Not part of the JSON.
    #[serde(skip)]
    pub graph: Option<String>,
}

/// Whether a property holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Finding {
    /// It holds.
    Passed {
        /// In how many schedules, as text; nothing if that cannot be counted.
        schedules: Option<String>,
        /// How many states there are.
        states: usize,
    },
    /// It does not.
    Failed(Failure),
    /// Not every schedule could be explored, and none that was failed. This is no success.
    Unknown {
        /// Why.
        why: String,
    },
    /// It was not looked at, because the answer had failed before.
    Skipped,
}

impl Finding {
    /// Whether the property was found to hold.
    pub fn is_pass(&self) -> bool {
        matches!(self, Finding::Passed { .. })
    }

    /// How it fails, if it does.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Finding::Failed(failure) => Some(failure),
            _ => None,
        }
    }
}

/// How an answer fails a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// What happens, in a sentence.
    pub what: String,
    /// More about it, one sentence each: who waits for what, what was printed.
    pub details: Vec<String>,
    /// In how many schedules, of how many, as text; nothing if that cannot be counted.
    pub schedules: Option<(String, String)>,
    /// The shortest schedule in which it happens. Empty if it was seen on real threads.
    pub schedule: Vec<Step>,
    /// The same as the explorer has it: at each state, which of its steps is taken.
    pub choices: Vec<usize>,
}

/// One step of a schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who takes it.
    pub thread: String,
    /// What is done, and what comes of it.
    pub operation: String,
    /// The line of the learner's file, from 1; nothing for a step of the check itself.
    pub line: Option<u32>,
    /// What stands in that line.
    pub code: Option<String>,
    /// What shows something else afterwards, and what.
    pub changes: Vec<(String, String)>,
}

impl Step {
    /// Whether it is the end of a thread, which has no line.
    pub(crate) fn is_end(&self) -> bool {
        matches!(self.operation.as_str(), "return" | "panic")
    }
}
