//! Rejected: an odd number is not lost

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let half = (numbers.len() / 2).max(1);
    let add = &add;
    thread::scope(|scope| {
        let clerks: Vec<_> = numbers
            .chunks_exact(half)
            .take(2)
            .map(|part| scope.spawn(move || add(part)))
            .collect();
        clerks.into_iter().map(|clerk| clerk.join().unwrap()).sum()
    })
}
