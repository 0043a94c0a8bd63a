//! parking_lot's lock and conditions, in a ring of places; the bell is rung after the lock is given
//! back.

use parking_lot::{Condvar, Mutex};

struct Ring<T> {
    places: Vec<Option<T>>,
    first: usize,
    count: usize,
}

pub struct Shelf<T> {
    ring: Mutex<Ring<T>>,
    not_full: Condvar,
    not_empty: Condvar,
}

impl<T: Send> Shelf<T> {
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            ring: Mutex::new(Ring {
                places: (0..room).map(|_| None).collect(),
                first: 0,
                count: 0,
            }),
            not_full: Condvar::new(),
            not_empty: Condvar::new(),
        }
    }

    pub fn put(&self, thing: T) {
        let mut ring = self.ring.lock();
        while ring.count == ring.places.len() {
            self.not_full.wait(&mut ring);
        }
        let end = (ring.first + ring.count) % ring.places.len();
        ring.places[end] = Some(thing);
        ring.count += 1;
        drop(ring);
        self.not_empty.notify_one();
    }

    pub fn take(&self) -> T {
        let mut ring = self.ring.lock();
        while ring.count == 0 {
            self.not_empty.wait(&mut ring);
        }
        let first = ring.first;
        ring.first = (first + 1) % ring.places.len();
        ring.count -= 1;
        let thing = ring.places[first].take();
        drop(ring);
        self.not_full.notify_one();
        thing.unwrap()
    }
}
