//! Rejected: when all have been closed, so is the one
//! Says: a deadlock
//!
//! Whoever waits for the end of `all` has a sender of it in their own hands.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (give, take) = channel();
    thread::spawn(move || {
        let (out, all) = channel();
        for hatch in hatches {
            let out = out.clone();
            thread::spawn(move || hatch.into_iter().try_for_each(|thing| out.send(thing)));
        }
        let _ = all.into_iter().try_for_each(|thing| give.send(thing));
    });
    take
}
