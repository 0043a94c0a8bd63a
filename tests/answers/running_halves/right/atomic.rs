//! Both add to one number, and the end of the scope waits for them.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let total = AtomicU64::new(0);
    let (first, second) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        for part in [first, second] {
            let (total, add) = (&total, &add);
            scope.spawn(move || total.fetch_add(add(part), Ordering::Relaxed));
        }
    });
    total.into_inner()
}
