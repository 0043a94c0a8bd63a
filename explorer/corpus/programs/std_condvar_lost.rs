//! Who waits without looking first may wait for a notification that came before.
//!
//! - done: 1 × "woken"
//! - deadlock: 2 × "" (is not notified)

use std::sync::{Condvar, Mutex};
use std::thread;

static DESK: Mutex<()> = Mutex::new(());
static CALLED: Condvar = Condvar::new();

pub fn main() {
    let other = thread::spawn(|| CALLED.notify_one());
    drop(CALLED.wait(DESK.lock().unwrap()).unwrap());
    other.join().unwrap();
    println!("woken");
}
