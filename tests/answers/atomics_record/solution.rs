use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// The largest number that was seen.
#[derive(Default)]
pub struct Record {
    largest: AtomicU32,
}

impl Record {
    /// Notes a number. Says whether it is a new record: larger than all that were noted before.
    pub fn note(&self, number: u32) -> bool {
        let mut seen = self.largest.load(SeqCst);
        while number > seen {
            match self.largest.compare_exchange(seen, number, SeqCst, SeqCst) {
                Ok(_) => return true,
                Err(found) => seen = found,
            }
        }
        false
    }

    /// The largest number so far.
    pub fn largest(&self) -> u32 {
        self.largest.load(SeqCst)
    }
}
