//! Two threads add one, each by a load and a store.
//!
//! Of the 6 orders of two loads and two stores, 2 do not mix them.
//!
//! - done: 2 × "total: 2"
//! - done: 4 × "total: 1"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(0);

fn add_one() {
    let seen = TOTAL.load(SeqCst);
    TOTAL.store(seen + 1, SeqCst);
}

pub fn main() {
    let other = thread::spawn(add_one);
    let another = thread::spawn(add_one);
    other.join().unwrap();
    another.join().unwrap();
    println!("total: {}", TOTAL.load(SeqCst));
}
