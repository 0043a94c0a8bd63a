//! Making a WaitGroup, counting up eight, counting down eight, waiting.

use super::Bench;
use crate::sample::nanoseconds;
use std::hint::black_box;
use std::thread;

const GROUP: &str = "wait_group";
const EIGHT: usize = 8;

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, "no threads", "the course's", || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = listings::WaitGroup::new();
                    (0..EIGHT).for_each(|_| group.add(1));
                    (0..EIGHT).for_each(|_| group.done());
                    black_box(&group).wait();
                }
            })
        }),
        Bench::new(GROUP, "no threads", "crossbeam", || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = crossbeam_utils::sync::WaitGroup::new();
                    let clones: [_; EIGHT] = std::array::from_fn(|_| group.clone());
                    drop(black_box(clones));
                    group.wait();
                }
            })
        }),
        Bench::new(GROUP, "no threads", "wg", || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = wg::WaitGroup::new();
                    (0..EIGHT).for_each(|_| drop(group.add(1)));
                    for _ in 0..EIGHT {
                        group.done();
                    }
                    black_box(&group).wait();
                }
            })
        }),
        Bench::new(GROUP, "eight threads", "the course's", || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = listings::WaitGroup::new();
                    for _ in 0..EIGHT {
                        group.add(1);
                        let group = group.clone();
                        thread::spawn(move || group.done());
                    }
                    group.wait();
                }
            })
        }),
        Bench::new(GROUP, "eight threads", "crossbeam", || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = crossbeam_utils::sync::WaitGroup::new();
                    for _ in 0..EIGHT {
                        let group = group.clone();
                        thread::spawn(move || drop(group));
                    }
                    group.wait();
                }
            })
        }),
        Bench::new(GROUP, "eight threads", "wg", || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = wg::WaitGroup::new();
                    for _ in 0..EIGHT {
                        let group = group.add(1);
                        thread::spawn(move || {
                            group.done();
                        });
                    }
                    group.wait();
                }
            })
        }),
    ]
}
