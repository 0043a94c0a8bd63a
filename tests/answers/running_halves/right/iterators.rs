//! Chunks, collected handles.

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let half = numbers.len().div_ceil(2).max(1);
    let add = &add;
    thread::scope(|scope| {
        let clerks: Vec<_> = numbers
            .chunks(half)
            .map(|part| scope.spawn(move || add(part)))
            .collect();
        clerks.into_iter().map(|clerk| clerk.join().unwrap()).sum()
    })
}
