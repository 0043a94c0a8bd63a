// Each thread has a lock of its own.
use std::thread;

use parking_lot::Mutex;

static mut TOTAL: u32 = 0;

fn main() {
    let clerks = [Mutex::new(()), Mutex::new(())].map(|lock| {
        thread::spawn(move || {
            for _ in 0..500 {
                let _locked = lock.lock();
                unsafe { TOTAL += 1 }; // race
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
}
