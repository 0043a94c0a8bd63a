//! Nobody wakes the parked thread.
//!
//! - deadlock: 1 × ""

use std::thread;

pub fn main() {
    thread::park();
}
