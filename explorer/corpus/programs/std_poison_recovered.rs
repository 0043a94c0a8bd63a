//! A poisoned lock can be used all the same.
//!
//! - done: 1 × "1"

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

pub fn main() {
    let total = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&total);
    let fails = thread::spawn(move || {
        let mut guard = shared.lock().unwrap();
        *guard = 1;
        panic!("dropped the book");
    });
    assert!(fails.join().is_err());
    println!("{}", total.lock().unwrap_or_else(PoisonError::into_inner));
}
