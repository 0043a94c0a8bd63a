//! Two threads take two locks in the same order.
//!
//! - done: 2 × "done"

use std::sync::Mutex;
use std::thread;

static LEFT: Mutex<u32> = Mutex::new(0);
static RIGHT: Mutex<u32> = Mutex::new(0);

fn both() {
    let left = LEFT.lock().unwrap();
    let right = RIGHT.lock().unwrap();
    drop((right, left));
}

pub fn main() {
    let one = thread::spawn(both);
    let other = thread::spawn(both);
    one.join().unwrap();
    other.join().unwrap();
    println!("done");
}
