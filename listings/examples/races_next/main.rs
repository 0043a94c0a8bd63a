use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn next(total: &AtomicU32) {
    let seen = total.load(SeqCst);
    total.store(seen + 1, SeqCst);
}

fn main() {
    let total = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| next(&total));
        s.spawn(|| next(&total));
        s.spawn(|| next(&total));
    });
    println!("total: {}", total.load(SeqCst));
}
