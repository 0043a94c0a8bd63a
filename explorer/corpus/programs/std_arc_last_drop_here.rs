//! The destructor of the last pointer changes nothing but a variable of the thread that runs it.
//!
//! - done: 1 × "dropped here: false"
//! - done: 1 × "dropped here: true"

use std::cell::Cell;
use std::sync::Arc;
use std::thread;

thread_local! {
    static DROPPED: Cell<bool> = const { Cell::new(false) };
}

struct Quiet;

impl Drop for Quiet {
    fn drop(&mut self) {
        DROPPED.set(true);
    }
}

pub fn main() {
    let mine = Arc::new(Quiet);
    let theirs = Arc::clone(&mine);
    let other = thread::spawn(move || drop(theirs));
    drop(mine);
    other.join().unwrap();
    println!("dropped here: {}", DROPPED.get());
}
