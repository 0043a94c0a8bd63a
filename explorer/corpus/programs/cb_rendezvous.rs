//! Without room, sender and receiver meet.
//!
//! - done: 1 × "7"

use crossbeam_channel::bounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = bounded(0);
    let other = thread::spawn(move || receiver.recv().unwrap());
    sender.send(7).unwrap();
    println!("{}", other.join().unwrap());
}
