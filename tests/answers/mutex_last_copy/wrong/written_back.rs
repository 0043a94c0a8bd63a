//! Rejected: a copy that comes back meanwhile is not lost
//!
//! Lends under a lock of its own, and puts back without it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub struct Copies {
    left: AtomicU32,
    one_at_a_time: Mutex<()>,
}

impl Copies {
    pub fn new(copies: u32) -> Copies {
        Copies {
            left: AtomicU32::new(copies),
            one_at_a_time: Mutex::new(()),
        }
    }

    pub fn left(&self) -> u32 {
        self.left.load(SeqCst)
    }

    pub fn lend(&self) -> bool {
        let _turn = self.one_at_a_time.lock().unwrap();
        let left = self.left();
        if left == 0 {
            return false;
        }
        self.left.store(left - 1, SeqCst);
        true
    }

    pub fn put_back(&self) {
        self.left.fetch_add(1, SeqCst);
    }
}
