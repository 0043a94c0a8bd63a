// A release store publishes, an acquire load sees it all.
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static mut NOTICE: u32 = 0;
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let clerk = thread::spawn(|| {
        unsafe { NOTICE = 42 };
        READY.store(true, Ordering::Release);
    });
    while !READY.load(Ordering::Acquire) {
        thread::yield_now();
    }
    println!("{}", unsafe { NOTICE });
    clerk.join().unwrap();
}
