//! Any channel will do if each book comes with a receipt.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

pub struct Hatch<T> {
    outside: Sender<(T, Sender<()>)>,
    inside: Mutex<Receiver<(T, Sender<()>)>>,
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
        let (receipt, taken) = channel();
        self.outside.send((thing, receipt)).unwrap();
        taken.recv().unwrap();
    }

    pub fn take(&self) -> T {
        let (thing, receipt) = self.inside.lock().unwrap().recv().unwrap();
        receipt.send(()).unwrap();
        thing
    }
}
