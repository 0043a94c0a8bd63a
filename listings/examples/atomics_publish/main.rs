// explore: --memory weak
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::thread;

static PAGE: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let ann = thread::spawn(|| {
        PAGE.store(42, Relaxed);
        READY.store(true, Release); // hands on all that she has done
    });
    if READY.load(Acquire) {
        println!("page {}", PAGE.load(Relaxed));
    } else {
        println!("not ready");
    }
    ann.join().unwrap();
}
