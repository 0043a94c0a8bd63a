//! Three threads add one, each by a load and a store: 90 orders, of which 6 do not mix them.
//!
//! - done: 6 × "total: 3"
//! - done: 36 × "total: 2"
//! - done: 48 × "total: 1"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| TOTAL.store(TOTAL.load(SeqCst) + 1, SeqCst));
        }
    });
    println!("total: {}", TOTAL.load(SeqCst));
}
