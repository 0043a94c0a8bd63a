//! Who wants to write while it reads waits for itself.
//!
//! - deadlock: 1 × "" (is locked)

use std::sync::RwLock;

pub fn main() {
    let stock = RwLock::new(1);
    let seen = stock.read().unwrap();
    *stock.write().unwrap() = *seen + 1;
}
