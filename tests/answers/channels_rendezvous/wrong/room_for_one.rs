//! Rejected: whoever gives stays until somebody comes
//!
//! One book finds room before anybody has come.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

pub struct Hatch<T> {
    outside: SyncSender<T>,
    inside: Mutex<Receiver<T>>,
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        let (outside, inside) = sync_channel(1);
        Hatch {
            outside,
            inside: Mutex::new(inside),
        }
    }

    pub fn give(&self, thing: T) {
        self.outside.send(thing).unwrap();
    }

    pub fn take(&self) -> T {
        self.inside.lock().unwrap().recv().unwrap()
    }
}
