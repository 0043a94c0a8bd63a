//! Main waits until two workers are done: a counter, a lock, a condition.

use super::sync::{Arc, Condvar, Mutex};
use super::thread;

pub fn run() -> String {
    let group = Arc::new((Mutex::new(2), Condvar::new()));
    for _ in 0..2 {
        let group = Arc::clone(&group);
        thread::spawn(move || {
            *group.0.lock().unwrap() -= 1;
            group.1.notify_all();
        });
    }
    let mut left = group.0.lock().unwrap();
    while *left > 0 {
        left = group.1.wait(left).unwrap();
    }
    left.to_string()
}
