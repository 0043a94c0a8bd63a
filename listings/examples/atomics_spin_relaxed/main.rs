// explore: --memory weak
use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static LOANS: AtomicU32 = AtomicU32::new(0);

fn lend() {
    while LOCKED
        .compare_exchange(false, true, Relaxed, Relaxed)
        .is_err()
    {
        hint::spin_loop();
    }
    let loans = LOANS.load(Relaxed);
    LOANS.store(loans + 1, Relaxed);
    LOCKED.store(false, Relaxed);
}

fn main() {
    let ann = thread::spawn(lend);
    lend();
    ann.join().unwrap();
    println!("loans: {}", LOANS.load(Relaxed));
}
