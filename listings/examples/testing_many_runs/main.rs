// No Go twin: the question is what Rust's compiler says.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn lent_by_two() -> u32 {
    let lent = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| lent.fetch_add(1, SeqCst));
        s.spawn(|| lent.fetch_add(1, SeqCst));
    });
    lent.into_inner()
}

fn main() {
    let right = (0..100).filter(|_| lent_by_two() == 2).count();
    println!("right in {right} of 100 runs");
}
