//! Rejected: both halves are added at the same time
//! Says: never inside at the same time
//!
//! An iterator that starts the second thread when the first is joined.

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let half = numbers.len().div_ceil(2).max(1);
    let add = &add;
    thread::scope(|scope| {
        numbers
            .chunks(half)
            .map(|part| scope.spawn(move || add(part)))
            .map(|clerk| clerk.join().unwrap())
            .sum()
    })
}
