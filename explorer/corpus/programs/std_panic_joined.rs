//! A panic that main takes note of is no failure.
//!
//! - done: 1 × "failed"

use std::thread;

pub fn main() {
    let fails = thread::spawn(|| panic!("no book"));
    println!("{}", if fails.join().is_err() { "failed" } else { "fine" });
}
