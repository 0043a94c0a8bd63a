//! Two threads add one under a lock.
//!
//! - done: 2 × "total: 2"

use parking_lot::Mutex;
use std::thread;

static TOTAL: Mutex<u32> = Mutex::new(0);

pub fn main() {
    thread::scope(|scope| {
        scope.spawn(|| *TOTAL.lock() += 1);
        scope.spawn(|| *TOTAL.lock() += 1);
    });
    println!("total: {}", TOTAL.lock());
}
