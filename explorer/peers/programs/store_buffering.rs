//! Each thread stores its own flag and looks at the other's.

use super::sync::Arc;
use super::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::thread;

pub fn run() -> String {
    let flags = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
    let shared = Arc::clone(&flags);
    let other = thread::spawn(move || {
        shared[0].store(1, SeqCst);
        shared[1].load(SeqCst)
    });
    flags[1].store(1, SeqCst);
    let mine = flags[0].load(SeqCst);
    format!("{mine} {}", other.join().unwrap())
}
