//! The receipts are nobody's in particular, but only one at a time waits for one.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

pub struct Hatch<T> {
    outside: Mutex<(Sender<T>, Receiver<()>)>,
    inside: Mutex<(Receiver<T>, Sender<()>)>,
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        let (give, take) = channel();
        let (receipt, taken) = channel();
        Hatch {
            outside: Mutex::new((give, taken)),
            inside: Mutex::new((take, receipt)),
        }
    }

    pub fn give(&self, thing: T) {
        let outside = self.outside.lock().unwrap();
        outside.0.send(thing).unwrap();
        outside.1.recv().unwrap();
    }

    pub fn take(&self) -> T {
        let inside = self.inside.lock().unwrap();
        let thing = inside.0.recv().unwrap();
        inside.1.send(()).unwrap();
        thing
    }
}
