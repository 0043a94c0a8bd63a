//! Rejected: each number is added once

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let (first, _) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        let ann = scope.spawn(|| add(first));
        let bob = scope.spawn(|| add(first));
        ann.join().unwrap() + bob.join().unwrap()
    })
}
