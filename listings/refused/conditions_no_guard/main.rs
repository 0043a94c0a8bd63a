use std::sync::{Condvar, Mutex};

static DELIVERED: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();

fn main() {
    let delivered = DELIVERED.lock().unwrap();
    if !*delivered {
        drop(delivered); // unlock, so that somebody can deliver
        let _delivered = BELL.wait(delivered).unwrap();
    }
}
