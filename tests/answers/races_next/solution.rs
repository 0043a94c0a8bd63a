use std::sync::atomic::{AtomicU64, Ordering};

/// How many books are out.
#[derive(Debug, Default)]
pub struct Board {
    loans: AtomicU64,
}

impl Board {
    /// A board that shows 0.
    pub fn new() -> Board {
        Board::default()
    }

    /// Counts a loan, and returns its number.
    pub fn lend(&self) -> u64 {
        self.loans.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// How many books are out.
    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
