//! A lock made of swaps keeps two threads apart where memory is weak, and waiting for it has an end.
//!
//! Model: weak.
//!
//! - done: "total: 2"

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static TOTAL: AtomicU32 = AtomicU32::new(0);

fn add_one() {
    while LOCKED.swap(true, Acquire) {
        thread::yield_now();
    }
    TOTAL.store(TOTAL.load(Relaxed) + 1, Relaxed);
    LOCKED.store(false, Release);
}

pub fn main() {
    let other = thread::spawn(add_one);
    add_one();
    other.join().unwrap();
    println!("total: {}", TOTAL.load(Relaxed));
}
