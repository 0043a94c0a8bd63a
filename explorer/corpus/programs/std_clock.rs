//! Two sleepers take their time at the same time; the clock shows the longer one.
//!
//! - done: 2 × "10ms"

use std::thread;
use std::time::{Duration, Instant};

pub fn main() {
    let start = Instant::now();
    let other = thread::spawn(|| thread::sleep(Duration::from_millis(4)));
    thread::sleep(Duration::from_millis(10));
    other.join().unwrap();
    println!("{:?}", start.elapsed());
}
