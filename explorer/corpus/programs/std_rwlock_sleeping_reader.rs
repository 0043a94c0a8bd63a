//! One who reads and sleeps keeps a writer waiting, who may keep another reader out until then.
//!
//! Model: idle.
//!
//! - done: 2 × "sees 0"
//! - done: 1 × "sees 1"

use std::sync::RwLock;
use std::thread;
use std::time::Duration;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let reads = STOCK.read().unwrap();
    let writer = thread::spawn(|| *STOCK.write().unwrap() += 1);
    let reader = thread::spawn(|| *STOCK.read().unwrap());
    thread::sleep(Duration::from_millis(10));
    drop(reads);
    writer.join().unwrap();
    println!("sees {}", reader.join().unwrap());
}
