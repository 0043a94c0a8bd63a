//! Who waits without looking first may wait for a notification that came before.

use super::sync::{Arc, Condvar, Mutex};
use super::thread;

pub fn run() -> String {
    let shared = Arc::new((Mutex::new(()), Condvar::new()));
    let other = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || shared.1.notify_one())
    };
    drop(shared.1.wait(shared.0.lock().unwrap()).unwrap());
    other.join().unwrap();
    "woken".to_owned()
}
