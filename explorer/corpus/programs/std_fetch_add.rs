//! Two threads add one in a single step.
//!
//! - done: 2 × "total: 2"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    thread::scope(|scope| {
        scope.spawn(|| TOTAL.fetch_add(1, SeqCst));
        scope.spawn(|| TOTAL.fetch_add(1, SeqCst));
    });
    println!("total: {}", TOTAL.load(SeqCst));
}
