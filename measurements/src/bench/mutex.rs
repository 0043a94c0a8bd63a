//! Locks around one number.

use super::Bench;
use crate::sample::{nanoseconds, nanoseconds_with_threads};

const GROUP: &str = "mutex";

pub(super) fn benches() -> Vec<Bench> {
    let mut benches = vec![
        Bench::new(GROUP, "one thread", "std", || {
            let number = std::sync::Mutex::new(0_u64);
            nanoseconds(|n| (0..n).for_each(|_| *number.lock().unwrap() += 1))
        }),
        Bench::new(GROUP, "one thread", "parking_lot", || {
            let number = parking_lot::Mutex::new(0_u64);
            nanoseconds(|n| (0..n).for_each(|_| *number.lock() += 1))
        }),
    ];
    for threads in [2, 4, 8] {
        let row = format!("{threads} threads");
        benches.push(Bench::new(GROUP, row.clone(), "std", move || {
            let number = std::sync::Mutex::new(0_u64);
            nanoseconds_with_threads(threads, |_, n| {
                (0..n).for_each(|_| *number.lock().unwrap() += 1);
            })
        }));
        benches.push(Bench::new(GROUP, row, "parking_lot", move || {
            let number = parking_lot::Mutex::new(0_u64);
            nanoseconds_with_threads(threads, |_, n| {
                (0..n).for_each(|_| *number.lock() += 1);
            })
        }));
    }
    benches
}
