//! One bell, and everybody is woken.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Shelf<T> {
    things: Mutex<VecDeque<T>>,
    room: usize,
    bell: Condvar,
}

impl<T: Send> Shelf<T> {
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            things: Mutex::new(VecDeque::new()),
            room,
            bell: Condvar::new(),
        }
    }

    pub fn put(&self, thing: T) {
        let things = self.things.lock().unwrap();
        let is_full = |things: &mut VecDeque<T>| things.len() == self.room;
        let mut things = self.bell.wait_while(things, is_full).unwrap();
        things.push_back(thing);
        self.bell.notify_all();
    }

    pub fn take(&self) -> T {
        let things = self.things.lock().unwrap();
        let is_empty = |things: &mut VecDeque<T>| things.is_empty();
        let mut things = self.bell.wait_while(things, is_empty).unwrap();
        self.bell.notify_all();
        things.pop_front().unwrap()
    }
}
