//! Rejected: one who puts and one who takes come to an end
//! Says: a deadlock
//!
//! Whoever waits keeps the shelf locked, and waits at a lock of its own.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Shelf<T> {
    things: Mutex<VecDeque<T>>,
    room: usize,
    asleep: Mutex<()>,
    bell: Condvar,
}

impl<T: Send> Shelf<T> {
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            things: Mutex::default(),
            room,
            asleep: Mutex::new(()),
            bell: Condvar::new(),
        }
    }

    pub fn put(&self, thing: T) {
        let mut things = self.things.lock().unwrap();
        while things.len() == self.room {
            let asleep = self.asleep.lock().unwrap();
            drop(self.bell.wait(asleep).unwrap());
        }
        things.push_back(thing);
        self.bell.notify_all();
    }

    pub fn take(&self) -> T {
        let mut things = self.things.lock().unwrap();
        while things.is_empty() {
            let asleep = self.asleep.lock().unwrap();
            drop(self.bell.wait(asleep).unwrap());
        }
        self.bell.notify_all();
        things.pop_front().unwrap()
    }
}
