//! The holder never lets go: time is up.
//!
//! Model: idle.
//!
//! - done: 1 × "time is up at 5ms"

use parking_lot::Mutex;
use std::time::{Duration, Instant};

static DESK: Mutex<()> = Mutex::new(());

pub fn main() {
    let start = Instant::now();
    let _held = DESK.lock();
    if DESK.try_lock_until(start + Duration::from_millis(5)).is_none() {
        println!("time is up at {:?}", start.elapsed());
    }
}
