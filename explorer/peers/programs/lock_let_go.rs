//! A lock that is let go between reading and writing.

use super::sync::{Arc, Mutex};
use super::thread;

fn add_one(total: &Mutex<u32>) {
    let seen = *total.lock().unwrap();
    *total.lock().unwrap() = seen + 1;
}

pub fn run() -> String {
    let total = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&total);
    let other = thread::spawn(move || add_one(&shared));
    add_one(&total);
    other.join().unwrap();
    let total = *total.lock().unwrap();
    total.to_string()
}
