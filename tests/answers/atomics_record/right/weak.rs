//! The weak form, with relaxed order: one number alone needs no more.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

#[derive(Default)]
pub struct Record(AtomicU32);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let mut seen = self.0.load(Relaxed);
        loop {
            if seen >= number {
                return false;
            }
            match self.0.compare_exchange_weak(seen, number, Relaxed, Relaxed) {
                Ok(_) => return true,
                Err(found) => seen = found,
            }
        }
    }

    pub fn largest(&self) -> u32 {
        self.0.load(Relaxed)
    }
}
