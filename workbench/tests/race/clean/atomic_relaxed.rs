// A relaxed atomic is an atomic: updates may be lost, but nothing races.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(0);

fn main() {
    let clerks = [1, 2, 3].map(|_| {
        thread::spawn(|| {
            for _ in 0..500 {
                let seen = TOTAL.load(Ordering::Relaxed);
                TOTAL.store(seen + 1, Ordering::Relaxed);
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("{}", TOTAL.load(Ordering::Relaxed) <= 1500);
}
