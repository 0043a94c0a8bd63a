//! Rejected: one ladder that comes back is for one

use std::sync::{Condvar, Mutex};
pub struct Ladders {
    free: Mutex<isize>,
    bell: Condvar,
}
impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders {
            free: Mutex::new(count as isize),
            bell: Condvar::new(),
        }
    }
    pub fn take(&self) {
        let mut f = self.free.lock().unwrap();
        *f -= 1;
        if *f < 0 {
            f = self.bell.wait(f).unwrap();
        }
        drop(f);
    }
    pub fn put_back(&self) {
        let mut f = self.free.lock().unwrap();
        *f += 1;
        if *f <= 0 {
            self.bell.notify_all();
        }
    }
}
