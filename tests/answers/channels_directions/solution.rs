use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Where everything comes out that comes through any of these.
pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    for hatch in hatches {
        let out = out.clone();
        thread::spawn(move || {
            for thing in hatch {
                // Nobody receives any more: this hatch is given up as well.
                if out.send(thing).is_err() {
                    return;
                }
            }
        });
    }
    all
}
