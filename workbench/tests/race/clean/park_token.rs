// Parking itself puts two threads in order, without any atomic.
use std::thread;

static mut WORK: u32 = 0;

fn main() {
    let clerk = thread::spawn(|| {
        // Nobody else unparks this thread, and in practice nothing wakes it for no reason.
        thread::park();
        unsafe { WORK }
    });
    unsafe { WORK = 3 };
    clerk.thread().unpark();
    println!("{}", clerk.join().unwrap());
}
