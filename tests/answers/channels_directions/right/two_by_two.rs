//! Two are merged into one, and that with the next.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let nothing = channel().1;
    hatches.into_iter().fold(nothing, |one, other| {
        let (out, both) = channel();
        for hatch in [one, other] {
            let out = out.clone();
            thread::spawn(move || {
                let _ = hatch.into_iter().try_for_each(|thing| out.send(thing));
            });
        }
        both
    })
}
