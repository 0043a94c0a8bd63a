//! Who waits for a lock for some time gets it, or does not.
//!
//! - done: 2 × "locked"
//! - done: 1 × "time is up"

use parking_lot::Mutex;
use std::thread;
use std::time::Duration;

static DESK: Mutex<()> = Mutex::new(());

pub fn main() {
    let other = thread::spawn(|| drop(DESK.lock()));
    let locked = DESK.try_lock_for(Duration::from_millis(5)).is_some();
    other.join().unwrap();
    println!("{}", if locked { "locked" } else { "time is up" });
}
