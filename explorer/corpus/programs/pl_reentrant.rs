//! The owner may lock again; others wait until it has let go of all its guards.
//!
//! - done: 2 × "2"

use parking_lot::ReentrantMutex;
use std::cell::Cell;
use std::thread;

static TOTAL: ReentrantMutex<Cell<u32>> = ReentrantMutex::new(Cell::new(0));

fn add_one() {
    let outer = TOTAL.lock();
    let seen = outer.get();
    let inner = TOTAL.lock();
    inner.set(seen + 1);
}

pub fn main() {
    let other = thread::spawn(add_one);
    add_one();
    other.join().unwrap();
    println!("{}", TOTAL.lock().get());
}
