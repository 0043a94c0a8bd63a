//! An upgrade waits for other readers, and tries in vain while there are any.
//!
//! - done: 4 × "tried in vain"
//! - done: 4 × "upgraded"

use parking_lot::{RwLock, RwLockUpgradableReadGuard};
use std::thread;

static TOTAL: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let reader = thread::spawn(|| *TOTAL.read());
    let upgraded = RwLockUpgradableReadGuard::try_upgrade(TOTAL.upgradable_read()).is_ok();
    reader.join().unwrap();
    println!("{}", if upgraded { "upgraded" } else { "tried in vain" });
}
