//! While one reads and a writer waits, another who tries to read may have to go without.
//!
//! - done: 1 × "0 books"
//! - done: 1 × "would block"

use std::sync::{RwLock, TryLockError};
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let outer = STOCK.read().unwrap();
    let writer = thread::spawn(|| *STOCK.write().unwrap() += 1);
    let tried = STOCK.try_read();
    let found = match &tried {
        Ok(stock) => format!("{} books", **stock),
        Err(TryLockError::WouldBlock) => "would block".to_owned(),
        Err(TryLockError::Poisoned(_)) => "poisoned".to_owned(),
    };
    drop((outer, tried));
    writer.join().unwrap();
    println!("{found}");
}
