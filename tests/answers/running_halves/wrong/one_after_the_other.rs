//! Rejected: both halves are added at the same time
//! Says: never inside at the same time

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let (first, second) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        let ann = scope.spawn(|| add(first)).join().unwrap();
        let bob = scope.spawn(|| add(second)).join().unwrap();
        ann + bob
    })
}
