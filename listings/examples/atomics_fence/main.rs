// No Go twin: Go has no fences.
// explore: --memory weak
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32, fence};
use std::thread;

static PAGE: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let ann = thread::spawn(|| {
        PAGE.store(42, Relaxed);
        fence(Release); // what is before it stays before the stores behind it
        READY.store(true, Relaxed);
    });
    if READY.load(Relaxed) {
        fence(Acquire); // what is behind it stays behind the loads before it
        println!("page {}", PAGE.load(Relaxed));
    } else {
        println!("not ready");
    }
    ann.join().unwrap();
}
