//! What atomics hand on, as their orderings say.

use super::clock::Clock;
use crate::memory::{acquires, releases};
use crate::object::ObjectId;
use crate::world::{ThreadId, World};
use interleave_request::Memory;
use std::sync::atomic::Ordering;

impl World {
    /// A load of the value that is `back` steps before the newest.
    pub fn order_load(&mut self, me: ThreadId, id: ObjectId, back: u32, ordering: Ordering) {
        let Some(plain) = &mut self.plain else { return };
        let Some(clocks) = plain.atomics.get(&id) else {
            return;
        };
        let index = clocks.len().checked_sub(1 + back as usize);
        let Some(clock) = index.map(|index| clocks[index].clone()) else {
            // The value that it had at first, which nobody has handed on.
            return;
        };
        let knows = plain.knows(me);
        match acquires(ordering) {
            true => knows.clock.join(&clock),
            false => knows.acquirable.join(&clock),
        }
    }

    /// A store; `update` says that it belongs to a read-modify-write, which hands on what the value
    /// that it replaces did.
    pub fn order_store(&mut self, me: ThreadId, id: ObjectId, update: bool, ordering: Ordering) {
        let weak = self.model.memory == Memory::Weak;
        let Some(plain) = &mut self.plain else { return };
        let mut clock = match releases(ordering) {
            true => plain.release(me),
            false => plain.knows(me).fenced.clone(),
        };
        let clocks = plain.atomics.entry(id).or_default();
        if update && let Some(before) = clocks.last() {
            clock.join(before);
        }
        if !weak {
            clocks.clear();
        }
        clocks.push(clock);
    }

    /// A fence.
    pub fn order_fence(&mut self, me: ThreadId, ordering: Ordering) {
        let Some(plain) = &mut self.plain else { return };
        if acquires(ordering) {
            let seen: Clock = plain.knows(me).acquirable.clone();
            plain.acquire(me, &seen);
        }
        if releases(ordering) {
            let clock = plain.release(me);
            plain.knows(me).fenced = clock;
        }
    }
}
