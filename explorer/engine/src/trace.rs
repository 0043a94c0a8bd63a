//! Schedules, step by step, for a reader.

use crate::cycles::{Components, Round};
use crate::exploration::Exploration;
use crate::graph::{Edge, Graph, Step};
use crate::names::object_name;
use crate::operation::Choice;
use crate::outcome::{Kind, Outcome, Trouble};
use std::collections::{BTreeMap, BTreeSet};

/// One step of a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who takes it.
    pub thread: String,
    /// Line and column in the program, (0, 0) if it is elsewhere.
    pub position: (u32, u32),
    /// What is done.
    pub operation: String,
    /// What came of it.
    pub result: Option<String>,
    /// Which objects show something else afterwards, and what.
    pub changes: Vec<(String, String)>,
}

/// How often a schedule switches from one thread to another.
pub(crate) fn switches(graph: &Graph, schedule: &[Step]) -> usize {
    let mut last = 0;
    let mut switches = 0;
    for step in schedule {
        let thread = graph.edge(*step).thread;
        switches += usize::from(thread != last);
        last = thread;
    }
    switches
}

pub(crate) fn lines(exploration: &Exploration, schedule: &[Step]) -> Vec<Line> {
    schedule
        .iter()
        .map(|step| line(&exploration.graph, *step))
        .collect()
}

fn line(graph: &Graph, step: Step) -> Line {
    let edge = graph.edge(step);
    let entry = &graph.tables.operations.entries()[edge.operation as usize];
    let result = edge
        .result
        .map(|result| graph.tables.strings.entries()[result as usize].clone());
    let result = match edge.choice {
        Choice::TimeOut if result.is_none() => Some("time is up".to_owned()),
        _ => result,
    };
    Line {
        thread: graph.tables.threads()[edge.thread as usize].name.clone(),
        position: entry.position,
        operation: operation_text(graph, edge.operation),
        result,
        changes: changes(graph, step.from, edge),
    }
}

fn changes(graph: &Graph, from: u32, edge: &Edge) -> Vec<(String, String)> {
    let Some(to) = edge.to else { return Vec::new() };
    let before: BTreeMap<u32, u32> = graph.states[from as usize].values.iter().copied().collect();
    let after = &graph.states[to as usize].values;
    let changed = after
        .iter()
        .filter(|(object, text)| before.get(object) != Some(text));
    changed
        .map(|(object, text)| {
            let text = graph.tables.strings.entries()[*text as usize].clone();
            (object_name(&graph.tables, *object), text)
        })
        .collect()
}

/// An operation in words: `store TOTAL 1`.
pub(crate) fn operation_text(graph: &Graph, operation: u32) -> String {
    let entry = &graph.tables.operations.entries()[operation as usize];
    let object = entry
        .object
        .filter(|_| !matches!(entry.verb, "print" | "eprint"));
    let mut text = entry.verb.to_owned();
    if let Some(object) = object {
        text = format!("{text} {}", object_name(&graph.tables, object));
    }
    if !entry.detail.is_empty() {
        text = format!("{text} {}", entry.detail);
    }
    text
}

/// What is seen of threads that go round in a component: who does what, and what was printed.
pub(crate) fn livelock(
    graph: &Graph,
    components: &Components,
    component: usize,
    round: Round,
) -> Outcome {
    let members = &components.members[component];
    let inside =
        |to: Option<u32>| to.is_some_and(|to| components.of[to as usize] as usize == component);
    let mut movers = BTreeSet::new();
    for state in members {
        for edge in graph.states[*state as usize]
            .edges
            .iter()
            .filter(|edge| inside(edge.to))
        {
            movers.insert((edge.thread, edge.operation));
        }
    }
    let why = match round {
        Round::ForEver => "goes round for ever",
        _ => "may go round for ever",
    };
    let troubles = movers.into_iter().map(|(thread, operation)| Trouble {
        operation: Some(operation),
        why: why.to_owned(),
        position: graph.tables.operations.entries()[operation as usize].position,
        ..Trouble::of(thread)
    });
    Outcome {
        kind: Kind::Livelock,
        status: None,
        stdout: String::new(),
        stderr: String::new(),
        troubles: troubles.collect(),
    }
}
