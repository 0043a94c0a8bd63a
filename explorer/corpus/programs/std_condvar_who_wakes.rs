//! One notification, two who wait: it may be either one who wakes.
//!
//! - exit: 11 × "ann is in"
//! - exit: 11 × "ben is in"

use std::sync::{Condvar, Mutex};
use std::thread;

static OPEN: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn enter(name: &str) {
    let mut open = OPEN.lock().unwrap();
    while !*open {
        open = CHANGED.wait(open).unwrap();
    }
    println!("{name} is in");
    std::process::exit(0);
}

pub fn main() {
    let visitors = ["ann", "ben"].map(|name| thread::spawn(move || enter(name)));
    *OPEN.lock().unwrap() = true;
    CHANGED.notify_one();
    for visitor in visitors {
        visitor.join().unwrap();
    }
}
