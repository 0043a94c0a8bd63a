//! Who has given up waiting takes no notification: it wakes the one who still waits.
//!
//! - done: 5 × "done"

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static OPEN: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

pub fn main() {
    let patient = thread::spawn(|| {
        let mut open = OPEN.lock().unwrap();
        while !*open {
            open = CHANGED.wait(open).unwrap();
        }
    });
    let open = OPEN.lock().unwrap();
    let (mut open, waited) = CHANGED.wait_timeout(open, Duration::from_millis(1)).unwrap();
    assert!(waited.timed_out());
    *open = true;
    drop(open);
    CHANGED.notify_one();
    patient.join().unwrap();
    println!("done");
}
