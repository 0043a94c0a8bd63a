use std::sync::{Condvar, Mutex};
use std::thread;

static DELIVERED: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();

fn wait_for_delivery() {
    let mut delivered = DELIVERED.lock().unwrap();
    while !*delivered {
        delivered = BELL.wait(delivered).unwrap();
    }
}

fn main() {
    let nora = thread::spawn(wait_for_delivery);
    *DELIVERED.lock().unwrap() = true;
    BELL.notify_one();
    nora.join().unwrap();
    println!("Nora has her book");
}
