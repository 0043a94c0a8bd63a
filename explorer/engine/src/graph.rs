//! The graph of all states that were reached, and of the steps between them.

use crate::fingerprint::Fingerprint;
use crate::hashing::HashMap;
use crate::operation::Choice;
use crate::outcome::Outcome;
use crate::plain::race::Race;
use crate::tables::Tables;
use std::collections::BTreeMap;

/// The state in which every search begins.
pub(crate) const ROOT: u32 = 0;

/// One step from a state.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    /// The number of the thread that takes it.
    pub(crate) thread: u32,
    pub(crate) choice: Choice,
    /// Whether its thread may also be kept waiting here.
    pub(crate) may_wait: bool,
    /// The number of the operation that takes effect.
    pub(crate) operation: u32,
    /// What came of it, as a numbered string.
    pub(crate) result: Option<u32>,
    /// Where it leads to; nowhere if it was not taken, because the search was cut.
    pub(crate) to: Option<u32>,
    /// Whether the thread goes on for no reason: a wake-up without a notification.
    pub(crate) spurious: bool,
}

/// A thread that cannot go on in a state.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub(crate) thread: u32,
    pub(crate) operation: u32,
    /// Why; if it is missing, the thread is only held back.
    pub(crate) reason: Option<WaitingFor>,
}

#[derive(Clone, Debug)]
pub(crate) struct WaitingFor {
    pub(crate) why: u32,
    pub(crate) object: Option<u32>,
    pub(crate) threads: Vec<u32>,
}

/// One state.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The steps that can be taken from here.
    pub(crate) edges: Vec<Edge>,
    pub(crate) waiting: Vec<Waiting>,
    /// The number of the outcome, if nothing can be done from here any more.
    pub(crate) outcome: Option<u32>,
    /// The number of the deadlock that this is unless a thread goes on for no reason.
    pub(crate) stuck: Option<u32>,
    /// The step by which the search came here first.
    pub(crate) reached_by: Option<Step>,
    /// The shared objects and what they show, as a numbered string.
    pub(crate) values: Vec<(u32, u32)>,
}

/// A step: the state where it is taken, and which of its edges it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Step {
    pub(crate) from: u32,
    pub(crate) edge: u32,
}

/// See the [module](self).
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) states: Vec<State>,
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) tables: Tables,
    /// The data races that steps complete. Few do, so they are not kept with the steps.
    pub(crate) races: BTreeMap<Step, Vec<Race>>,
    outcome_numbers: HashMap<Outcome, u32>,
    known: HashMap<Fingerprint, u32>,
}

impl Graph {
    pub(crate) fn new(tables: Tables) -> Self {
        Graph {
            tables,
            ..Graph::default()
        }
    }

    /// The state with this fingerprint, if it was reached before.
    pub(crate) fn known(&self, fingerprint: Fingerprint) -> Option<u32> {
        self.known.get(&fingerprint).copied()
    }

    /// Adds a state; with a fingerprint, it can be found again.
    pub(crate) fn add(&mut self, state: State, fingerprint: Option<Fingerprint>) -> u32 {
        let number = u32::try_from(self.states.len()).expect("fewer than 2³² states");
        self.states.push(state);
        if let Some(fingerprint) = fingerprint {
            self.known.insert(fingerprint, number);
        }
        number
    }

    /// The number of an outcome, which is added if it is new.
    pub(crate) fn outcome(&mut self, outcome: Outcome) -> u32 {
        if let Some(&number) = self.outcome_numbers.get(&outcome) {
            return number;
        }
        let number = u32::try_from(self.outcomes.len()).expect("fewer than 2³² outcomes");
        self.outcomes.push(outcome.clone());
        self.outcome_numbers.insert(outcome, number);
        number
    }

    pub(crate) fn edge(&self, step: Step) -> &Edge {
        &self.states[step.from as usize].edges[step.edge as usize]
    }

    pub(crate) fn edge_mut(&mut self, step: Step) -> &mut Edge {
        &mut self.states[step.from as usize].edges[step.edge as usize]
    }

    /// The steps by which the search first came to `state`.
    pub(crate) fn path_to(&self, state: u32) -> Vec<Step> {
        let mut path = Vec::new();
        let mut at = state;
        while let Some(step) = self.states[at as usize].reached_by {
            path.push(step);
            at = step.from;
        }
        path.reverse();
        path
    }

    /// Whether a step is one that nobody can rely on to be taken again and again: a load that sees
    /// an older value than the newest, or a thread that goes on for no reason.
    pub(crate) fn is_chance(&self, edge: &Edge) -> bool {
        edge.spurious || self.is_stale(edge)
    }

    fn is_stale(&self, edge: &Edge) -> bool {
        let verb = self.tables.operations.entries()[edge.operation as usize].verb;
        verb == "load" && edge.choice != Choice::Way(0)
    }

    pub(crate) fn edge_count(&self) -> usize {
        self.states.iter().map(|state| state.edges.len()).sum()
    }
}
