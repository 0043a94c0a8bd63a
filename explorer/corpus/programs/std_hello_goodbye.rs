//! Two lines in one order or the other.
//!
//! - done: 1 × "hello\ngoodbye"
//! - done: 1 × "goodbye\nhello"

use std::thread;

pub fn main() {
    let hello = thread::spawn(|| println!("hello"));
    let goodbye = thread::spawn(|| println!("goodbye"));
    hello.join().unwrap();
    goodbye.join().unwrap();
}
