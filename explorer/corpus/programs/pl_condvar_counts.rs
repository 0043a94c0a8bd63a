//! A notification says how many it has woken.
//!
//! - done: 4 × "0"
//! - done: 1 × "1"

use parking_lot::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static DESK: Mutex<()> = Mutex::new(());
static CALLED: Condvar = Condvar::new();

pub fn main() {
    let waiter = thread::spawn(|| {
        CALLED.wait_for(&mut DESK.lock(), Duration::from_secs(1));
    });
    let woken = CALLED.notify_all();
    waiter.join().unwrap();
    println!("{woken}");
}
