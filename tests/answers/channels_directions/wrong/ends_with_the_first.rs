//! Rejected: it is not closed before all have been closed
//!
//! The first hatch that is closed ends it all.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    let (give, take) = channel();
    for hatch in hatches {
        let out = out.clone();
        thread::spawn(move || carry(hatch, out));
    }
    drop(out);
    thread::spawn(move || {
        while let Ok(Some(thing)) = all.recv() {
            if give.send(thing).is_err() {
                return;
            }
        }
    });
    take
}

fn carry<T>(hatch: Receiver<T>, out: Sender<Option<T>>) {
    for thing in hatch {
        if out.send(Some(thing)).is_err() {
            return;
        }
    }
    let _ = out.send(None);
}
