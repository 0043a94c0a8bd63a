//! Rejected: each clerk adds one half of the column

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let a: Vec<u64> = numbers.iter().copied().step_by(2).collect();
    let b: Vec<u64> = numbers.iter().copied().skip(1).step_by(2).collect();
    std::thread::scope(|s| {
        let x = s.spawn(|| add(&a));
        let y = s.spawn(|| add(&b));
        x.join().unwrap() + y.join().unwrap()
    })
}
