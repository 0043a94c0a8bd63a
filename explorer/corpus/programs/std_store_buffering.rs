//! Each thread stores its own flag and looks at the other: with sequential consistency at least one sees the other.
//!
//! - done: 1 × "0 1"
//! - done: 1 × "1 0"
//! - done: 4 × "1 1"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    let one = thread::spawn(|| {
        X.store(1, SeqCst);
        Y.load(SeqCst)
    });
    let other = thread::spawn(|| {
        Y.store(1, SeqCst);
        X.load(SeqCst)
    });
    println!("{} {}", one.join().unwrap(), other.join().unwrap());
}
