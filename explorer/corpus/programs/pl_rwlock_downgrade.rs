//! Between writing and reading on, no other writer comes in.
//!
//! - done: 4 × "1"

use parking_lot::{RwLock, RwLockWriteGuard};
use std::thread;

static TOTAL: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let other = thread::spawn(|| *TOTAL.write() = 7);
    let mut total = TOTAL.write();
    *total = 1;
    let seen = RwLockWriteGuard::downgrade(total);
    println!("{}", *seen);
    drop(seen);
    other.join().unwrap();
}
