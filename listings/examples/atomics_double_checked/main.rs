// explore: --memory weak
use std::sync::Mutex;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::thread;

static DESK: Mutex<()> = Mutex::new(());
static IS_READ: AtomicBool = AtomicBool::new(false);
static TITLES: AtomicU32 = AtomicU32::new(0); // how many there are

fn titles() -> u32 {
    if !IS_READ.load(Acquire) {
        let _desk = DESK.lock().unwrap();
        if !IS_READ.load(Relaxed) {
            TITLES.fetch_add(2, Relaxed); // slow: read from the disk
            IS_READ.store(true, Release);
        }
    }
    TITLES.load(Relaxed)
}

fn main() {
    let ann = thread::spawn(titles);
    let here = titles();
    println!("{here} and {} titles", ann.join().unwrap());
}
