//! Rejected: never more things than there is room for
//!
//! Looks once: somebody else has taken the free place.

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
        if things.len() == self.room {
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
                self.not_full.notify_one();
                return thing;
            }
            things = self.not_empty.wait(things).unwrap();
        }
    }
}
