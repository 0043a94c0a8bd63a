//! A writer that unlocks fairly hands over to whoever waits.
//!
//! - done: 5 × "1 1"
//! - done: 1 × "1 2"

use parking_lot::{RwLock, RwLockWriteGuard};
use std::thread;

static TOTAL: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let mut total = TOTAL.write();
    let reader = thread::spawn(|| *TOTAL.read());
    *total = 1;
    RwLockWriteGuard::unlock_fair(total);
    *TOTAL.write() = 2;
    println!("1 {}", reader.join().unwrap());
}
