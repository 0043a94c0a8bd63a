//! Rejected: every book is taken, and each of them once
//!
//! The second who gives puts theirs in the place of the first one's.

use std::sync::{Condvar, Mutex};

pub struct Hatch<T> {
    thing: Mutex<Option<T>>,
    changed: Condvar,
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        Hatch {
            thing: Mutex::new(None),
            changed: Condvar::new(),
        }
    }

    pub fn give(&self, thing: T) {
        let mut place = self.thing.lock().unwrap();
        *place = Some(thing);
        self.changed.notify_all();
        drop(
            self.changed
                .wait_while(place, |place| place.is_some())
                .unwrap(),
        );
    }

    pub fn take(&self) -> T {
        let place = self.thing.lock().unwrap();
        let mut place = self
            .changed
            .wait_while(place, |place| place.is_none())
            .unwrap();
        self.changed.notify_all();
        place.take().unwrap()
    }
}
