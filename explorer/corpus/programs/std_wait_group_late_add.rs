//! A counter that is raised too late: main may find it at zero and return.
//!
//! - done: 64 × "0"
//! - done: 29 × "1"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

static DONE: AtomicU32 = AtomicU32::new(0);

#[derive(Default)]
struct WaitGroup {
    count: Mutex<u32>,
    zero: Condvar,
}

pub fn main() {
    let group = Arc::new(WaitGroup::default());
    let shared = Arc::clone(&group);
    thread::spawn(move || {
        *shared.count.lock().unwrap() += 1;
        DONE.store(1, SeqCst);
        *shared.count.lock().unwrap() -= 1;
        shared.zero.notify_all();
    });
    let count = group.count.lock().unwrap();
    drop(group.zero.wait_while(count, |count| *count > 0).unwrap());
    println!("{}", DONE.load(SeqCst));
}
