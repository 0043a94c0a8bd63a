//! Two semaphores by hand: one counts the free places, one the things.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct Semaphore(Mutex<usize>, Condvar);

impl Semaphore {
    fn new(count: usize) -> Semaphore {
        Semaphore(Mutex::new(count), Condvar::new())
    }

    fn down(&self) {
        let count = self.0.lock().unwrap();
        *self.1.wait_while(count, |count| *count == 0).unwrap() -= 1;
    }

    fn up(&self) {
        *self.0.lock().unwrap() += 1;
        self.1.notify_one();
    }
}

pub struct Shelf<T> {
    free: Semaphore,
    filled: Semaphore,
    things: Mutex<VecDeque<T>>,
}

impl<T: Send> Shelf<T> {
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            free: Semaphore::new(room),
            filled: Semaphore::new(0),
            things: Mutex::default(),
        }
    }

    pub fn put(&self, thing: T) {
        self.free.down();
        self.things.lock().unwrap().push_back(thing);
        self.filled.up();
    }

    pub fn take(&self) -> T {
        self.filled.down();
        let thing = self.things.lock().unwrap().pop_front();
        self.free.up();
        thing.unwrap()
    }
}
