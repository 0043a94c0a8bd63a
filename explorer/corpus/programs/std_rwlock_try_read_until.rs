//! Once a `try_read` has failed for a waiting writer, it fails until all readers have left: who
//! reads and tries until it can read again goes round for ever.
//!
//! - done: 1 × "read twice"
//! - livelock: ""

use std::sync::RwLock;
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let outer = STOCK.read().unwrap();
    let writer = thread::spawn(|| *STOCK.write().unwrap() += 1);
    while STOCK.try_read().is_err() {}
    drop(outer);
    writer.join().unwrap();
    println!("read twice");
}
