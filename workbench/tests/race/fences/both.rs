// Fences on both sides: right, and the detector cannot vouch for it.
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static mut NOTICE: u32 = 0;
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let clerk = thread::spawn(|| {
        unsafe { NOTICE = 42 };
        fence(Ordering::Release);
        READY.store(true, Ordering::Relaxed);
    });
    while !READY.load(Ordering::Relaxed) {
        thread::yield_now();
    }
    fence(Ordering::Acquire);
    println!("{}", unsafe { NOTICE });
    clerk.join().unwrap();
}
