//! Vector clocks: how much of each thread somebody knows to have happened.

use crate::fingerprint::Fingerprinter;
use crate::world::{ThreadId, World};

/// For each thread, up to which of its epochs everything it did is known to have happened.
///
/// A thread's epochs are counted from 1. A new one begins with the first access after the thread
/// has handed on what it knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock(Vec<u32>);

impl Clock {
    /// The latest epoch of `thread` that is known; 0 for none.
    pub(crate) fn at(&self, thread: ThreadId) -> u32 {
        self.0.get(thread.0).copied().unwrap_or(0)
    }

    /// Gets to know all of `thread` up to this epoch.
    pub(crate) fn advance(&mut self, thread: ThreadId, epoch: u32) {
        if self.0.len() <= thread.0 {
            self.0.resize(thread.0 + 1, 0);
        }
        self.0[thread.0] = self.0[thread.0].max(epoch);
    }

    /// Gets to know all that `other` knows.
    pub fn join(&mut self, other: &Clock) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own = (*own).max(*other);
        }
    }

    /// Adds it to a fingerprint, with threads by their numbers.
    pub(crate) fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        let known = self.0.iter().enumerate().filter(|(_, epoch)| **epoch > 0);
        let mut known: Vec<_> = known
            .map(|(thread, epoch)| (world.thread_number(ThreadId(thread)), *epoch))
            .collect();
        known.sort_unstable();
        into.number(known.len() as u64);
        for (thread, epoch) in known {
            into.number(u64::from(thread) << 32 | u64::from(epoch));
        }
    }
}
