use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LOANS: AtomicU32 = AtomicU32::new(0);

fn lend() {
    let seen = LOANS.load(SeqCst);
    LOANS.store(seen + 1, SeqCst);
}

fn main() {
    let ann = thread::spawn(lend);
    let bob = thread::spawn(lend);
    ann.join().unwrap();
    bob.join().unwrap();
    println!("loans: {}", LOANS.load(SeqCst));
}
