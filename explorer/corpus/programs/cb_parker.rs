//! Two tokens that come one after the other may be one: then the second park waits for ever.
//!
//! - deadlock: 1 × "" (has no token)
//! - done: 1 × "twice"

use crossbeam_utils::sync::Parker;
use std::thread;

pub fn main() {
    let parker = Parker::new();
    let unparker = parker.unparker().clone();
    thread::spawn(move || {
        unparker.unpark();
        unparker.unpark();
    });
    parker.park();
    parker.park();
    println!("twice");
}
