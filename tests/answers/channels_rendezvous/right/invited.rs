//! Whoever comes to take says so first, and whoever gives waits for such a word.

use crossbeam_channel::{Receiver, Sender, unbounded};

pub struct Hatch<T> {
    words: (Sender<()>, Receiver<()>),
    things: (Sender<T>, Receiver<T>),
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        Hatch {
            words: unbounded(),
            things: unbounded(),
        }
    }

    pub fn give(&self, thing: T) {
        self.words.1.recv().unwrap();
        self.things.0.send(thing).unwrap();
    }

    pub fn take(&self) -> T {
        self.words.0.send(()).unwrap();
        self.things.1.recv().unwrap()
    }
}
