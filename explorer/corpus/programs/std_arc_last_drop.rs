//! Whoever drops the last pointer runs the destructor.
//!
//! Each of the two threads may be the last.
//!
//! - done: 1 × "main is the last"
//! - done: 1 × "the other is the last"

use std::sync::Arc;
use std::thread;

struct Loud;

impl Drop for Loud {
    fn drop(&mut self) {
        let main = thread::current().name() == Some("main");
        println!("{}", if main { "main is the last" } else { "the other is the last" });
    }
}

pub fn main() {
    let mine = Arc::new(Loud);
    let theirs = Arc::clone(&mine);
    let other = thread::spawn(move || drop(theirs));
    drop(mine);
    other.join().unwrap();
}
