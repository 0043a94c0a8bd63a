//! A `compare_exchange_weak` that is not in a loop may fail for no reason.
//!
//! Model: spurious.
//!
//! - done: 2 × "false false"
//! - done: 2 × "false true"
//! - done: 2 × "true false"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn main() {
    let taken = AtomicU32::new(0);
    let take = |me| taken.compare_exchange_weak(0, me, SeqCst, SeqCst).is_ok();
    thread::scope(|s| {
        let other = s.spawn(|| take(1));
        let mine = take(2);
        println!("{mine} {}", other.join().unwrap());
    });
}
