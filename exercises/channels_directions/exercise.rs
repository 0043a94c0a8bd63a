//! Through each of several hatches come books, one after the other, and the librarian wants to stand
//! at one. What comes through any of them comes out there, once, as soon as it has come; what came
//! through the same hatch keeps its order. When all of them have been closed, so is the one. When
//! nobody receives from it any more, the hatches are given up: a book that still comes may be lost,
//! and the next one cannot be sent. Whoever waits sleeps.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Where everything comes out that comes through any of these.
pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    // TODO: one hatch after the other.
    let (out, all) = channel();
    thread::spawn(move || {
        for hatch in hatches {
            for thing in hatch {
                out.send(thing).unwrap();
            }
        }
    });
    all
}
