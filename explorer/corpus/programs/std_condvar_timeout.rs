//! A wait with a timeout ends in one way or the other.
//!
//! - done: 6 × "in time"
//! - done: 1 × "too late"

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static READY: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

pub fn main() {
    let other = thread::spawn(|| {
        *READY.lock().unwrap() = true;
        CHANGED.notify_one();
    });
    let ready = READY.lock().unwrap();
    let second = Duration::from_secs(1);
    let (ready, _) = CHANGED.wait_timeout_while(ready, second, |ready| !*ready).unwrap();
    let text = if *ready { "in time" } else { "too late" };
    drop(ready);
    other.join().unwrap();
    println!("{text}");
}
