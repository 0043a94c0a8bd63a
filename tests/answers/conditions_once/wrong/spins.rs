//! Rejected: whoever waits sleeps

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

/// 0: not counted. 1: being counted. Else the number and two.
#[derive(Default)]
pub struct Catalogue(AtomicU64);

struct Counting<'a>(&'a AtomicU64, u64);

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        self.0.store(self.1, SeqCst);
    }
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        loop {
            if let Some(number) = self.look() {
                return number;
            }
            if self.0.compare_exchange(0, 1, SeqCst, SeqCst).is_ok() {
                let mut counting = Counting(&self.0, 0);
                let number = count();
                counting.1 = u64::from(number) + 2;
                return number;
            }
            thread::yield_now();
        }
    }

    pub fn look(&self) -> Option<u32> {
        let number = self.0.load(SeqCst).checked_sub(2)?;
        u32::try_from(number).ok()
    }
}
