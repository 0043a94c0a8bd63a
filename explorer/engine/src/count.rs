//! How many schedules lead to each outcome.
//!
//! There may be more than any machine could run, but they are counted without running them: as
//! many lead to a state as lead to the states before it, together.
//!
//! Where threads can go round in a cycle there are infinitely many. Counted are then those that
//! come to no state twice: rounds that change nothing are left out.

use crate::cycles::Components;
use crate::graph::{Graph, ROOT};
use num_bigint::BigUint;

/// Paths without a repeated state are counted one by one inside of a component; with more states
/// than this, that is not tried.
const LARGEST_COMPONENT: usize = 12;

/// How many schedules lead to a state or an outcome; `None` if that cannot be counted.
pub(crate) type Count = Option<BigUint>;

/// How many schedules lead to each state.
pub(crate) fn to_states(graph: &Graph, components: &Components) -> Vec<Count> {
    let mut counts: Vec<Count> = vec![Some(BigUint::ZERO); graph.states.len()];
    if counts.is_empty() {
        return counts;
    }
    counts[ROOT as usize] = Some(BigUint::from(1u32));
    for component in (0..components.members.len()).rev() {
        let members = &components.members[component];
        if components.is_cyclic(graph, component, |_| true) {
            spread_inside(graph, components, component, &mut counts);
        }
        for state in members {
            for edge in &graph.states[*state as usize].edges {
                let Some(to) = edge.to else { continue };
                if components.of[to as usize] as usize != component {
                    add(&mut counts, *state, to);
                }
            }
        }
    }
    counts
}

fn add(counts: &mut [Count], from: u32, to: u32) {
    let sum = match (&counts[from as usize], &counts[to as usize]) {
        (Some(from), Some(to)) => Some(from + to),
        _ => None,
    };
    counts[to as usize] = sum;
}

/// From the schedules that enter a component at each of its states, to those that reach each of
/// its states by any path in it that repeats none.
fn spread_inside(graph: &Graph, components: &Components, component: usize, counts: &mut [Count]) {
    let members = &components.members[component];
    let entering: Vec<Count> = members
        .iter()
        .map(|state| counts[*state as usize].clone())
        .collect();
    if members.len() > LARGEST_COMPONENT {
        for state in members {
            counts[*state as usize] = None;
        }
        return;
    }
    for state in members {
        counts[*state as usize] = Some(BigUint::ZERO);
    }
    for (start, ways) in members.iter().zip(entering) {
        if ways == Some(BigUint::ZERO) {
            continue;
        }
        let mut walk = Walk {
            graph,
            components,
            component,
            on_path: Vec::new(),
            reached: Vec::new(),
        };
        walk.from(*start);
        for state in walk.reached {
            let count = &mut counts[state as usize];
            *count = match (&*count, &ways) {
                (Some(count), Some(ways)) => Some(count + ways),
                _ => None,
            };
        }
    }
}

/// Walks all paths inside of a component that repeat no state.
struct Walk<'a> {
    graph: &'a Graph,
    components: &'a Components,
    component: usize,
    on_path: Vec<u32>,
    /// The last state of each path.
    reached: Vec<u32>,
}

impl Walk<'_> {
    fn from(&mut self, state: u32) {
        self.reached.push(state);
        self.on_path.push(state);
        for edge in &self.graph.states[state as usize].edges {
            let Some(to) = edge.to else { continue };
            let inside = self.components.of[to as usize] as usize == self.component;
            if inside && !self.on_path.contains(&to) {
                self.from(to);
            }
        }
        self.on_path.pop();
    }
}
