//! Rejected: no bell is missed
//! Says: deadlock
//!
//! She holds the lock from the look until she sleeps, and the delivery does not ask for it.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Desk {
    delivered: AtomicU32,
    lock: Mutex<()>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let mut lock = self.lock.lock().unwrap();
        while self.delivered.load(SeqCst) & 1 << id == 0 {
            lock = self.bell.wait(lock).unwrap();
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.fetch_or(1 << id, SeqCst);
        self.bell.notify_all();
    }
}
