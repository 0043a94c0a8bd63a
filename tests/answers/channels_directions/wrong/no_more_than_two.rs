//! Rejected: there may be three hatches
//!
//! There were two in the story.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    for hatch in hatches.into_iter().take(2) {
        let out = out.clone();
        thread::spawn(move || {
            for thing in hatch {
                if out.send(thing).is_err() {
                    return;
                }
            }
        });
    }
    all
}
