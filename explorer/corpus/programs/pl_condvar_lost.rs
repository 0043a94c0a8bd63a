//! Who waits without looking first may wait for a notification that came before.
//!
//! - done: 1 × "true"
//! - deadlock: 2 × "" (is not notified)

use parking_lot::{Condvar, Mutex};
use std::thread;

static DESK: Mutex<()> = Mutex::new(());
static CALLED: Condvar = Condvar::new();

pub fn main() {
    let other = thread::spawn(|| CALLED.notify_one());
    CALLED.wait(&mut DESK.lock());
    println!("{}", other.join().unwrap());
}
