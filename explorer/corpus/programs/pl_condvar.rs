//! A thread waits in a loop until another has said that it is ready.
//!
//! - done: 4 × "ready"

use parking_lot::{Condvar, Mutex};
use std::thread;

static READY: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

pub fn main() {
    let other = thread::spawn(|| {
        *READY.lock() = true;
        CHANGED.notify_one();
    });
    let mut ready = READY.lock();
    CHANGED.wait_while(&mut ready, |ready| !*ready);
    drop(ready);
    other.join().unwrap();
    println!("ready");
}
