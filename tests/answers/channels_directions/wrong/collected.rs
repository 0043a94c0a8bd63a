//! Rejected: nothing is held up by a silent first hatch
//! Says: a deadlock
//!
//! Everything is there before the first comes out.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    let collect = |hatch: Receiver<T>| thread::spawn(|| hatch.into_iter().collect::<Vec<T>>());
    let helpers: Vec<_> = hatches.into_iter().map(collect).collect();
    for helper in helpers {
        for thing in helper.join().unwrap() {
            out.send(thing).unwrap();
        }
    }
    all
}
