//! A sleep is no synchronization: the other thread may still come too late.
//!
//! - done: 3 × "0"
//! - done: 2 × "1"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

static DONE: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    thread::spawn(|| DONE.store(1, SeqCst));
    thread::sleep(Duration::from_secs(1));
    println!("{}", DONE.load(SeqCst));
}
