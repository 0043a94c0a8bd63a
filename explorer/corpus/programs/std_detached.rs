//! Main may return before the other thread has printed anything.
//!
//! - done: 1 × ""
//! - done: 1 × "hello"

use std::thread;

pub fn main() {
    thread::spawn(|| println!("hello"));
}
