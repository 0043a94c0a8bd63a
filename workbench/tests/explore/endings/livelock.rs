//! livelock: main at line 8 goes round for ever: load READY

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    while !READY.load(SeqCst) {}
}
