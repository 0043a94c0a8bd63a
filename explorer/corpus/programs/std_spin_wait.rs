//! A thread waits in a loop until another has set a flag: a cycle, but a fair scheduler gets out of it.
//!
//! - done: "seen"

use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);

pub fn main() {
    let waiter = thread::spawn(|| {
        while !READY.load(SeqCst) {
            hint::spin_loop();
        }
        println!("seen");
    });
    READY.store(true, SeqCst);
    waiter.join().unwrap();
}
