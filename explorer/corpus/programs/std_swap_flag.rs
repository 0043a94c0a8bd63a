//! Two threads swap a flag: exactly one finds it down.
//!
//! - done: 1 × "[false, true]"
//! - done: 1 × "[true, false]"

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static TAKEN: AtomicBool = AtomicBool::new(false);

pub fn main() {
    let one = thread::spawn(|| TAKEN.swap(true, SeqCst));
    let other = thread::spawn(|| TAKEN.swap(true, SeqCst));
    println!("{:?}", [one.join().unwrap(), other.join().unwrap()]);
}
