// Sequentially consistent atomics publish too.
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static mut NOTICE: u32 = 0;
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let clerk = thread::spawn(|| {
        unsafe { NOTICE = 42 };
        READY.store(true, Ordering::SeqCst);
    });
    while !READY.load(Ordering::SeqCst) {
        thread::yield_now();
    }
    println!("{}", unsafe { NOTICE });
    clerk.join().unwrap();
}
