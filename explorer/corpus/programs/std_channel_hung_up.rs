//! A sender finds out that nobody receives any more, or not.
//!
//! - done: 1 × "true"
//! - done: 1 × "false"

use std::sync::mpsc::channel;
use std::thread;

pub fn main() {
    let (sender, receiver) = channel();
    let other = thread::spawn(move || drop(receiver));
    let sent = sender.send(1).is_ok();
    other.join().unwrap();
    println!("{sent}");
}
