//! Rejected: she does not leave without an answer that is there
//!
//! Does not look before she waits, and misses the ring.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;
pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let hatch = Arc::new((Mutex::new(None), Condvar::new()));
    let theirs = hatch.clone();
    thread::spawn(move || {
        let a = search();
        *theirs.0.lock().unwrap() = Some(a);
        theirs.1.notify_one();
    });
    let place = hatch.0.lock().unwrap();
    let (mut place, time) = hatch.1.wait_timeout(place, patience).unwrap();
    if time.timed_out() {
        return None;
    }
    place.take()
}
