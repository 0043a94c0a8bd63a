//! Of two upgradable reads one waits for the other, so that no update is lost.
//!
//! - done: 2 × "2"

use parking_lot::{RwLock, RwLockUpgradableReadGuard};
use std::thread;

static TOTAL: RwLock<u32> = RwLock::new(0);

fn add_one() {
    let seen = TOTAL.upgradable_read();
    let next = *seen + 1;
    *RwLockUpgradableReadGuard::upgrade(seen) = next;
}

pub fn main() {
    let other = thread::spawn(add_one);
    add_one();
    other.join().unwrap();
    println!("{}", TOTAL.read());
}
