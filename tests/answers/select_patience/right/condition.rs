//! A place for the answer, and a condition.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let place = Arc::new((Mutex::new(None), Condvar::new()));
    let shared = Arc::clone(&place);
    thread::spawn(move || {
        let answer = search();
        *shared.0.lock().unwrap() = Some(answer);
        shared.1.notify_one();
    });
    let answer = place.0.lock().unwrap();
    let is_missing = |answer: &mut Option<T>| answer.is_none();
    let (mut answer, _) = place
        .1
        .wait_timeout_while(answer, patience, is_missing)
        .unwrap();
    answer.take()
}
