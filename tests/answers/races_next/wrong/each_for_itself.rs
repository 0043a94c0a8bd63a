//! Rejected: no loan is lost
//!
//! A counter in each thread.

use std::cell::Cell;

thread_local! {
    static LOANS: Cell<u64> = const { Cell::new(0) };
}

pub struct Board {
    _nothing: (),
}

impl Board {
    pub fn new() -> Board {
        Board { _nothing: () }
    }

    pub fn lend(&self) -> u64 {
        LOANS.set(LOANS.get() + 1);
        LOANS.get()
    }

    pub fn total(&self) -> u64 {
        LOANS.get()
    }
}
