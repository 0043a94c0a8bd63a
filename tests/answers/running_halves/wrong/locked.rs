//! Rejected: both halves are added at the same time
//! Says: never inside at the same time
//!
//! Two threads, and a lock that lets one of them in.

use std::sync::Mutex;
use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let total = Mutex::new(0);
    let (first, second) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        for part in [first, second] {
            scope.spawn(|| {
                let mut total = total.lock().unwrap();
                *total += add(part);
            });
        }
    });
    total.into_inner().unwrap()
}
