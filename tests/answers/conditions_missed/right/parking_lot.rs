//! parking_lot, `wait_while`, and a set; the bell is rung under the lock.

use parking_lot::{Condvar, Mutex};
use std::collections::BTreeSet;

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<BTreeSet<u32>>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let mut delivered = self.delivered.lock();
        self.bell
            .wait_while(&mut delivered, |delivered| !delivered.contains(&id));
    }

    pub fn deliver(&self, id: u32) {
        let mut delivered = self.delivered.lock();
        delivered.insert(id);
        self.bell.notify_all();
    }
}
