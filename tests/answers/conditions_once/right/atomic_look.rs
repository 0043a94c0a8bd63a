//! parking_lot, which knows no poison, and an atomic number for the look.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

#[derive(Default)]
pub struct Catalogue {
    /// The number and one, or 0.
    number: AtomicU64,
    counting: Mutex<()>,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        self.look().unwrap_or_else(|| {
            let _counting = self.counting.lock();
            // Somebody may have counted while this one waited.
            self.look().unwrap_or_else(|| {
                let number = count();
                self.number.store(u64::from(number) + 1, SeqCst);
                number
            })
        })
    }

    pub fn look(&self) -> Option<u32> {
        let number = self.number.load(SeqCst).checked_sub(1)?;
        u32::try_from(number).ok()
    }
}
