// A fence on the other side alone.
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static mut NOTICE: u32 = 0;
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let clerk = thread::spawn(|| {
        unsafe { NOTICE = 42 }; // race
        READY.store(true, Ordering::Relaxed);
    });
    while !READY.load(Ordering::Relaxed) {
        thread::yield_now();
    }
    fence(Ordering::Acquire);
    println!("{}", unsafe { NOTICE }); // race
    clerk.join().unwrap();
}
