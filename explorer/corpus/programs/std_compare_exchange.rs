//! Two threads add one, each trying again until nobody came between.
//!
//! - done: 6 × "total: 2"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(0);

fn add_one() {
    let mut seen = TOTAL.load(SeqCst);
    while let Err(now) = TOTAL.compare_exchange(seen, seen + 1, SeqCst, SeqCst) {
        seen = now;
    }
}

pub fn main() {
    let other = thread::spawn(add_one);
    add_one();
    other.join().unwrap();
    println!("total: {}", TOTAL.load(SeqCst));
}
