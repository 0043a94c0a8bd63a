//! A lock that is let go between reading and writing loses an update.
//!
//! - done: 4 × "total: 1"
//! - done: 2 × "total: 2"

use std::sync::Mutex;
use std::thread;

static TOTAL: Mutex<u32> = Mutex::new(0);

fn add_one() {
    let seen = *TOTAL.lock().unwrap();
    *TOTAL.lock().unwrap() = seen + 1;
}

pub fn main() {
    let other = thread::spawn(add_one);
    add_one();
    other.join().unwrap();
    println!("total: {}", TOTAL.lock().unwrap());
}
