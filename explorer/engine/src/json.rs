//! The graph as JSON, for a page to play: `GRAPH.md` describes it field by field.

use crate::exploration::{Ending, Exploration};
use crate::graph::{Edge, Graph, State, Waiting};
use crate::names::object_name;
use crate::operation::Choice;
use crate::outcome::Trouble;
use serde_json::{Value, json};

/// Raised whenever a reader of an older graph would misread a newer one.
const VERSION: u32 = 1;

/// A deadline passes: an alternative that is none of the numbered ones.
const TIME_OUT: i64 = -1;
/// Nothing: no string, no object, no state.
const NONE: i64 = -1;

pub(crate) fn graph(exploration: &Exploration) -> String {
    let graph = &exploration.graph;
    let mut numbers = vec![NONE; graph.outcomes.len()];
    for (index, ending) in exploration.endings.iter().enumerate() {
        if let Some(number) = ending.number {
            numbers[number as usize] = index as i64;
        }
    }
    let states: Vec<Value> = graph
        .states
        .iter()
        .map(|item| state(graph, item, &numbers))
        .collect();
    let endings: Vec<Value> = exploration
        .endings
        .iter()
        .map(|ending| outcome(exploration, ending))
        .collect();
    let value = json!({
        "version": VERSION,
        "file": exploration.file,
        "model": exploration.model,
        "complete": exploration.is_complete(),
        "cut": exploration.cut.as_ref().map(ToString::to_string),
        "cyclic": exploration.cyclic,
        "schedules": exploration.schedules().map(|count| count.to_string()),
        "executions": exploration.executions,
        "threads": threads(graph),
        "objects": objects(graph),
        "operations": operations(graph),
        "strings": graph.tables.strings.entries(),
        "outcomes": endings,
        "values": root_values(graph),
        "states": states,
    });
    value.to_string()
}

fn threads(graph: &Graph) -> Vec<Value> {
    let entries = graph.tables.threads().iter();
    entries
        .map(|entry| json!([entry.name, entry.position.0, entry.position.1]))
        .collect()
}

fn objects(graph: &Graph) -> Vec<Value> {
    let entry = |(number, entry): (usize, &crate::tables::ObjectEntry)| {
        let name = object_name(&graph.tables, number as u32);
        json!([name, entry.kind, entry.position.0, entry.position.1])
    };
    graph
        .tables
        .objects()
        .iter()
        .enumerate()
        .map(entry)
        .collect()
}

fn operations(graph: &Graph) -> Vec<Value> {
    let entries = graph.tables.operations.entries().iter();
    entries
        .map(|entry| {
            let object = entry.object.map_or(NONE, i64::from);
            json!([
                entry.position.0,
                entry.position.1,
                entry.verb,
                object,
                entry.detail
            ])
        })
        .collect()
}

fn outcome(exploration: &Exploration, ending: &Ending) -> Value {
    let outcome = &ending.outcome;
    let troubles: Vec<Value> = outcome.troubles.iter().map(trouble).collect();
    json!({
        "kind": outcome.kind.name(),
        "fails": outcome.fails(),
        "status": outcome.status,
        "stdout": outcome.stdout,
        "stderr": outcome.stderr,
        "troubles": troubles,
        "count": ending.count.as_ref().map(ToString::to_string),
        "schedule": exploration.schedule(ending),
    })
}

fn trouble(trouble: &Trouble) -> Value {
    json!({
        "thread": trouble.thread,
        "operation": trouble.operation,
        "why": trouble.why,
        "line": trouble.position.0,
        "column": trouble.position.1,
        "object": trouble.object,
        "threads": trouble.threads,
    })
}

fn root_values(graph: &Graph) -> Vec<i64> {
    let first = graph.states.first();
    let values = first.into_iter().flat_map(|state| &state.values);
    values
        .flat_map(|(object, text)| [i64::from(*object), i64::from(*text)])
        .collect()
}

fn state(graph: &Graph, state: &State, numbers: &[i64]) -> Value {
    let steps = match state.outcome {
        Some(outcome) => json!(numbers[outcome as usize]),
        None => state
            .edges
            .iter()
            .map(|item| edge(graph, state, item))
            .collect(),
    };
    let waits: Vec<Value> = state.waiting.iter().map(waiting).collect();
    if waits.is_empty() {
        json!([steps])
    } else {
        json!([steps, waits])
    }
}

fn edge(graph: &Graph, from: &State, edge: &Edge) -> Value {
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
    json!(fields)
}

fn waiting(waiting: &Waiting) -> Value {
    let mut fields = vec![i64::from(waiting.thread), i64::from(waiting.operation)];
    if let Some(reason) = &waiting.reason {
        fields.extend([i64::from(reason.why), reason.object.map_or(NONE, i64::from)]);
        fields.extend(reason.threads.iter().map(|thread| i64::from(*thread)));
    }
    json!(fields)
}
