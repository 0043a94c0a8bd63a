//! Who looks only once may wake although it is not ready: std allows that.
//!
//! Model: spurious.
//!
//! - done: 1 × "false"
//! - done: 6 × "true"

use std::sync::{Condvar, Mutex};
use std::thread;

static READY: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

pub fn main() {
    let other = thread::spawn(|| {
        *READY.lock().unwrap() = true;
        CHANGED.notify_one();
    });
    let mut ready = READY.lock().unwrap();
    if !*ready {
        ready = CHANGED.wait(ready).unwrap();
    }
    let seen = *ready;
    drop(ready);
    other.join().unwrap();
    println!("{seen}");
}
