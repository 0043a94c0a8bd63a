//! Rejected: each board counts for itself
//!
//! One total for all boards there are.

use std::sync::atomic::{AtomicU64, Ordering};

static LOANS: AtomicU64 = AtomicU64::new(0);

pub struct Board {
    _nothing: (),
}

impl Board {
    pub fn new() -> Board {
        Board { _nothing: () }
    }

    pub fn lend(&self) -> u64 {
        LOANS.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub fn total(&self) -> u64 {
        LOANS.load(Ordering::SeqCst)
    }
}
