//! Main waits until all handles are gone.
//!
//! - done: 30 × "2"

use crossbeam_utils::sync::WaitGroup;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static DONE: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    let group = WaitGroup::new();
    for _ in 0..2 {
        let group = group.clone();
        thread::spawn(move || {
            DONE.fetch_add(1, SeqCst);
            drop(group);
        });
    }
    group.wait();
    println!("{}", DONE.load(SeqCst));
}
