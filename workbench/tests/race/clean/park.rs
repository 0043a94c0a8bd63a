// A thread is unparked when its work is on the desk.
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static mut WORK: u32 = 0;
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let clerk = thread::Builder::new()
        .name("ann".to_owned())
        .spawn(|| {
            while !READY.load(Ordering::Acquire) {
                thread::park();
            }
            unsafe { WORK }
        })
        .unwrap();
    unsafe { WORK = 3 };
    READY.store(true, Ordering::Release);
    clerk.thread().unpark();
    println!("{}", clerk.join().unwrap());
}
