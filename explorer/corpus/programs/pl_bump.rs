//! A thread that bumps its guard lets one who waits have its turn.
//!
//! - done: 1 × "0 then 1"
//! - done: 1 × "1 then 1"

use parking_lot::{Mutex, MutexGuard};
use std::thread;

static TOTAL: Mutex<u32> = Mutex::new(0);

pub fn main() {
    let mut total = TOTAL.lock();
    let other = thread::spawn(|| *TOTAL.lock() += 1);
    MutexGuard::bump(&mut total);
    let seen = *total;
    drop(total);
    other.join().unwrap();
    println!("{seen} then {}", TOTAL.lock());
}
