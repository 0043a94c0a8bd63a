//! Behind a barrier everybody has seen what was before it.
//!
//! - done: 12 × "[2, 2]"

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static ARRIVED: AtomicU32 = AtomicU32::new(0);

fn meet(barrier: &Barrier) -> u32 {
    ARRIVED.fetch_add(1, SeqCst);
    barrier.wait();
    ARRIVED.load(SeqCst)
}

pub fn main() {
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        let other = scope.spawn(|| meet(&barrier));
        let mine = meet(&barrier);
        println!("{:?}", [mine, other.join().unwrap()]);
    });
}
