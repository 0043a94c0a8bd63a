//! Whether a thread has come round to where it was before.
//!
//! A thread that waits in a loop (`while !ready.load() {}`) sees the same thing again and again. Its
//! history would grow with each round and no two states would ever be equal. But when it comes to
//! an operation and everything that it could look at without an operation is as it was at an
//! earlier one, then it is where it was, whatever it did in between: its history is set back to
//! what it was. So a fruitless round is a cycle in the graph, and a loop that counts its rounds is
//! none, wherever it counts them.
//!
//! What a thread can look at without an operation is
//!
//! - its stack and its registers, and its values of `thread_local!`s;
//! - the blocks of the heap that can be reached from there;
//! - variables on other stacks that it has borrowed: instead of looking for them, it is noted what
//!   the thread itself changes on other stacks.
//!
//! What belongs to a shared object is left out, unless the thread holds it or has it to itself: what
//! it knows of that it has seen by operations.
//!
//! All but the stack is only looked at in programs in which some thread comes round as far as its
//! stack is concerned: see `Watched::rounds`.

use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::hashing::HashMap;
use crate::heap::{Reach, Shared, with_blocks};
use crate::registers;
use crate::world::{ThreadId, World};
use std::collections::hash_map::Entry;
use std::ops::Range;

/// Where a thread has been: its state at each operation, and its history when it was first there.
#[derive(Default)]
pub(crate) struct Trail(HashMap<Fingerprint, Fingerprint>);

impl Trail {
    /// Notes a place. If the thread has been there, says what its history was.
    fn come_to(&mut self, place: Fingerprint, history: Fingerprint) -> Option<Fingerprint> {
        match self.0.entry(place) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(new) => {
                new.insert(history);
                None
            }
        }
    }
}

impl World {
    /// Notes that the running thread has come to an operation with this much of its stack in use,
    /// after so many writes to `static`s, which are no shared objects.
    ///
    /// # Safety
    ///
    /// Nothing may write to any stack meanwhile.
    pub(crate) unsafe fn come_round(&mut self, stack: Range<usize>, writes: u64) {
        if registers::COUNT == 0 {
            // It cannot be told what the thread has in registers.
            return;
        }
        let me = self.running;
        let thread = &self.threads[me.0];
        let mut all = Fingerprinter::new();
        Shared::default().fingerprint(stack.clone(), &mut all);
        all.number(thread.started.into());
        all.number(writes);
        all.number(thread.made.values().map(|made| u64::from(*made) + 1).sum());
        let mut roots = vec![stack];
        for local in &thread.locals {
            let (start, length) = (local.bytes.0 as usize, local.bytes.1);
            Shared::default().fingerprint(start..start + length, &mut all);
            roots.push(start..start + length);
        }
        if self.watched.rounds {
            // SAFETY: as the caller promises.
            let change = unsafe { self.elsewhere(me) }.minus(self.elsewhere_before);
            let thread = &mut self.threads[me.0];
            thread.left_elsewhere = thread.left_elsewhere.plus(change);
            all.fingerprint(thread.left_elsewhere);
            // SAFETY: as the caller promises.
            all.fingerprint(unsafe { self.reachable(me, roots) });
        }
        let thread = &mut self.threads[me.0];
        let Some(history) = thread.trail.come_to(all.finish(), thread.history) else {
            return;
        };
        match self.watched.rounds {
            true => thread.history = history,
            // Perhaps. The search begins anew, and looks more closely.
            false => self.watched.rounds = true,
        }
    }

    /// The fingerprint of what a thread has locked and of the blocks that it can reach.
    ///
    /// # Safety
    ///
    /// As for [`World::come_round`].
    unsafe fn reachable(&self, me: ThreadId, mut roots: Vec<Range<usize>>) -> Fingerprint {
        let mut all = Fingerprinter::new();
        let stacks = self.other_stacks(me);
        let (shared, held) = self.regions(me);
        for region in &held {
            shared.fingerprint(region.clone(), &mut all);
        }
        roots.extend(held);
        with_blocks(|blocks| {
            let reach = Reach {
                blocks,
                shared: &shared,
                stacks: &stacks,
            };
            // SAFETY: roots and stacks are in use, and so are the blocks that are noted.
            all.fingerprint(unsafe { reach.fingerprint(roots) });
        });
        all.finish()
    }

    /// What lies on the stacks of the other threads and belongs to no object.
    ///
    /// # Safety
    ///
    /// As for [`World::come_round`].
    pub(crate) unsafe fn elsewhere(&self, me: ThreadId) -> Fingerprint {
        let mut shared = Shared::default();
        for (_, region) in self.regions_of_objects() {
            shared.add(region);
        }
        let mut all = Fingerprinter::new();
        for stack in self.other_stacks(me) {
            shared.fingerprint(stack, &mut all);
        }
        all.finish()
    }

    fn other_stacks(&self, me: ThreadId) -> Vec<Range<usize>> {
        let others = self.threads.iter().enumerate();
        others
            .filter(|(index, thread)| *index != me.0 && thread.operation().is_some())
            .map(|(_, thread)| thread.stack.clone())
            .collect()
    }

    /// The memory of objects: that of those which the thread does not hold, and of those it does.
    fn regions(&self, me: ThreadId) -> (Shared, Vec<Range<usize>>) {
        let (mut shared, mut held) = (Shared::default(), Vec::new());
        for (object, region) in self.regions_of_objects() {
            match self.holders(object).contains(&me) {
                true => held.push(region),
                false => shared.add(region),
            }
        }
        (shared, held)
    }
}
