//! deadlock: main at line 10 waits: wake BELL (locks DESK; nobody notifies BELL)

use std::sync::{Condvar, Mutex};

static DESK: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();

fn main() {
    let served = DESK.lock().unwrap();
    drop(BELL.wait(served).unwrap());
}
