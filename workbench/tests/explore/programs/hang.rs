use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static STORED: AtomicU32 = AtomicU32::new(0);

fn main() {
    let worker = thread::spawn(|| {
        STORED.store(1, SeqCst);
        let mut rounds = 0u64;
        loop {
            rounds = std::hint::black_box(rounds.wrapping_add(1));
        }
    });
    worker.join().unwrap();
}
