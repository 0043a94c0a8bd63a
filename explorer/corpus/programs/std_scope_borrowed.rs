//! Scoped threads leave in main's variables what they have found, and main prints it at the end.
//!
//! - done: 1 × "both have ended\n0 1"
//! - done: 1 × "both have ended\n2 0"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn main() {
    let (mut first, mut second) = (0, 0);
    {
        let total = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| first = total.swap(1, SeqCst));
            s.spawn(|| second = total.swap(2, SeqCst));
        });
    }
    println!("both have ended");
    println!("{first} {second}");
}
