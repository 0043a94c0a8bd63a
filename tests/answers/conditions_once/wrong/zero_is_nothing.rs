//! Rejected: no books are a number as well

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU32, Ordering::SeqCst},
};
#[derive(Default)]
pub struct Catalogue {
    gate: Mutex<()>,
    n: AtomicU32,
}
impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let _g = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = self.look() {
            return n;
        }
        let n = count();
        self.n.store(n, SeqCst);
        n
    }
    pub fn look(&self) -> Option<u32> {
        match self.n.load(SeqCst) {
            0 => None,
            n => Some(n),
        }
    }
}
