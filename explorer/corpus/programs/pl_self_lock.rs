//! A thread locks what it has locked already.
//!
//! - deadlock: 1 × "" (is locked)

use parking_lot::Mutex;

pub fn main() {
    let total = Mutex::new(0);
    let first = total.lock();
    let second = total.lock();
    println!("{first} {second}");
}
