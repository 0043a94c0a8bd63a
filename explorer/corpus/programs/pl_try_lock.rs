//! Who tries a lock may find it taken.
//!
//! - done: 1 × "taken"
//! - done: 2 × "free"

use parking_lot::Mutex;
use std::thread;

static DESK: Mutex<()> = Mutex::new(());

pub fn main() {
    let other = thread::spawn(|| drop(DESK.lock()));
    let found = if DESK.try_lock().is_some() { "free" } else { "taken" };
    other.join().unwrap();
    println!("{found}");
}
