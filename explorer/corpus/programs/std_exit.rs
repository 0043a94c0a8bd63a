//! A process that exits in one thread ends them all.
//!
//! - exit 3: 1 × ""
//! - exit 3: 1 × "main"
//! - done: 1 × "main"

use std::process;
use std::thread;

pub fn main() {
    thread::spawn(|| process::exit(3));
    println!("main");
}
