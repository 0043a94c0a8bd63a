//! Cycles of the graph: threads that come round to a state in which they were before.

use crate::graph::{Edge, Graph};

/// The strongly connected components of a graph: the parts in which every state can be reached
/// from every other one.
pub(crate) struct Components {
    /// The states of each, in an order in which all edges lead from a later to an earlier one.
    pub(crate) members: Vec<Vec<u32>>,
    /// The component of each state.
    pub(crate) of: Vec<u32>,
}

/// A visit of Tarjan's algorithm: a state, and which of its edges comes next.
struct Visit {
    state: u32,
    next: usize,
}

const UNVISITED: u32 = u32::MAX;

impl Components {
    /// The components of the whole graph.
    pub(crate) fn of(graph: &Graph) -> Components {
        Components::along(graph, |_| true)
    }

    /// The components if only some edges are followed, by Tarjan's algorithm; without recursion,
    /// for the graph may be deep.
    pub(crate) fn along(graph: &Graph, follow: impl Fn(&Edge) -> bool) -> Components {
        let size = graph.states.len();
        let mut found = Components {
            members: Vec::new(),
            of: vec![UNVISITED; size],
        };
        let (mut order, mut lowest) = (vec![UNVISITED; size], vec![0; size]);
        let (mut stack, mut open, mut count) = (Vec::new(), vec![false; size], 0);
        let mut visits = Vec::new();
        let enter = |state: u32, visits: &mut Vec<Visit>| visits.push(Visit { state, next: 0 });
        // Not all can be reached from the first state by the edges that are followed.
        let mut starts = 0..size as u32;
        loop {
            let Some(visit) = visits.last_mut() else {
                match starts.find(|start| order[*start as usize] == UNVISITED) {
                    Some(start) => enter(start, &mut visits),
                    None => break,
                }
                continue;
            };
            let state = visit.state as usize;
            if visit.next == 0 {
                (order[state], lowest[state], open[state]) = (count, count, true);
                count += 1;
                stack.push(visit.state);
            }
            let targets = &graph.states[state].edges;
            let mut into = None;
            while visit.next < targets.len() && into.is_none() {
                let target = targets[visit.next]
                    .to
                    .filter(|_| follow(&targets[visit.next]));
                visit.next += 1;
                match target {
                    Some(to) if order[to as usize] == UNVISITED => into = Some(to),
                    Some(to) if open[to as usize] => {
                        lowest[state] = lowest[state].min(order[to as usize]);
                    }
                    _ => {}
                }
            }
            // A visit that found nothing new at its first edges must not be begun again.
            visit.next = visit.next.max(1);
            if let Some(to) = into {
                enter(to, &mut visits);
                continue;
            }
            let done = visit.state;
            visits.pop();
            if let Some(parent) = visits.last() {
                let parent = parent.state as usize;
                lowest[parent] = lowest[parent].min(lowest[state]);
            }
            if lowest[state] == order[state] {
                found.close(done, &mut stack, &mut open);
            }
        }
        found
    }

    fn close(&mut self, root: u32, stack: &mut Vec<u32>, open: &mut [bool]) {
        let number = self.members.len() as u32;
        let mut members = Vec::new();
        while let Some(state) = stack.pop() {
            open[state as usize] = false;
            self.of[state as usize] = number;
            members.push(state);
            if state == root {
                break;
            }
        }
        members.sort_unstable();
        self.members.push(members);
    }

    /// Whether a component has a cycle in it, of edges that are followed.
    pub(crate) fn is_cyclic(
        &self,
        graph: &Graph,
        component: usize,
        follow: impl Fn(&Edge) -> bool,
    ) -> bool {
        let members = &self.members[component];
        let state = members[0];
        let mut edges = graph.states[state as usize].edges.iter();
        members.len() > 1 || edges.any(|edge| edge.to == Some(state) && follow(edge))
    }
}

/// What it means that threads can go round in a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Round {
    /// Nothing: some thread that could go on all the time is never given a turn.
    Unfair,
    /// Every thread gets its turns, and they may still go round for ever; they may also get out.
    Possible,
    /// They can never get out.
    ForEver,
}

/// Judges the cycles of a component.
///
/// A scheduler is fair: a thread that can go on all the time gets a turn at some point. So going
/// round for ever is real only if every thread either moves in the component, or cannot go on in
/// some state of it, or is kept waiting in all of them (`is_kept_waiting`).
///
/// Chance is fair as well: where one operation can go on in several ways (a `select!` of which two
/// channels are ready), none of them is passed over for ever. But nobody can rely on it that a
/// thread goes on for no reason: one that only could is one that cannot.
pub(crate) fn judge(graph: &Graph, components: &Components, component: usize) -> Round {
    let members = &components.members[component];
    let inside =
        |to: Option<u32>| to.is_some_and(|to| components.of[to as usize] as usize == component);
    let states = || members.iter().map(|state| &graph.states[*state as usize]);
    if states().all(|state| state.edges.iter().all(|edge| inside(edge.to))) {
        return Round::ForEver;
    }
    let left_by_chance = |state: u32| {
        let edges = &graph.states[state as usize].edges;
        let mut ways_out = edges
            .iter()
            .filter(|edge| !edge.spurious && !inside(edge.to));
        ways_out.any(|out| {
            edges
                .iter()
                .any(|edge| edge.thread == out.thread && inside(edge.to))
        })
    };
    let stays = members
        .iter()
        .copied()
        .filter(|state| !left_by_chance(*state));
    if !has_cycle(graph, stays.collect()) {
        return Round::Unfair;
    }
    let mut threads: Vec<u32> = states()
        .flat_map(|state| state.edges.iter().map(|edge| edge.thread))
        .collect();
    threads.sort_unstable();
    threads.dedup();
    let fair = threads.into_iter().all(|thread| {
        let moves_by =
            |edge: &Edge| edge.thread == thread && inside(edge.to) && !graph.is_chance(edge);
        let moves = states().any(|state| state.edges.iter().any(moves_by));
        let goes_on = |edge: &Edge| edge.thread == thread && !edge.spurious;
        let stops = states().any(|state| !state.edges.iter().any(goes_on));
        moves || stops || is_kept_waiting(graph, components, component, thread)
    });
    if fair { Round::Possible } else { Round::Unfair }
}

/// Whether a thread may be kept waiting in every state of the component. As long as one is, the
/// others are as well: so nobody goes on there who may be kept waiting.
fn is_kept_waiting(graph: &Graph, components: &Components, component: usize, thread: u32) -> bool {
    let mut states = components.members[component]
        .iter()
        .map(|state| &graph.states[*state as usize]);
    let inside = |edge: &Edge| edge.to.map(|to| components.of[to as usize] as usize);
    states.all(|state| {
        let mut mine = state.edges.iter().filter(|edge| edge.thread == thread);
        mine.any(|edge| edge.may_wait)
            && state
                .edges
                .iter()
                .all(|edge| !edge.may_wait || inside(edge) != Some(component))
    })
}

/// Whether one can go round in these states alone.
fn has_cycle(graph: &Graph, mut states: Vec<u32>) -> bool {
    loop {
        let goes_on = |state: &u32| {
            let edges = graph.states[*state as usize].edges.iter();
            edges
                .filter(|edge| !graph.is_chance(edge))
                .filter_map(|edge| edge.to)
                .any(|to| states.contains(&to))
        };
        let left: Vec<u32> = states.iter().copied().filter(goes_on).collect();
        if left.len() == states.len() {
            return !states.is_empty();
        }
        states = left;
    }
}
