//! Rejected: she does not leave without an answer that is there

use std::thread;
use std::time::{Duration, Instant};
pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let clerk = thread::spawn(search);
    let until = Instant::now() + patience;
    while !clerk.is_finished() {
        if Instant::now() >= until {
            return None;
        }
        thread::sleep(Duration::from_millis(1));
    }
    clerk.join().ok()
}
