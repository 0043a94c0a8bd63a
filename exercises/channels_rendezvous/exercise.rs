//! There is no shelf at the hatch: a book goes from hand to hand. Whoever gives one stays there
//! until somebody has come for this very book, and then goes on at once. Whoever comes to take one
//! waits until somebody gives. There may be several on both sides, each book is taken once, and
//! whoever waits does nothing meanwhile.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The hatch.
pub struct Hatch<T> {
    outside: Sender<T>,
    inside: Mutex<Receiver<T>>,
}

impl<T: Send> Hatch<T> {
    /// A hatch with nobody there.
    pub fn open() -> Hatch<T> {
        let (outside, inside) = channel();
        Hatch {
            outside,
            inside: Mutex::new(inside),
        }
    }

    /// Gives something, and returns when somebody takes it.
    pub fn give(&self, thing: T) {
        // TODO: who has taken it?
        self.outside.send(thing).unwrap();
    }

    /// Takes what somebody gives.
    pub fn take(&self) -> T {
        self.inside.lock().unwrap().recv().unwrap()
    }
}
