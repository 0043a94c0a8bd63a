//! One call wakes both.
//!
//! - done: 22 × "all in"

use std::sync::{Condvar, Mutex};
use std::thread;

static OPEN: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn enter() {
    let open = OPEN.lock().unwrap();
    drop(CHANGED.wait_while(open, |open| !*open).unwrap());
}

pub fn main() {
    let visitors = [thread::spawn(enter), thread::spawn(enter)];
    *OPEN.lock().unwrap() = true;
    CHANGED.notify_all();
    for visitor in visitors {
        visitor.join().unwrap();
    }
    println!("all in");
}
