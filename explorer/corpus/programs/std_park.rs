//! A token that was left before the thread parks is not lost.
//!
//! - done: 1 × "woken"

use std::thread;

pub fn main() {
    let parked = thread::spawn(thread::park);
    parked.thread().unpark();
    parked.join().unwrap();
    println!("woken");
}
