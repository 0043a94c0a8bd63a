//! A writer that waits keeps new readers out: who reads once more meanwhile waits for ever.
//!
//! - done: 4 × "read twice"
//! - deadlock: 1 × "" (has a waiting writer; is being read)

use parking_lot::RwLock;
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let writer = thread::spawn(|| *STOCK.write() += 1);
    let outer = STOCK.read();
    let inner = STOCK.read();
    drop((outer, inner));
    writer.join().unwrap();
    println!("read twice");
}
