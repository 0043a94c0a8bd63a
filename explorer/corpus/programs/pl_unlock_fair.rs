//! Whoever waits gets the lock that is unlocked fairly; who tries at once may find it taken.
//!
//! - done: 3 × "again"
//! - done: 2 × "taken"

use parking_lot::{Mutex, MutexGuard};
use std::thread;

static DESK: Mutex<()> = Mutex::new(());

pub fn main() {
    let held = DESK.lock();
    let other = thread::spawn(|| drop(DESK.lock()));
    MutexGuard::unlock_fair(held);
    let found = if DESK.try_lock().is_some() { "again" } else { "taken" };
    other.join().unwrap();
    println!("{found}");
}
