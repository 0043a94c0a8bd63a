//! Rejected: whoever gives and finds nobody sleeps

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub struct Hatch<T> {
    outside: Mutex<(Sender<T>, u64)>,
    inside: Mutex<Receiver<T>>,
    taken: AtomicU64,
}

impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        let (outside, inside) = channel();
        Hatch {
            outside: Mutex::new((outside, 0)),
            inside: Mutex::new(inside),
            taken: AtomicU64::new(0),
        }
    }

    pub fn give(&self, thing: T) {
        let mut outside = self.outside.lock().unwrap();
        outside.0.send(thing).unwrap();
        outside.1 += 1;
        let mine = outside.1;
        drop(outside);
        while self.taken.load(SeqCst) < mine {
            thread::yield_now();
        }
    }

    pub fn take(&self) -> T {
        let thing = self.inside.lock().unwrap().recv().unwrap();
        self.taken.fetch_add(1, SeqCst);
        thing
    }
}
