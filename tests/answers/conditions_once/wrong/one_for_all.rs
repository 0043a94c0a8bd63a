//! Rejected: each catalogue has a number of its own

use parking_lot::Mutex;

static N: Mutex<Option<u32>> = Mutex::new(None);

#[derive(Default)]
pub struct Catalogue {
    turn: Mutex<()>,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let _t = self.turn.lock();
        let k = *N.lock();
        if let Some(n) = k {
            return n;
        }
        let n = count();
        *N.lock() = Some(n);
        n
    }

    pub fn look(&self) -> Option<u32> {
        *N.lock()
    }
}
