use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static UP: AtomicU32 = AtomicU32::new(0);

fn climb() {
    while LOCKED.load(SeqCst) {
        hint::spin_loop();
    }
    LOCKED.store(true, SeqCst);
    if UP.fetch_add(1, SeqCst) > 0 {
        println!("two on one ladder");
    }
    UP.fetch_sub(1, SeqCst);
    LOCKED.store(false, SeqCst);
}

fn main() {
    let ann = thread::spawn(climb);
    climb();
    ann.join().unwrap();
}
