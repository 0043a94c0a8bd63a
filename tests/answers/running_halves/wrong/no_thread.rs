//! Rejected: both halves are added at the same time
//! Says: never inside at the same time

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let (first, second) = numbers.split_at(numbers.len() / 2);
    add(first) + add(second)
}
