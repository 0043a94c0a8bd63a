//! Rejected: each shelf is tidied once
//!
//! What Go did until 1.21: one variable for the whole loop, looked at late.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    let shelf = AtomicUsize::new(0);
    thread::scope(|scope| {
        for number in 1..=shelves {
            shelf.store(number, SeqCst);
            scope.spawn(|| tidy(shelf.load(SeqCst)));
        }
    });
}
