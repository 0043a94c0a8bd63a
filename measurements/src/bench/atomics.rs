//! Atomic numbers, alone and shared.

use super::Bench;
use crate::sample::{nanoseconds, nanoseconds_with_threads};
use crossbeam_utils::CachePadded;
use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicU64, Ordering};

const GROUP: &str = "atomics";
const THREADS: u64 = 4;
/// Here the ways of counting are compared; Go has a row of its own.
const FOUR: &str = "four threads count, in Rust";

fn loads(ordering: Ordering) -> f64 {
    let number = AtomicU64::new(1);
    nanoseconds(|n| {
        for _ in 0..n {
            black_box(black_box(&number).load(ordering));
        }
    })
}

fn stores(ordering: Ordering) -> f64 {
    let number = AtomicU64::new(1);
    nanoseconds(|n| (0..n).for_each(|i| black_box(&number).store(i, ordering)))
}

fn adds(ordering: Ordering) -> f64 {
    let number = AtomicU64::new(1);
    nanoseconds(|n| {
        (0..n).for_each(|_| {
            black_box(&number).fetch_add(1, ordering);
        });
    })
}

fn add_by_compare_and_swap(number: &AtomicU64) {
    let mut seen = number.load(Relaxed);
    while let Err(other) = number.compare_exchange_weak(seen, seen + 1, SeqCst, Relaxed) {
        seen = other;
    }
}

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, "load", "Rust, SeqCst", || loads(SeqCst)),
        Bench::new(GROUP, "load", "Rust, Acquire", || loads(Acquire)),
        Bench::new(GROUP, "load", "Rust, Relaxed", || loads(Relaxed)),
        Bench::new(GROUP, "store", "Rust, SeqCst", || stores(SeqCst)),
        Bench::new(GROUP, "store", "Rust, Release", || stores(Release)),
        Bench::new(GROUP, "store", "Rust, Relaxed", || stores(Relaxed)),
        Bench::new(GROUP, "add", "Rust, SeqCst", || adds(SeqCst)),
        Bench::new(GROUP, "add", "Rust, Relaxed", || adds(Relaxed)),
        Bench::new(GROUP, FOUR, "add", || {
            let number = AtomicU64::new(0);
            nanoseconds_with_threads(THREADS, |_, n| {
                for _ in 0..n {
                    number.fetch_add(1, SeqCst);
                }
            })
        }),
        Bench::new(GROUP, FOUR, "compare and swap", || {
            let number = AtomicU64::new(0);
            nanoseconds_with_threads(THREADS, |_, n| {
                (0..n).for_each(|_| add_by_compare_and_swap(&number));
            })
        }),
        Bench::new(GROUP, FOUR, "a lock", || {
            let number = Mutex::new(0_u64);
            nanoseconds_with_threads(THREADS, |_, n| {
                (0..n).for_each(|_| *number.lock().unwrap() += 1);
            })
        }),
        Bench::new(GROUP, FOUR, "a number each", || {
            let numbers: [CachePadded<AtomicU64>; THREADS as usize] = Default::default();
            nanoseconds_with_threads(THREADS, |thread, n| {
                let mine = &numbers[thread as usize];
                for _ in 0..n {
                    mine.fetch_add(1, SeqCst);
                }
            })
        }),
    ]
}
