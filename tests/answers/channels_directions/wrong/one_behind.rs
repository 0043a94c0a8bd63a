//! Rejected: nothing is held up by a silent first hatch
//!
//! Keeps each thing until the next one comes.

use std::sync::mpsc::{Receiver, channel};
use std::thread;
pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    for hatch in hatches {
        let out = out.clone();
        thread::spawn(move || {
            let mut held: Option<T> = None;
            for thing in hatch {
                if let Some(t) = held.replace(thing) {
                    if out.send(t).is_err() {
                        return;
                    }
                }
            }
            if let Some(t) = held {
                let _ = out.send(t);
            }
        });
    }
    all
}
