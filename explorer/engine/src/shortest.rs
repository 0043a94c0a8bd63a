//! The shortest schedule to an outcome: with the fewest switches between threads, and among those
//! with the fewest steps. Dijkstra's algorithm, on pairs of a state and the thread that ran last.

use crate::graph::{Graph, ROOT, Step};
use crate::hashing::HashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A state, and the thread that ran last.
type Place = (u32, u32);

/// How many switches, how many steps.
type Cost = (u32, u32);

/// The shortest schedules from the start to everywhere.
pub(crate) struct Shortest {
    costs: HashMap<Place, Cost>,
    reached_by: HashMap<Place, (Place, Step)>,
}

impl Shortest {
    pub(crate) fn in_graph(graph: &Graph) -> Shortest {
        let start = (ROOT, 0);
        let mut found = Shortest {
            costs: HashMap::from_iter([(start, (0, 0))]),
            reached_by: HashMap::default(),
        };
        let mut heap = BinaryHeap::from([Reverse(((0, 0), start))]);
        while let Some(Reverse((cost, place))) = heap.pop() {
            if graph.states.is_empty() || found.costs[&place] < cost {
                continue;
            }
            let (state, last) = place;
            for (number, edge) in graph.states[state as usize].edges.iter().enumerate() {
                let Some(to) = edge.to else { continue };
                let switch = u32::from(edge.thread != last);
                let (next, next_cost) = ((to, edge.thread), (cost.0 + switch, cost.1 + 1));
                if found
                    .costs
                    .get(&next)
                    .is_none_or(|known| *known > next_cost)
                {
                    found.costs.insert(next, next_cost);
                    let step = Step {
                        from: state,
                        edge: number as u32,
                    };
                    found.reached_by.insert(next, (place, step));
                    heap.push(Reverse((next_cost, next)));
                }
            }
        }
        found
    }

    /// The shortest schedule that ends with one of `steps`.
    pub(crate) fn to_step(&self, graph: &Graph, steps: impl Fn(Step) -> bool) -> Option<Vec<Step>> {
        let mut nearest: Option<(Cost, Place, Step)> = None;
        for (&(state, last), cost) in &self.costs {
            for (number, edge) in graph.states[state as usize].edges.iter().enumerate() {
                let step = Step {
                    from: state,
                    edge: number as u32,
                };
                let switch = u32::from(edge.thread != last);
                let found = ((cost.0 + switch, cost.1 + 1), (state, last), step);
                if nearest.is_none_or(|nearest| found < nearest) && steps(step) {
                    nearest = Some(found);
                }
            }
        }
        let (_, place, step) = nearest?;
        let mut path = self.way_to(place);
        path.push(step);
        Some(path)
    }

    /// The shortest schedule to one of `states`.
    pub(crate) fn to(&self, states: impl Fn(u32) -> bool) -> Option<Vec<Step>> {
        let reached = self.costs.iter().filter(|((state, _), _)| states(*state));
        let (_, nearest) = reached.map(|(place, cost)| (*cost, *place)).min()?;
        Some(self.way_to(nearest))
    }

    fn way_to(&self, place: Place) -> Vec<Step> {
        let (mut path, mut at) = (Vec::new(), place);
        while let Some((before, step)) = self.reached_by.get(&at) {
            path.push(*step);
            at = *before;
        }
        path.reverse();
        path
    }
}
