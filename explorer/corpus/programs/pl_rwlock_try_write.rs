//! A writer that tries finds readers, or nobody; it does not keep anybody out.
//!
//! - done: 2 × "written"
//! - done: 1 × "in vain"

use parking_lot::RwLock;
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let reader = thread::spawn(|| *STOCK.read());
    let written = STOCK.try_write().is_some();
    reader.join().unwrap();
    println!("{}", if written { "written" } else { "in vain" });
}
