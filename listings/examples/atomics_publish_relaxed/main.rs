// explore: --memory weak
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

static PAGE: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let ann = thread::spawn(|| {
        PAGE.store(42, Relaxed);
        READY.store(true, Relaxed);
    });
    if READY.load(Relaxed) {
        println!("page {}", PAGE.load(Relaxed));
    } else {
        println!("not ready");
    }
    ann.join().unwrap();
}
