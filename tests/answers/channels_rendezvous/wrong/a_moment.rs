//! Rejected: whoever gives stays until somebody comes
//!
//! Waits for a moment: long enough, as a rule.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

pub struct Hatch<T> {
    outside: Sender<T>,
    inside: Mutex<Receiver<T>>,
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        let (outside, inside) = channel();
        Hatch {
            outside,
            inside: Mutex::new(inside),
        }
    }

    pub fn give(&self, thing: T) {
        self.outside.send(thing).unwrap();
        thread::sleep(Duration::from_millis(10));
    }

    pub fn take(&self) -> T {
        self.inside.lock().unwrap().recv().unwrap()
    }
}
