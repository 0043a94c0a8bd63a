//! Rejected: the sum is made of what `add` returns
//!
//! The threads are for show.

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let (first, second) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| add(first));
        scope.spawn(|| add(second));
    });
    numbers.iter().sum()
}
