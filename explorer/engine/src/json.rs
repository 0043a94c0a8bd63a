//! The graph as JSON, for a page to play: `GRAPH.md` describes it field by field.

use crate::exploration::{Ending, Exploration};
use crate::graph::{Edge, Graph, State, Waiting};
use crate::names::object_name;
use crate::operation::Choice;
use crate::outcome::Trouble;
use interleave_request::Model;
use serde::Serialize;

/// Raised whenever a reader of an older graph would misread a newer one.
const VERSION: u32 = 1;

/// A deadline passes: an alternative that is none of the numbered ones.
const TIME_OUT: i64 = -1;
/// Nothing: no string, no object, no state.
const NONE: i64 = -1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    file: &'a str,
    model: Model,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    plain: bool,
    complete: bool,
    cut: Option<String>,
    samples: u32,
    cyclic: bool,
    schedules: Option<String>,
    executions: u64,
    threads: Vec<(&'a str, u32, u32)>,
    objects: Vec<(String, &'static str, u32, u32)>,
    operations: Vec<(u32, u32, &'static str, i64, &'a str)>,
    strings: &'a [String],
    outcomes: Vec<OutcomeRow<'a>>,
    values: Vec<i64>,
    states: Vec<StateRow>,
}

#[derive(Serialize)]
struct OutcomeRow<'a> {
    kind: &'static str,
    fails: bool,
    status: Option<i32>,
    stdout: &'a str,
    stderr: &'a str,
    troubles: Vec<TroubleRow<'a>>,
    count: Option<String>,
    schedule: Vec<u32>,
}

#[derive(Serialize)]
struct TroubleRow<'a> {
    thread: u32,
    operation: Option<u32>,
    why: &'a str,
    line: u32,
    column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<(&'a str, u32, u32)>,
    object: Option<u32>,
    threads: &'a [u32],
}

#[derive(Serialize)]
#[serde(untagged)]
enum StateRow {
    Waiting(Steps, Vec<Vec<i64>>),
    Free((Steps,)),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Steps {
    Outcome(i64),
    Edges(Vec<Vec<i64>>),
}

pub(crate) fn graph(exploration: &Exploration) -> String {
    let graph = &exploration.graph;
    let mut numbers = vec![NONE; graph.outcomes.len()];
    for (index, ending) in exploration.endings.iter().enumerate() {
        if let Some(number) = ending.number {
            numbers[number as usize] = index as i64;
        }
    }
    let endings = exploration.endings.iter();
    let document = Document {
        version: VERSION,
        file: &exploration.file,
        model: exploration.model,
        plain: exploration.sees_memory,
        complete: exploration.is_complete(),
        cut: exploration.cut.as_ref().map(ToString::to_string),
        samples: exploration.samples,
        cyclic: exploration.cyclic,
        schedules: exploration.schedules().map(|count| count.to_string()),
        executions: exploration.executions,
        threads: threads(graph),
        objects: objects(graph),
        operations: operations(graph),
        strings: graph.tables.strings.entries(),
        outcomes: endings.map(|ending| outcome(exploration, ending)).collect(),
        values: root_values(graph),
        states: graph
            .states
            .iter()
            .map(|item| state(graph, item, &numbers))
            .collect(),
    };
    serde_json::to_string(&document).expect("numbers and strings can be written as JSON")
}

fn threads(graph: &Graph) -> Vec<(&str, u32, u32)> {
    let entries = graph.tables.threads().iter();
    entries
        .map(|entry| (entry.name.as_str(), entry.position.0, entry.position.1))
        .collect()
}

fn objects(graph: &Graph) -> Vec<(String, &'static str, u32, u32)> {
    let entries = graph.tables.objects().iter().enumerate();
    entries
        .map(|(number, entry)| {
            let name = object_name(&graph.tables, number as u32);
            (name, entry.kind, entry.position.0, entry.position.1)
        })
        .collect()
}

fn operations(graph: &Graph) -> Vec<(u32, u32, &'static str, i64, &str)> {
    let entries = graph.tables.operations.entries().iter();
    entries
        .map(|entry| {
            let object = entry.object.map_or(NONE, i64::from);
            (
                entry.position.0,
                entry.position.1,
                entry.verb,
                object,
                entry.detail.as_str(),
            )
        })
        .collect()
}

fn outcome<'a>(exploration: &'a Exploration, ending: &'a Ending) -> OutcomeRow<'a> {
    let outcome = &ending.outcome;
    OutcomeRow {
        kind: outcome.kind.name(),
        fails: outcome.fails(),
        status: outcome.status,
        stdout: &outcome.stdout,
        stderr: &outcome.stderr,
        troubles: outcome
            .troubles
            .iter()
            .map(|trouble| row(exploration, trouble))
            .collect(),
        count: ending.count.as_ref().map(ToString::to_string),
        schedule: exploration.schedule(ending),
    }
}

fn row<'a>(exploration: &'a Exploration, trouble: &'a Trouble) -> TroubleRow<'a> {
    let inside = trouble.inside.map(|inside| {
        let file = exploration.graph.tables.shown_file(inside.file);
        (file, inside.position.0, inside.position.1)
    });
    TroubleRow {
        inside,
        thread: trouble.thread,
        operation: trouble.operation,
        why: &trouble.why,
        line: trouble.position.0,
        column: trouble.position.1,
        object: trouble.object,
        threads: &trouble.threads,
    }
}

fn root_values(graph: &Graph) -> Vec<i64> {
    let first = graph.states.first();
    let values = first.into_iter().flat_map(|state| &state.values);
    values
        .flat_map(|(object, text)| [i64::from(*object), i64::from(*text)])
        .collect()
}

fn state(graph: &Graph, state: &State, numbers: &[i64]) -> StateRow {
    let steps = match state.outcome {
        Some(outcome) => Steps::Outcome(numbers[outcome as usize]),
        None => Steps::Edges(
            state
                .edges
                .iter()
                .map(|item| edge(graph, state, item))
                .collect(),
        ),
    };
    let waits: Vec<_> = state.waiting.iter().map(waiting).collect();
    if waits.is_empty() {
        StateRow::Free((steps,))
    } else {
        StateRow::Waiting(steps, waits)
    }
}

fn edge(graph: &Graph, from: &State, edge: &Edge) -> Vec<i64> {
    let way = match edge.choice {
        Choice::Way(way) => i64::from(way),
        Choice::TimeOut => TIME_OUT,
    };
    let optional = |number: Option<u32>| number.map_or(NONE, i64::from);
    let mut fields = vec![
        i64::from(edge.thread),
        way,
        i64::from(edge.operation),
        optional(edge.result),
        optional(edge.to),
    ];
    if let Some(to) = edge.to {
        for value in &graph.states[to as usize].values {
            if !from.values.contains(value) {
                fields.extend([i64::from(value.0), i64::from(value.1)]);
            }
        }
    }
    fields
}

fn waiting(waiting: &Waiting) -> Vec<i64> {
    let mut fields = vec![i64::from(waiting.thread), i64::from(waiting.operation)];
    if let Some(reason) = &waiting.reason {
        fields.extend([i64::from(reason.why), reason.object.map_or(NONE, i64::from)]);
        fields.extend(reason.threads.iter().map(|thread| i64::from(*thread)));
    }
    fields
}
