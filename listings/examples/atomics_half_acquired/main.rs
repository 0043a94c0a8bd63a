// No Go twin: in Go every atomic is of the strictest kind.
// explore: --memory weak
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::thread;

static PAGE: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            PAGE.store(42, Relaxed);
            READY.store(true, Release);
        });
        s.spawn(|| {
            if READY.load(Relaxed) {
                println!("page {}", PAGE.load(Relaxed));
            } else {
                println!("not ready");
            }
        });
    });
}
