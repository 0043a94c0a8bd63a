//! What is handed on to the last owner of something.
//!
//! The counting of an `Arc` is no step of the explorer, as long as nobody asks for a count. So the
//! last owner gets to know what the others did with the value only for as long as it drops it:
//! nobody can tell afterwards who was the last one, and in another schedule it may be another.
//! It is the same with the messages in a channel that its last receiver drops.

use super::Plain;
use super::clock::Clock;
use crate::memory::{acquires, releases};
use crate::world::{self, ThreadId};
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
        match forever {
            true => self.acquire(me, &clock),
            false => self.begin_drop(me, address, &clock),
        }
    }

    /// A thread drops something that lies at this address, and until then knows what it is told.
    fn begin_drop(&mut self, me: ThreadId, address: usize, learns: &Clock) {
        let knows = self.knows(me);
        let before = knows.clock.clone();
        knows.clock.join(learns);
        knows.dropping.push((address, before));
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

/// Calls `f`, in which the running thread drops what lies at this address, and which no others can
/// tell from any other who might have dropped it. As long as that takes it knows what it `learns`.
pub fn while_dropping<R>(address: usize, learns: &Clock, f: impl FnOnce() -> R) -> R {
    /// Forgets it again, also after a panic.
    struct End(usize);
    impl Drop for End {
        fn drop(&mut self) {
            let address = self.0;
            world::with(|world| {
                let me = world.running;
                if let Some(plain) = &mut world.plain {
                    plain.end_drops(me, address..address + 1);
                }
            });
        }
    }
    world::with(|world| {
        let me = world.running;
        if let Some(plain) = &mut world.plain {
            plain.begin_drop(me, address, learns);
        }
    });
    let _end = End(address);
    f()
}
