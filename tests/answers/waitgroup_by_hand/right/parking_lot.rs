//! parking_lot: no poison, so done may panic under the guard; every done wakes.

use parking_lot::{Condvar, Mutex};

pub struct WaitGroup {
    remaining: Mutex<usize>,
    zero: Condvar,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: Mutex::new(0),
            zero: Condvar::new(),
        }
    }

    pub fn add(&self, tasks: usize) {
        *self.remaining.lock() += tasks;
    }

    pub fn done(&self) {
        let mut remaining = self.remaining.lock();
        *remaining = remaining.checked_sub(1).expect("done was called too often");
        self.zero.notify_all();
    }

    pub fn wait(&self) {
        let mut remaining = self.remaining.lock();
        while *remaining > 0 {
            self.zero.wait(&mut remaining);
        }
    }
}
