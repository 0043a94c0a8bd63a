//! A loop that backs off until a flag is set.
//!
//! - done: "seen"

use crossbeam_utils::Backoff;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);

pub fn main() {
    let waiter = thread::spawn(|| {
        let backoff = Backoff::new();
        while !READY.load(SeqCst) {
            backoff.snooze();
        }
        println!("seen");
    });
    READY.store(true, SeqCst);
    waiter.join().unwrap();
}
