//! Between the cellar and the reading room there is a shelf with room for a few books. Whoever puts a
//! book on it waits while it is full, whoever takes one waits while it is empty, and the books are
//! taken in the order in which they were put. Any number of people do both at the same time; nobody
//! waits longer than there is a reason to, and whoever waits sleeps.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// The shelf.
pub struct Shelf<T> {
    things: Mutex<VecDeque<T>>,
    room: usize,
    bell: Condvar,
}

impl<T: Send> Shelf<T> {
    /// An empty shelf with room for so many things, one at least.
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            things: Mutex::new(VecDeque::new()),
            room,
            bell: Condvar::new(),
        }
    }

    /// Puts a thing at the end, and waits until there is room.
    pub fn put(&self, thing: T) {
        // TODO: is there room, and is it still there after the ring?
        let mut things = self.things.lock().unwrap();
        things.push_back(thing);
        self.bell.notify_one();
    }

    /// Takes the first thing, and waits until there is one.
    pub fn take(&self) -> T {
        let mut things = self.things.lock().unwrap();
        if things.is_empty() {
            things = self.bell.wait(things).unwrap();
        }
        things.pop_front().unwrap()
    }
}
