//! Rejected: neither clerk adds more than half

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    thread::scope(|scope| {
        let ann = scope.spawn(|| add(numbers));
        let bob = scope.spawn(|| add(&[]));
        ann.join().unwrap() + bob.join().unwrap()
    })
}
