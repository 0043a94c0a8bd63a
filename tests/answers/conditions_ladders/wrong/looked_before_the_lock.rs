//! Rejected: never more on ladders than there are ladders
//! Says: deadlock
//!
//! Looks without the lock, and may sleep past the notice.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Ladders {
    free: AtomicUsize,
    lock: Mutex<()>,
    came_back: Condvar,
}

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders {
            free: AtomicUsize::new(count),
            lock: Mutex::new(()),
            came_back: Condvar::new(),
        }
    }

    pub fn take(&self) {
        loop {
            let free = self.free.load(SeqCst);
            if free == 0 {
                let guard = self.lock.lock().unwrap();
                drop(self.came_back.wait(guard).unwrap());
            } else if self
                .free
                .compare_exchange(free, free - 1, SeqCst, SeqCst)
                .is_ok()
            {
                return;
            }
        }
    }

    pub fn put_back(&self) {
        self.free.fetch_add(1, SeqCst);
        self.came_back.notify_one();
    }
}
