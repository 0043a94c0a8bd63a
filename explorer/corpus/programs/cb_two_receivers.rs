//! Two receivers share the messages: each message goes to one of them.
//!
//! - done: 10 × "0 2"
//! - done: 8 × "1 1"
//! - done: 2 × "2 0"

use crossbeam_channel::unbounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = unbounded();
    let shared = receiver.clone();
    let other = thread::spawn(move || shared.iter().count());
    sender.send(()).unwrap();
    sender.send(()).unwrap();
    drop(sender);
    let mine = receiver.iter().count();
    println!("{mine} {}", other.join().unwrap());
}
