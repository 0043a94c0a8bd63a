//! A scope passes on that one of its threads has panicked.
//!
//! - panic: 1 × "" (a scoped thread panicked)

use std::thread;

pub fn main() {
    thread::scope(|scope| {
        scope.spawn(|| panic!("no book"));
    });
}
