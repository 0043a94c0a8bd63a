//! Two threads add one under a lock, by a read and a write.
//!
//! - done: 2 × "total: 2"

use std::sync::Mutex;
use std::thread;

static TOTAL: Mutex<u32> = Mutex::new(0);

pub fn main() {
    thread::scope(|scope| {
        scope.spawn(|| *TOTAL.lock().unwrap() += 1);
        scope.spawn(|| *TOTAL.lock().unwrap() += 1);
    });
    println!("total: {}", TOTAL.lock().unwrap());
}
