use std::sync::{Condvar, Mutex};
use std::thread;

static DELIVERED: Mutex<bool> = Mutex::new(false);
static ASLEEP: Mutex<()> = Mutex::new(());
static BELL: Condvar = Condvar::new();

fn wait_for_delivery() {
    let delivered = DELIVERED.lock().unwrap();
    if *delivered {
        return;
    }
    drop(delivered); // so that somebody can deliver …
    let asleep = ASLEEP.lock().unwrap();
    drop(BELL.wait(asleep).unwrap()); // … while we sleep until the bell rings
}

fn main() {
    let nora = thread::spawn(wait_for_delivery);
    *DELIVERED.lock().unwrap() = true;
    BELL.notify_all();
    nora.join().unwrap();
    println!("Nora has her book");
}
