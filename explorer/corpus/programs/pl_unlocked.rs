//! Others get in while a guard is unlocked for a call.
//!
//! - done: 1 × "0"
//! - done: 1 × "1"

use parking_lot::{Mutex, MutexGuard};
use std::thread;

static TOTAL: Mutex<u32> = Mutex::new(0);

pub fn main() {
    let mut total = TOTAL.lock();
    let other = thread::spawn(|| *TOTAL.lock() += 1);
    MutexGuard::unlocked(&mut total, || ());
    println!("{}", *total);
    drop(total);
    other.join().unwrap();
}
