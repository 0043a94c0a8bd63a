// The writer locks, the reader does not.
use std::sync::Mutex;
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static mut TOTAL: u32 = 0;

fn main() {
    let writer = thread::spawn(|| {
        for _ in 0..500 {
            let _locked = LOCK.lock().unwrap();
            unsafe { TOTAL += 1 }; // race
        }
    });
    let mut seen = 0;
    for _ in 0..500 {
        seen = unsafe { TOTAL }; // race
    }
    writer.join().unwrap();
    println!("{}", seen <= 500);
}
