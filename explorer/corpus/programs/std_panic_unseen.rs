//! A panic of a thread that nobody joins.
//!
//! - panic: 2 × "done"
//! - done: 1 × "done"

use std::thread;

pub fn main() {
    thread::spawn(|| panic!("no book"));
    println!("done");
}
