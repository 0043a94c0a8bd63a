//! A token that is left before the thread parks is not lost.

use super::sync::Arc;
use super::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::thread;

pub fn run() -> String {
    let seen = Arc::new(AtomicU32::new(0));
    let shared = Arc::clone(&seen);
    let parked = thread::spawn(move || {
        thread::park();
        shared.load(SeqCst)
    });
    parked.thread().unpark();
    seen.store(1, SeqCst);
    parked.join().unwrap().to_string()
}
