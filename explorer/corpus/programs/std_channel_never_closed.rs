//! A receiver waits for the end, but still has a sender itself.
//!
//! - deadlock: 2 × ""

use std::sync::mpsc::channel;
use std::thread;

pub fn main() {
    let (sender, receiver) = channel();
    let own = sender.clone();
    thread::spawn(move || own.send(1).unwrap());
    for _ in receiver {}
    drop(sender);
    println!("done");
}
