//! The graph of a program, as `explorer/GRAPH.md` describes it, and schedules read off it.

use interleave_request::Model;
use serde::Deserialize;

/// The version of the format that this crate reads.
pub const VERSION: u32 = 1;

/// See the [module](self). The fields are those of the JSON.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Graph {
    pub version: u32,
    pub file: String,
    pub model: Model,
    /// Whether accesses to plain memory were looked at.
    #[serde(default)]
    pub plain: bool,
    pub complete: bool,
    pub cut: Option<String>,
    pub samples: u32,
    pub cyclic: bool,
    pub schedules: Option<String>,
    pub executions: u64,
    pub threads: Vec<(String, u32, u32)>,
    pub objects: Vec<(String, String, u32, u32)>,
    pub operations: Vec<(u32, u32, String, i64, String)>,
    pub strings: Vec<String>,
    pub outcomes: Vec<Outcome>,
    pub values: Vec<i64>,
    pub states: Vec<State>,
}

/// One way in which the program can end.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Outcome {
    pub kind: String,
    pub fails: bool,
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub troubles: Vec<Trouble>,
    pub count: Option<String>,
    pub schedule: Vec<usize>,
}

/// What happened to a thread, or what it waits for.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Trouble {
    pub thread: usize,
    pub operation: Option<usize>,
    pub why: String,
    pub line: u32,
    pub column: u32,
    /// Where in the crate `listings` an access is that races, if it is there: file, line, column.
    #[serde(default)]
    pub inside: Option<(String, u32, u32)>,
    pub object: Option<usize>,
    pub threads: Vec<usize>,
}

/// A state: its steps or its outcome, and who waits.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum State {
    /// Some threads cannot go on, or are held back.
    Waiting((Steps, Vec<Vec<i64>>)),
    /// All can go on.
    Free((Steps,)),
}

/// What comes after a state.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Steps {
    /// Nothing: the number of the outcome.
    Outcome(i64),
    /// One of these steps: thread, way, operation, result, state, then changed values in pairs.
    Edges(Vec<Vec<i64>>),
}

impl State {
    /// What comes after it.
    pub fn steps(&self) -> &Steps {
        match self {
            State::Waiting((steps, _)) | State::Free((steps,)) => steps,
        }
    }
}

/// One step of a schedule, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who takes it.
    pub thread: usize,
    /// Where in the program; 0 if it is elsewhere.
    pub line: u32,
    /// The column there.
    pub column: u32,
    /// What is done.
    pub operation: String,
    /// What comes of it.
    pub result: Option<String>,
    /// Which objects show something else afterwards.
    pub changes: Vec<(String, String)>,
}

impl Graph {
    /// Whether some schedule fails.
    pub fn fails(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.fails)
    }

    /// The data races, which are listed among the outcomes.
    pub fn races(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes
            .iter()
            .filter(|outcome| outcome.kind == "race")
    }

    /// How many steps there are between states.
    pub fn edges(&self) -> usize {
        let count = |state: &State| match state.steps() {
            Steps::Outcome(_) => 0,
            Steps::Edges(edges) => edges.len(),
        };
        self.states.iter().map(count).sum()
    }

    /// The failing outcome whose schedule is the shortest.
    pub fn shortest_failure(&self) -> Option<&Outcome> {
        let failures = self.outcomes.iter().filter(|outcome| outcome.fails);
        failures.min_by_key(|outcome| {
            let lines = self.lines(&outcome.schedule);
            let switches = lines
                .windows(2)
                .filter(|two| two[0].thread != two[1].thread)
                .count();
            (switches, lines.len())
        })
    }

    /// A schedule step by step: which of the steps of each state is taken.
    ///
    /// A schedule that is too long, or names a step that is not there, ends where that is noticed.
    pub fn lines(&self, schedule: &[usize]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut at = 0;
        for choice in schedule {
            let Some(Steps::Edges(edges)) = self.states.get(at).map(State::steps) else {
                break;
            };
            let Some(edge) = edges.get(*choice) else {
                break;
            };
            lines.push(self.line(edge));
            let Ok(next) = usize::try_from(edge[4]) else {
                break;
            };
            at = next;
        }
        lines
    }

    fn line(&self, edge: &[i64]) -> Line {
        let (line, column, ..) = self.operations[edge[2] as usize];
        let result = usize::try_from(edge[3])
            .ok()
            .map(|result| self.strings[result].clone());
        let timed_out = (edge[1] == -1).then(|| "time is up".to_owned());
        let changes = edge[5..].chunks_exact(2).map(|change| {
            let object = self.objects[change[0] as usize].0.clone();
            (object, self.strings[change[1] as usize].clone())
        });
        Line {
            thread: edge[0] as usize,
            line,
            column,
            operation: self.operation(edge[2] as usize),
            result: result.or(timed_out),
            changes: changes.collect(),
        }
    }

    /// An operation in words: `store TOTAL 1`.
    pub fn operation(&self, operation: usize) -> String {
        let (_, _, verb, object, detail) = &self.operations[operation];
        let mut text = verb.clone();
        if let Ok(object) = usize::try_from(*object)
            && !matches!(verb.as_str(), "print" | "eprint")
        {
            text = format!("{text} {}", self.objects[object].0);
        }
        if detail.is_empty() {
            text
        } else {
            format!("{text} {detail}")
        }
    }
}
