//! One who reads again and again lets go of the lock in between. So a writer who waits cannot keep
//! the other reader out for ever.
//!
//!
//! - done: 302 × "all done"

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
    loop {
        let _reads = STOCK.read().unwrap();
        if READ.load(SeqCst) {
            break;
        }
    }
    writer.join().unwrap();
    reader.join().unwrap();
    println!("all done");
}
