//! Looks, and writes only if nobody has written since.

use std::sync::atomic::{AtomicU64, Ordering};

pub struct Board {
    loans: AtomicU64,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: AtomicU64::new(0),
        }
    }

    pub fn lend(&self) -> u64 {
        let mut seen = self.loans.load(Ordering::SeqCst);
        while let Err(newer) =
            self.loans
                .compare_exchange(seen, seen + 1, Ordering::SeqCst, Ordering::SeqCst)
        {
            seen = newer;
        }
        seen + 1
    }

    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
