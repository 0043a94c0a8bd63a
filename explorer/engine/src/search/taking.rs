//! The steps that executions take.

use super::Search;
use crate::graph::Step;
use crate::world::{ThreadId, Turn, World};

impl Search {
    /// Lets `step` take effect.
    ///
    /// # Errors
    ///
    /// What is different from the first time, if the program does not do the same again.
    pub(super) fn take(&mut self, world: &mut World, step: Step) -> Result<(), String> {
        let edge = self.graph.edge(step).clone();
        let thread = (0..world.threads.len())
            .map(ThreadId)
            .find(|thread| world.thread_number(*thread) == edge.thread);
        let operation = thread.and_then(|thread| world.operation_number(thread));
        let same = operation == Some(edge.operation) && world.different.is_none();
        let (Some(thread), true) = (thread, same) else {
            return Err(self.difference(world, step, operation));
        };
        if let Some(plain) = &mut world.plain {
            plain.races.clear();
            plain.operation = operation;
        }
        let note = world.take_effect(
            Turn {
                thread,
                choice: edge.choice,
            },
            edge.to.is_none(),
        );
        self.is_first = edge.to.is_none();
        if let Some(note) = note {
            let number = world.tables.strings.number(note);
            self.graph.edge_mut(step).result = Some(number);
        }
        self.steps += 1;
        self.latest = Some(step);
        Ok(())
    }

    /// Says what a step has written, now that it has.
    pub(super) fn show_written(&mut self, world: &mut World, step: Step) {
        let Some(written) = world.plain.as_mut().and_then(|plain| plain.written.take()) else {
            return;
        };
        // The step has said what was there before, if it was taken for the first time.
        let Some(before) = self.graph.edge(step).result.filter(|_| self.is_first) else {
            return;
        };
        let before = world.tables.strings.entries()[before as usize].clone();
        let Some(now) = world.shown(written) else {
            return;
        };
        let text = match before.is_empty() {
            true => now,
            false => format!("{now} (was {before})"),
        };
        let number = world.tables.strings.number(text);
        self.graph.edge_mut(step).result = Some(number);
    }

    /// Keeps the data races that a step, or what its thread did after it, has completed.
    pub(super) fn keep_races(&mut self, world: &mut World, step: Step) {
        let Some(plain) = &mut world.plain else {
            return;
        };
        if plain.races.is_empty() {
            return;
        }
        let known = self.graph.races.entry(step).or_default();
        for race in plain.races.drain(..) {
            if !known.contains(&race) {
                known.push(race);
            }
        }
    }

    fn difference(&self, world: &World, step: Step, operation: Option<u32>) -> String {
        let edge = self.graph.edge(step);
        let text = |number: u32| {
            let entry = &world.tables.operations.entries()[number as usize];
            format!("{} (line {})", entry.verb, entry.position.0)
        };
        let (before, now) = match world.different {
            Some((before, now)) => (text(before), now.to_owned()),
            None => (
                text(edge.operation),
                operation.map_or("nothing".to_owned(), text),
            ),
        };
        format!("after the same steps, a thread came to {before} at first and to {now} later")
    }
}
