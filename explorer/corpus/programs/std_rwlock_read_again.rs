//! A writer that waits may keep new readers out, or may not: who reads once more meanwhile may wait
//! for ever.
//!
//! - deadlock: 1 × ""
//! - done: 2 × "read twice"

use std::sync::RwLock;
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let writer = thread::spawn(|| *STOCK.write().unwrap() += 1);
    let outer = STOCK.read().unwrap();
    let inner = STOCK.read().unwrap();
    drop((outer, inner));
    writer.join().unwrap();
    println!("read twice");
}
