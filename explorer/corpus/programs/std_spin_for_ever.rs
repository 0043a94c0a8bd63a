//! A thread waits in a loop for a flag that nobody sets.
//!
//! - livelock: ""

use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

static READY: AtomicBool = AtomicBool::new(false);

pub fn main() {
    while !READY.load(SeqCst) {
        hint::spin_loop();
    }
}
