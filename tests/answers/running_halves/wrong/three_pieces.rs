//! Rejected: each clerk adds one half of the column
//!
//! What is odd becomes a third piece.

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    if numbers.is_empty() {
        return 0;
    }
    let add = &add;
    std::thread::scope(|s| {
        let hs: Vec<_> = numbers
            .chunks((numbers.len() / 2).max(1))
            .map(|c| s.spawn(move || add(c)))
            .collect();
        hs.into_iter().map(|h| h.join().unwrap()).sum()
    })
}
