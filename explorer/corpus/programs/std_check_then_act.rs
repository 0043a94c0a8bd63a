//! Two threads find that the last seat is free, and both take it.
//!
//! - done: 2 × "1 sold"
//! - done: 4 × "2 sold"

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::thread;

static SEATS: AtomicI32 = AtomicI32::new(1);

fn sell() -> i32 {
    if SEATS.load(SeqCst) > 0 {
        SEATS.fetch_sub(1, SeqCst);
        return 1;
    }
    0
}

pub fn main() {
    let other = thread::spawn(sell);
    let mine = sell();
    println!("{} sold", mine + other.join().unwrap());
}
