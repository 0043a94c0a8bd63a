//! Rejected: every book is taken, and each of them once
//! Says: a deadlock
//!
//! Rings for one, and wakes one who waits for something else.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct Queue<T> {
    things: VecDeque<T>,
    given: u64,
    taken: u64,
}

pub struct Hatch<T> {
    queue: Mutex<Queue<T>>,
    changed: Condvar,
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        Hatch {
            queue: Mutex::new(Queue {
                things: VecDeque::new(),
                given: 0,
                taken: 0,
            }),
            changed: Condvar::new(),
        }
    }

    pub fn give(&self, thing: T) {
        let mut queue = self.queue.lock().unwrap();
        queue.things.push_back(thing);
        queue.given += 1;
        let mine = queue.given;
        self.changed.notify_one();
        let waits = |queue: &mut Queue<T>| queue.taken < mine;
        drop(self.changed.wait_while(queue, waits).unwrap());
    }

    pub fn take(&self) -> T {
        let queue = self.queue.lock().unwrap();
        let nothing = |queue: &mut Queue<T>| queue.things.is_empty();
        let mut queue = self.changed.wait_while(queue, nothing).unwrap();
        queue.taken += 1;
        self.changed.notify_one();
        queue.things.pop_front().unwrap()
    }
}
