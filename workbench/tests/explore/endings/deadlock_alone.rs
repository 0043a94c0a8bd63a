//! deadlock: main at line 8 waits: lock count (held by main itself)

use std::sync::Mutex;

fn main() {
    let count = Mutex::new(0);
    let _held = count.lock().unwrap();
    *count.lock().unwrap() += 1;
}
