//! What the owners of a counted value hand on to the last one of them.
//!
//! The counting of an `Arc` is no step of the explorer, as long as nobody asks for a count. So the
//! last owner gets to know what the others did with the value only for as long as it drops it:
//! nobody can tell afterwards who was the last one, and in another schedule it may be another.

use super::Plain;
use super::clock::Clock;
use crate::memory::{acquires, releases};
use crate::world::ThreadId;
use std::ops::Range;
use std::sync::atomic::Ordering;

impl Plain {
    /// An atomic access to a count.
    pub(crate) fn note_count(
        &mut self,
        me: ThreadId,
        address: usize,
        ordering: Ordering,
        writes: bool,
    ) {
        if acquires(ordering)
            && let Some(clock) = self.counts.get(&address).cloned()
        {
            self.acquire(me, &clock);
        }
        if writes && releases(ordering) {
            let clock = self.release(me);
            self.counts.entry(address).or_default().join(&clock);
        }
        self.knows(me).counted = address;
    }

    /// The fence of the last owner; `forever` if counting is a step.
    pub(crate) fn note_count_fence(&mut self, me: ThreadId, ordering: Ordering, forever: bool) {
        let address = self.knows(me).counted;
        let Some(clock) = self
            .counts
            .get(&address)
            .filter(|_| acquires(ordering))
            .cloned()
        else {
            return;
        };
        if !forever {
            let knows = self.knows(me);
            let before = knows.clock.clone();
            knows.dropping.push((address, before));
        }
        self.acquire(me, &clock);
    }

    /// The values are dropped whose counts lie in this memory.
    pub(crate) fn end_drops(&mut self, me: ThreadId, memory: Range<usize>) {
        let knows = self.knows(me);
        let first = knows
            .dropping
            .iter()
            .position(|(address, _)| memory.contains(address));
        let Some(first) = first else { return };
        let before: Clock = knows.dropping[first].1.clone();
        knows.dropping.truncate(first);
        let epoch = knows.clock.at(me);
        knows.clock = before;
        knows.clock.advance(me, epoch);
    }
}
