//! The course's `ErrGroup`, beside threads that are joined by hand.

use super::Bench;
use crate::sample::nanoseconds;
use listings::{Context, ErrGroup, GroupError};
use std::hint::black_box;
use std::thread;

const GROUP: &str = "err_group";
const OURS: &str = "the course's";
const JOINED: &str = "threads, joined";
const ALL_WELL: &str = "eight that succeed";
const ONE_FAILS: &str = "one that fails, and seven that wait for that";
const EIGHT: usize = 8;

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, ALL_WELL, OURS, || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let group = ErrGroup::new();
                    (0..EIGHT).for_each(|_| group.go(|| Ok(())));
                    assert!(black_box(group.wait()).is_ok());
                }
            })
        }),
        Bench::new(GROUP, ALL_WELL, JOINED, || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let members: [_; EIGHT] =
                        std::array::from_fn(|_| thread::spawn(|| Ok::<(), GroupError>(())));
                    for member in members {
                        assert!(black_box(member.join().expect("no panic")).is_ok());
                    }
                }
            })
        }),
        Bench::new(GROUP, ONE_FAILS, OURS, || {
            let root = Context::background();
            nanoseconds(|n| {
                for _ in 0..n {
                    let (group, context) = ErrGroup::with_context(&root);
                    for _ in 1..EIGHT {
                        let context = context.clone();
                        group.go(move || {
                            let _closed = context.done().recv();
                            Ok(())
                        });
                    }
                    group.go(|| Err("no such book".into()));
                    assert!(black_box(group.wait()).is_err());
                }
            })
        }),
    ]
}
