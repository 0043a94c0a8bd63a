use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static DELIVERED: AtomicBool = AtomicBool::new(false);
static DESK: Mutex<()> = Mutex::new(());
static BELL: Condvar = Condvar::new();

fn wait_for_delivery() {
    let mut desk = DESK.lock().unwrap();
    while !DELIVERED.load(SeqCst) {
        desk = BELL.wait(desk).unwrap();
    }
}

fn main() {
    let nora = thread::spawn(wait_for_delivery);
    DELIVERED.store(true, SeqCst); // atomic, but not under the lock
    BELL.notify_one();
    nora.join().unwrap();
    println!("Nora has her book");
}
