//! Rejected: if the counting panics, the next one counts

use std::sync::Mutex;
#[derive(Default)]
pub struct Catalogue {
    gate: Mutex<()>,
    number: Mutex<Option<u32>>,
}
impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let Ok(_gate) = self.gate.lock() else {
            return count();
        };
        if let Some(n) = self.look() {
            return n;
        }
        let n = count();
        *self.number.lock().unwrap() = Some(n);
        n
    }
    pub fn look(&self) -> Option<u32> {
        *self.number.lock().unwrap()
    }
}
