//! A panic under a lock poisons it; who does not look for that panics as well.
//!
//! - panic: 1 × ""

use std::sync::{Arc, Mutex};
use std::thread;

pub fn main() {
    let total = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&total);
    let fails = thread::spawn(move || {
        let _guard = shared.lock().unwrap();
        panic!("dropped the book");
    });
    assert!(fails.join().is_err());
    println!("{}", total.lock().unwrap());
}
