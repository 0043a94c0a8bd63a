//! A writer that goes on as a reader reads what it has written.
//!
//! - done: 1 × "true\n5"
//! - done: 1 × "true\n6"

use std::sync::{RwLock, RwLockWriteGuard};
use std::thread;

pub fn main() {
    let lock = RwLock::new(0);
    thread::scope(|s| {
        s.spawn(|| *lock.write().unwrap() = 5);
        let mut guard = lock.write().unwrap();
        *guard += 1;
        let written = *guard;
        let guard = RwLockWriteGuard::downgrade(guard);
        println!("{}", written == *guard);
    });
    println!("{}", lock.into_inner().unwrap());
}
