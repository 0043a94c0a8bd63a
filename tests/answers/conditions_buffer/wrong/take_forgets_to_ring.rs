//! Rejected: one who puts and one who takes come to an end
//! Says: a deadlock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// The shelf.
pub struct Shelf<T> {
    things: Mutex<VecDeque<T>>,
    room: usize,
    not_full: Condvar,
    not_empty: Condvar,
}

impl<T: Send> Shelf<T> {
    /// An empty shelf with room for so many things, one at least.
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            things: Mutex::new(VecDeque::new()),
            room,
            not_full: Condvar::new(),
            not_empty: Condvar::new(),
        }
    }

    /// Puts a thing at the end, and waits until there is room.
    pub fn put(&self, thing: T) {
        let mut things = self.things.lock().unwrap();
        while things.len() == self.room {
            things = self.not_full.wait(things).unwrap();
        }
        things.push_back(thing);
        self.not_empty.notify_one();
    }

    /// Takes the first thing, and waits until there is one.
    pub fn take(&self) -> T {
        let mut things = self.things.lock().unwrap();
        loop {
            if let Some(thing) = things.pop_front() {
                return thing;
            }
            things = self.not_empty.wait(things).unwrap();
        }
    }
}
