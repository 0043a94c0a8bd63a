// A lock built of compare_exchange with acquire and release.
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static mut TOTAL: u32 = 0;

fn main() {
    let clerks = [1, 2].map(|_| {
        thread::spawn(|| {
            for _ in 0..100 {
                while LOCKED
                    .compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed)
                    .is_err()
                {
                    thread::yield_now();
                }
                unsafe { TOTAL += 1 };
                LOCKED.store(false, Ordering::Release);
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("{}", unsafe { TOTAL });
}
