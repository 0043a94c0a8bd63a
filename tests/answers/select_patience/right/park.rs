//! The clerk wakes the reader, who looks once when she is woken or has waited.

use parking_lot::Mutex;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let place = Arc::new(Mutex::new(None));
    let (shared, reader) = (Arc::clone(&place), thread::current());
    thread::spawn(move || {
        let answer = search();
        *shared.lock() = Some(answer);
        reader.unpark();
    });
    let until = Instant::now() + patience;
    loop {
        if let Some(answer) = place.lock().take() {
            return Some(answer);
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return None;
        }
        thread::park_timeout(left);
    }
}
