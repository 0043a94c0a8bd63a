//! One notification for two who wait: one of them waits for ever.
//!
//! - deadlock: 4 × ""
//! - done: 18 × "all in"

use std::sync::{Condvar, Mutex};
use std::thread;

static OPEN: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn enter() {
    let mut open = OPEN.lock().unwrap();
    while !*open {
        open = CHANGED.wait(open).unwrap();
    }
}

pub fn main() {
    let visitors = [thread::spawn(enter), thread::spawn(enter)];
    *OPEN.lock().unwrap() = true;
    CHANGED.notify_one();
    for visitor in visitors {
        visitor.join().unwrap();
    }
    println!("all in");
}
