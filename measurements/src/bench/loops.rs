//! A lock inside of a loop, or around it.

use super::Bench;
use crate::sample::nanoseconds_with_threads;
use std::hint::black_box;
use std::sync::Mutex;

const GROUP: &str = "loops";

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, "Rust", "the lock around the loop", || {
            let number = Mutex::new(0_u64);
            nanoseconds_with_threads(2, |_, n| {
                let mut number = number.lock().unwrap();
                (0..n).for_each(|_| *number = black_box(*number + 1));
            })
        }),
        Bench::new(GROUP, "Rust", "the lock inside of it", || {
            let number = Mutex::new(0_u64);
            nanoseconds_with_threads(2, |_, n| {
                (0..n).for_each(|_| *number.lock().unwrap() += 1);
            })
        }),
    ]
}
