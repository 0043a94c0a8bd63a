//! On a machine with time to spare, the sleep seems to work.
//!
//! Model: idle.
//!
//! - done: 1 × "1"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

static DONE: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    thread::spawn(|| DONE.store(1, SeqCst));
    thread::sleep(Duration::from_secs(1));
    println!("{}", DONE.load(SeqCst));
}
