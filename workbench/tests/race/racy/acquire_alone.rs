// An acquire load of what was stored without release.
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static mut NOTICE: u32 = 0;
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let clerk = thread::spawn(|| {
        unsafe { NOTICE = 42 }; // race
        READY.store(true, Ordering::Relaxed);
    });
    while !READY.load(Ordering::Acquire) {
        thread::yield_now();
    }
    println!("{}", unsafe { NOTICE }); // race
    clerk.join().unwrap();
}
