//! The library has a few ladders. Whoever needs one takes one; if all are out, they wait until one
//! comes back. Whoever waits does nothing meanwhile: looking again and again is not waiting.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// The ladders.
pub struct Ladders {
    // TODO: nobody waits here, and there may be fewer ladders than none.
    free: AtomicUsize,
}

impl Ladders {
    /// So many ladders, one at least.
    pub fn new(count: usize) -> Ladders {
        Ladders {
            free: AtomicUsize::new(count),
        }
    }

    /// Takes a ladder. Waits until there is one.
    pub fn take(&self) {
        self.free.fetch_sub(1, SeqCst);
    }

    /// Puts a ladder back.
    pub fn put_back(&self) {
        self.free.fetch_add(1, SeqCst);
    }
}
