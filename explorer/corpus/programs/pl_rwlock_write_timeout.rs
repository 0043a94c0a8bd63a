//! A writer that gives up lets readers in again.
//!
//! - done: 1 × "in vain, 0"

use parking_lot::RwLock;
use std::time::Duration;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let reader = STOCK.read();
    let written = STOCK.try_write_for(Duration::from_secs(1)).is_some();
    let again = STOCK.read();
    println!("{}, {}", if written { "written" } else { "in vain" }, *again);
    drop(reader);
}
