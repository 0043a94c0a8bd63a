//! Two threads take two locks in opposite order.
//!
//! - done: 4 × "done"
//! - deadlock: 2 × "" (has not ended; is locked; is locked)

use std::sync::Mutex;
use std::thread;

static LEFT: Mutex<u32> = Mutex::new(0);
static RIGHT: Mutex<u32> = Mutex::new(0);

pub fn main() {
    let one = thread::spawn(|| {
        let left = LEFT.lock().unwrap();
        let right = RIGHT.lock().unwrap();
        drop((right, left));
    });
    let other = thread::spawn(|| {
        let right = RIGHT.lock().unwrap();
        let left = LEFT.lock().unwrap();
        drop((left, right));
    });
    one.join().unwrap();
    other.join().unwrap();
    println!("done");
}
