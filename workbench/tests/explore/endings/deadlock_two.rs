//! deadlock: main at line 8 waits: end the scope (T1 and T2 have not ended); T1 at line 10 waits: pass barrier (not all have come to barrier); T2 at line 10 waits: pass barrier (not all have come to barrier)

use std::sync::Barrier;
use std::thread;

fn main() {
    let barrier = Barrier::new(3);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| barrier.wait());
        }
    });
}
