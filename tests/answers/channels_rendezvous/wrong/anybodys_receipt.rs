//! Rejected: whoever's book is taken goes on, and nobody else
//!
//! One gets the receipt that was meant for the other.

use crossbeam_channel::{Receiver, Sender, unbounded};

pub struct Hatch<T> {
    things: (Sender<T>, Receiver<T>),
    receipts: (Sender<()>, Receiver<()>),
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        Hatch {
            things: unbounded(),
            receipts: unbounded(),
        }
    }

    pub fn give(&self, thing: T) {
        self.things.0.send(thing).unwrap();
        self.receipts.1.recv().unwrap();
    }

    pub fn take(&self) -> T {
        let thing = self.things.1.recv().unwrap();
        self.receipts.0.send(()).unwrap();
        thing
    }
}
