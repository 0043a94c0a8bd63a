use std::thread;

/// The sum of all `numbers`.
pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let (first, second) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        let ann = scope.spawn(|| add(first));
        let bob = scope.spawn(|| add(second));
        ann.join().unwrap() + bob.join().unwrap()
    })
}
