//! Each thread counts for itself.
//!
//! - done: 1 × "1 1"

use std::cell::Cell;
use std::thread;

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

fn count() -> u32 {
    COUNT.set(COUNT.get() + 1);
    COUNT.get()
}

pub fn main() {
    let other = thread::spawn(count).join().unwrap();
    println!("{other} {}", count());
}
