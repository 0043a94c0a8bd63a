use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn next(total: &AtomicU32, between: fn()) {
    let seen = total.load(SeqCst);
    between();
    total.store(seen + 1, SeqCst);
}

/// How many of 2,000 runs lose a loan.
fn lost(between: fn()) -> usize {
    let loses = |_: &usize| {
        let total = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| next(&total, between));
            s.spawn(|| next(&total, between));
        });
        total.load(SeqCst) < 2
    };
    (0..2_000).filter(loses).count()
}

fn main() {
    println!("as it is:     {} of 2000 runs lose a loan", lost(|| ()));
    println!("with a yield: {} of 2000", lost(thread::yield_now));
}
