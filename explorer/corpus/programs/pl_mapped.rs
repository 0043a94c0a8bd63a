//! A guard of a part keeps the whole locked.
//!
//! - done: 1 × "(2, 1)"

use parking_lot::{Mutex, MutexGuard};

static PAIR: Mutex<(u32, u32)> = Mutex::new((1, 1));

pub fn main() {
    let mut part = MutexGuard::map(PAIR.lock(), |pair| &mut pair.0);
    *part += 1;
    assert!(PAIR.try_lock().is_none());
    drop(part);
    println!("{:?}", *PAIR.lock());
}
