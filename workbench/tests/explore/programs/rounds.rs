use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

fn main() {
    let ready = AtomicBool::new(false);
    let mut rounds = vec![Box::new(0)];
    thread::scope(|s| {
        s.spawn(|| {
            while !ready.load(Acquire) {
                thread::yield_now();
            }
        });
        s.spawn(|| {
            while !ready.load(Relaxed) && *rounds[0] < 2 {
                *rounds[0] += 1;
            }
        });
        ready.store(true, Release);
    });
    println!("{rounds:?}");
}
