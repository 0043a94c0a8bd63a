//! crossbeam's channel without room, which several may receive from.

use crossbeam_channel::{Receiver, Sender, bounded};

pub struct Hatch<T>(Sender<T>, Receiver<T>);

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        let (outside, inside) = bounded(0);
        Hatch(outside, inside)
    }

    pub fn give(&self, thing: T) {
        self.0.send(thing).unwrap();
    }

    pub fn take(&self) -> T {
        self.1.recv().unwrap()
    }
}
