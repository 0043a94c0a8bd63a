//! Whether a thread has ended depends on when one looks.
//!
//! - done: 1 × "true"
//! - done: 1 × "false"

use std::thread;

pub fn main() {
    let other = thread::spawn(|| ());
    let ended = other.is_finished();
    other.join().unwrap();
    println!("{ended}");
}
