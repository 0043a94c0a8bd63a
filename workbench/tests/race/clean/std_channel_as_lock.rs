// A channel from std with room for one message, used as a lock.
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

static mut TOTAL: u32 = 0;

fn main() {
    let (lock, unlock) = mpsc::sync_channel(1);
    // The receiver itself is locked for the moment of receiving alone.
    let unlock = Arc::new(Mutex::new(unlock));
    let clerks = [1, 2].map(|_| {
        let (lock, unlock) = (lock.clone(), Arc::clone(&unlock));
        thread::spawn(move || {
            for _ in 0..50 {
                lock.send(()).unwrap();
                unsafe { TOTAL += 1 };
                unlock.lock().unwrap().recv().unwrap();
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("{}", unsafe { TOTAL });
}
