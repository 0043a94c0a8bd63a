//! A thread waits in a loop until another has said that it is ready.

use super::sync::{Arc, Condvar, Mutex};
use super::thread;

pub fn run() -> String {
    let shared = Arc::new((Mutex::new(0), Condvar::new()));
    let other = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            *shared.0.lock().unwrap() += 1;
            shared.1.notify_one();
            *shared.0.lock().unwrap() += 1;
        })
    };
    let mut ready = shared.0.lock().unwrap();
    while *ready == 0 {
        ready = shared.1.wait(ready).unwrap();
    }
    let seen = *ready;
    drop(ready);
    other.join().unwrap();
    seen.to_string()
}
