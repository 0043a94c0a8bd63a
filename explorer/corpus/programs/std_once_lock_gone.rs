//! Two threads offer a value; main keeps a copy of the one that was taken, and drops the cell.
//!
//! - done: 1 × "chosen\nann"
//! - done: 1 × "chosen\nbob"

use std::sync::OnceLock;
use std::thread;

pub fn main() {
    let cell = OnceLock::new();
    thread::scope(|s| {
        s.spawn(|| cell.set("ann").is_ok());
        s.spawn(|| cell.set("bob").is_ok());
    });
    let chosen = *cell.get().unwrap();
    drop(cell);
    println!("chosen");
    println!("{chosen}");
}
