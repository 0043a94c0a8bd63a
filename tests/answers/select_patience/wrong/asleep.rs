//! Rejected: she leaves although the clerk is still looking
//!
//! Sleeps as long as she is patient, and then waits all the same.

use std::thread;
use std::time::Duration;

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let clerk = thread::spawn(search);
    thread::sleep(patience);
    clerk.join().ok()
}
