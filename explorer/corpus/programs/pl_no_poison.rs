//! A panic under a lock poisons nothing: others go on with what was left behind.
//!
//! - done: 1 × "half"

use parking_lot::Mutex;
use std::thread;

static WORK: Mutex<&str> = Mutex::new("none");

pub fn main() {
    let fails = thread::spawn(|| {
        let mut work = WORK.lock();
        *work = "half";
        panic!("dropped the book");
    });
    assert!(fails.join().is_err());
    println!("{}", WORK.lock());
}
