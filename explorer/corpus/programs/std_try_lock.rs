//! Who tries a lock may find it taken.
//!
//! - done: 1 × "taken"
//! - done: 2 × "free"

use std::sync::Mutex;
use std::thread;

static DESK: Mutex<()> = Mutex::new(());

pub fn main() {
    let other = thread::spawn(|| drop(DESK.lock().unwrap()));
    let found = if DESK.try_lock().is_ok() { "free" } else { "taken" };
    other.join().unwrap();
    println!("{found}");
}
