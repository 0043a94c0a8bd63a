//! The states to which executions come.

use super::Search;
use crate::graph::{Edge, State, Step, Waiting, WaitingFor};
use crate::outcome::{self, Outcome};
use crate::world::{Survey, Turn, World};
use interleave_request::Merging;

/// Where an execution has come to.
pub(super) enum Arrival {
    New(u32),
    Known(u32),
    End,
}

impl Search {
    /// Takes note of the state to which the execution has come.
    pub(super) fn arrive(&mut self, world: &mut World) -> Arrival {
        let survey = world.survey();
        let outcome = outcome::of(world, &survey, world.main_status);
        let fingerprint = match self.options.model.merging {
            Merging::Never => None,
            _ => Some(world.fingerprint()),
        };
        // An ended execution is another state than one that could still go on.
        let fingerprint = fingerprint.map(|fingerprint| match &world.over {
            Some(over) => fingerprint.then(crate::Fingerprint::of(format!("{over:?}").as_bytes())),
            None => fingerprint,
        });
        if let Some(known) = fingerprint.and_then(|fingerprint| self.graph.known(fingerprint)) {
            self.reach(known);
            if outcome.is_some() {
                self.arrived = Some(known);
                return Arrival::End;
            }
            self.hidden |= !self.is_described_by(world, &survey, known);
            return Arrival::Known(known);
        }
        let ended = outcome.is_some();
        let state = self.describe(world, survey, outcome);
        let edges = state.edges.len() as u32;
        let number = self.graph.add(state, fingerprint);
        self.reach(number);
        if ended {
            self.arrived = Some(number);
            return Arrival::End;
        }
        self.todo
            .extend((1..edges).rev().map(|edge| Step { from: number, edge }));
        Arrival::New(number)
    }

    pub(super) fn reach(&mut self, state: u32) {
        if let Some(step) = self.latest {
            self.graph.edge_mut(step).to = Some(state);
        }
    }

    /// Whether an execution that was led to a state finds there what was found the first time.
    pub(super) fn offers_the_same(&self, world: &mut World, state: u32) -> bool {
        let survey = world.survey();
        self.is_described_by(world, &survey, state)
    }

    /// Two states that are taken for one must offer the same steps. If they do not, the program
    /// has state that its fingerprint does not show.
    fn is_described_by(&self, world: &mut World, survey: &Survey, known: u32) -> bool {
        let known = &self.graph.states[known as usize];
        let same = known.edges.len() == survey.turns.len()
            && known.edges.iter().zip(&survey.turns).all(|(edge, turn)| {
                edge.thread == world.thread_number(turn.thread)
                    && edge.choice == turn.choice
                    && Some(edge.operation) == world.operation_number(turn.thread)
            });
        same && world.different.is_none()
    }

    pub(super) fn describe(
        &mut self,
        world: &mut World,
        survey: Survey,
        outcome: Option<Outcome>,
    ) -> State {
        let ended = outcome.is_some();
        let turns: &[Turn] = if ended { &[] } else { &survey.turns };
        let stuck = match !turns.is_empty() && turns.iter().all(|turn| survey.is_spurious(turn)) {
            true => outcome::of(world, &survey.without_spurious(), world.main_status),
            false => None,
        };
        let edge = |world: &mut World, turn: &Turn| Edge {
            thread: world.thread_number(turn.thread),
            choice: turn.choice,
            may_wait: survey.may_wait.contains(&turn.thread),
            operation: world
                .operation_number(turn.thread)
                .expect("a thread with a turn is parked"),
            result: None,
            to: None,
            spurious: survey.is_spurious(turn),
        };
        let mut state = State {
            edges: turns.iter().map(|turn| edge(world, turn)).collect(),
            waiting: Vec::new(),
            outcome: outcome.map(|outcome| self.graph.outcome(outcome)),
            stuck: stuck.map(|outcome| self.graph.outcome(outcome)),
            reached_by: self.latest,
            values: Vec::new(),
        };
        for (thread, reason) in &survey.waiting {
            let operation = world
                .operation_number(*thread)
                .expect("a waiting thread is parked");
            let reason = reason.as_ref().map(|reason| WaitingFor {
                why: world.tables.strings.number(reason.why.to_owned()),
                object: reason.object.map(|object| world.object_number(object)),
                threads: reason
                    .threads
                    .iter()
                    .map(|t| world.thread_number(*t))
                    .collect(),
            });
            let thread = world.thread_number(*thread);
            state.waiting.push(Waiting {
                thread,
                operation,
                reason,
            });
        }
        for (object, text) in world.values() {
            state
                .values
                .push((object, world.tables.strings.number(text)));
        }
        state
    }
}
