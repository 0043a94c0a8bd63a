//! A lock made of a flag keeps two threads apart.
//!
//! - done: "total: 2"

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static TOTAL: AtomicU32 = AtomicU32::new(0);

fn add_one() {
    while LOCKED.swap(true, SeqCst) {
        thread::yield_now();
    }
    TOTAL.store(TOTAL.load(SeqCst) + 1, SeqCst);
    LOCKED.store(false, SeqCst);
}

pub fn main() {
    let other = thread::spawn(add_one);
    add_one();
    other.join().unwrap();
    println!("total: {}", TOTAL.load(SeqCst));
}
