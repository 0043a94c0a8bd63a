//! A thread locks what it has locked already.
//!
//! - deadlock: 1 × "" (is locked)

use std::sync::Mutex;

pub fn main() {
    let total = Mutex::new(0);
    let first = total.lock().unwrap();
    let second = total.lock().unwrap();
    println!("{} {}", first, second);
}
