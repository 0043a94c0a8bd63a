//! Two lists that are equal, and yet not: one of them has had more in it.
//!
//! - done: 1 × "0"
//! - done: 1 × "100"

use std::sync::Mutex;
use std::thread;

pub fn main() {
    let list = Mutex::new(Vec::<u8>::new());
    thread::scope(|s| {
        s.spawn(|| list.lock().unwrap().reserve_exact(100));
        s.spawn(|| *list.lock().unwrap() = Vec::new());
    });
    let room = list.lock().unwrap().capacity();
    println!("{room}");
}
