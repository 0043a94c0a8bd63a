//! On the board are two numbers: how many books are out, and how much was paid for them. Whoever
//! lends changes both. Whoever reads must never see a board on which one is changed and the other
//! is not.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

/// The board.
#[derive(Default)]
pub struct Board {
    // TODO: each of these is atomic. Is that enough?
    loans: AtomicU64,
    paid: AtomicU64,
}

impl Board {
    /// One more book is out, and `fee` was paid for it. A fee is below a thousand, and a board is
    /// for less than a million loans.
    pub fn lend(&self, fee: u64) {
        self.loans.fetch_add(1, SeqCst);
        self.paid.fetch_add(fee, SeqCst);
    }

    /// How many books are out, and how much was paid.
    pub fn read(&self) -> (u64, u64) {
        (self.loans.load(SeqCst), self.paid.load(SeqCst))
    }
}
