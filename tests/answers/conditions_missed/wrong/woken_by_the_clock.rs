//! Rejected: whoever waits sleeps
//!
//! Misses the bell, and is woken by a clock.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let second = Duration::from_secs(1);
        let mut delivered = self.delivered.lock().unwrap();
        while !delivered.contains(&id) {
            delivered = self.bell.wait_timeout(delivered, second).unwrap().0;
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_one();
    }
}
