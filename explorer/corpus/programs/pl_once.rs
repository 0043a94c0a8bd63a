//! Two threads: it is done once, and both see it done.
//!
//! - done: 4 × "1"

use parking_lot::{Mutex, Once};
use std::thread;

static BEGIN: Once = Once::new();
static TIMES: Mutex<u32> = Mutex::new(0);

fn begin() -> u32 {
    BEGIN.call_once(|| *TIMES.lock() += 1);
    *TIMES.lock()
}

pub fn main() {
    let other = thread::spawn(begin);
    assert_eq!(begin(), 1);
    println!("{}", other.join().unwrap());
}
