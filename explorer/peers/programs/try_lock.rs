//! Who tries a lock may find it taken.

use super::sync::{Arc, Mutex};
use super::thread;

pub fn run() -> String {
    let desk = Arc::new(Mutex::new(()));
    let shared = Arc::clone(&desk);
    let other = thread::spawn(move || drop(shared.lock().unwrap()));
    let free = desk.try_lock().is_ok();
    other.join().unwrap();
    free.to_string()
}
