//! One thread more than the one there is: the librarian adds the second half herself.

use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let middle = numbers.len().div_ceil(2);
    thread::scope(|scope| {
        let clerk = scope.spawn(|| add(&numbers[..middle]));
        let own = add(&numbers[middle..]);
        own + clerk.join().unwrap()
    })
}
