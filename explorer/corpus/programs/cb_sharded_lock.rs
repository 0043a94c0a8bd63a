//! As a reader-writer lock.
//!
//! - done: 2 × "2"

use crossbeam_utils::sync::ShardedLock;
use std::thread;

pub fn main() {
    let total = ShardedLock::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *total.write().unwrap() += 1);
        scope.spawn(|| *total.write().unwrap() += 1);
    });
    println!("{}", total.read().unwrap());
}
