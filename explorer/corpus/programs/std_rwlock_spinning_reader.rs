//! One who reads goes round until another has read, whom a waiting writer may keep out all the
//! while.
//!
//! - done: 12 × "all done"
//! - livelock: ""

use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);
static READ: AtomicBool = AtomicBool::new(false);

pub fn main() {
    let writer = thread::spawn(|| *STOCK.write().unwrap() += 1);
    let reader = thread::spawn(|| {
        drop(STOCK.read().unwrap());
        READ.store(true, SeqCst);
    });
    let reads = STOCK.read().unwrap();
    while !READ.load(SeqCst) {}
    drop(reads);
    writer.join().unwrap();
    reader.join().unwrap();
    println!("all done");
}
