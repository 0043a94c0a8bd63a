//! The original sender is dropped by a thread that waits for all the others.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    thread::spawn(move || {
        thread::scope(|scope| {
            let out = &out;
            for hatch in hatches {
                scope.spawn(move || hatch.into_iter().try_for_each(|thing| out.send(thing)));
            }
        });
    });
    all
}
