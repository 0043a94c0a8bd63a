//! How many messages there are depends on when one looks.
//!
//! - done: 1 × "0"
//! - done: 1 × "1"

use crossbeam_channel::unbounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = unbounded();
    let other = thread::spawn(move || {
        sender.send(()).unwrap();
        sender
    });
    let seen = receiver.len();
    other.join().unwrap();
    println!("{seen}");
}
