//! Rejected: nothing is held up by a silent first hatch
//! Says: a deadlock
//!
//! One book from each, in turn.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(mut hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    thread::spawn(move || {
        while !hatches.is_empty() {
            hatches.retain(|hatch| hatch.recv().is_ok_and(|thing| out.send(thing).is_ok()));
        }
    });
    all
}
