//! Waits for a value that another thread makes.
//!
//! - deadlock: 1 × "7 true"

use std::sync::OnceLock;
use std::thread;

pub fn main() {
    let (cell, never) = (OnceLock::new(), OnceLock::<u32>::new());
    thread::scope(|s| {
        s.spawn(|| cell.set(7).is_ok());
        println!("{} {}", cell.wait(), cell == cell.clone());
    });
    never.wait();
}
