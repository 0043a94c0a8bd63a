use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(0);

fn next() {
    let seen = TOTAL.load(Ordering::SeqCst);
    TOTAL.store(seen + 1, Ordering::SeqCst);
}

fn main() {
    let threads = [thread::spawn(next), thread::spawn(next), thread::spawn(next)];
    threads.map(|thread| thread.join().unwrap());
    println!("total: {}", TOTAL.load(Ordering::SeqCst));
}
