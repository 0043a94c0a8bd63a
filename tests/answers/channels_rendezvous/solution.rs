use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The hatch.
pub struct Hatch<T> {
    outside: SyncSender<T>,
    inside: Mutex<Receiver<T>>,
}

impl<T: Send> Hatch<T> {
    /// A hatch with nobody there.
    pub fn open() -> Hatch<T> {
        let (outside, inside) = sync_channel(0);
        Hatch {
            outside,
            inside: Mutex::new(inside),
        }
    }

    /// Gives something, and returns when somebody takes it.
    pub fn give(&self, thing: T) {
        // The receiver is there for as long as `self` is.
        let _ = self.outside.send(thing);
    }

    /// Takes what somebody gives.
    pub fn take(&self) -> T {
        let inside = self.inside.lock().expect("nobody panics with it");
        inside.recv().expect("the sender is there")
    }
}
