//! The place for the answer is hers; when she has gone the clerk finds none.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;
pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let hatch = Arc::new((Mutex::new(None), Condvar::new()));
    let weak = Arc::downgrade(&hatch);
    thread::spawn(move || {
        let answer = search();
        if let Some(hatch) = weak.upgrade() {
            *hatch.0.lock().unwrap() = Some(answer);
            hatch.1.notify_one();
        }
    });
    let (place, bell) = &*hatch;
    let (mut place, _) = bell
        .wait_timeout_while(place.lock().unwrap(), patience, |p| p.is_none())
        .unwrap();
    place.take()
}
