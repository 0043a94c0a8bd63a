//! A ring for nothing does not put off the end: what is left of the time is waited for, not all of it
//! again.
//!
//! - done: 4 × "rung after 4ms, told after 5ms"
//! - done: 16 × "rung after 5ms, told after 5ms"
//! - done: 3 × "rung after 9ms, told after 5ms"
//! - done: 3 × "rung after 9ms, told after 9ms"

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

static READY: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();

pub fn main() {
    let begin = Instant::now();
    let ready = READY.lock().unwrap();
    let clerk = thread::spawn(move || {
        // Whoever gets in has let main begin to wait.
        drop(READY.lock().unwrap());
        thread::sleep(Duration::from_millis(4));
        let rung = begin.elapsed();
        BELL.notify_all();
        rung
    });
    let limit = Duration::from_millis(5);
    drop(
        BELL.wait_timeout_while(ready, limit, |ready| !*ready)
            .unwrap(),
    );
    let told = begin.elapsed();
    let rung = clerk.join().unwrap();
    println!("rung after {rung:?}, told after {told:?}");
}
