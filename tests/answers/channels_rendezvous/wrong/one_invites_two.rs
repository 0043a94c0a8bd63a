//! Rejected: whoever's book is taken goes on, and nobody else
//!
//! Two who give see the same one who comes.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct Queue<T> {
    things: VecDeque<T>,
    takers: usize,
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
                takers: 0,
            }),
            changed: Condvar::new(),
        }
    }

    pub fn give(&self, thing: T) {
        let queue = self.queue.lock().unwrap();
        let mut queue = self
            .changed
            .wait_while(queue, |queue| queue.takers == 0)
            .unwrap();
        queue.things.push_back(thing);
        self.changed.notify_all();
    }

    pub fn take(&self) -> T {
        let mut queue = self.queue.lock().unwrap();
        queue.takers += 1;
        self.changed.notify_all();
        let mut queue = self
            .changed
            .wait_while(queue, |queue| queue.things.is_empty())
            .unwrap();
        queue.takers -= 1;
        queue.things.pop_front().unwrap()
    }
}
