//! parking_lot's lock and condition, a loop, and everybody is woken.

use parking_lot::{Condvar, Mutex};

pub struct Ladders {
    out: Mutex<usize>,
    count: usize,
    changed: Condvar,
}

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders {
            out: Mutex::new(0),
            count,
            changed: Condvar::new(),
        }
    }

    pub fn take(&self) {
        let mut out = self.out.lock();
        while *out == self.count {
            self.changed.wait(&mut out);
        }
        *out += 1;
    }

    pub fn put_back(&self) {
        *self.out.lock() -= 1;
        self.changed.notify_all();
    }
}
