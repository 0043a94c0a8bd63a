//! The course's `Context` beside tokio-util's `CancellationToken`.

use super::Bench;
use crate::sample::nanoseconds;
use listings::Context;
use std::hint::black_box;
use tokio_util::sync::CancellationToken;

const GROUP: &str = "context";
const OURS: &str = "the course's";
const TOKEN: &str = "CancellationToken";
const CREATE: &str = "one that can be cancelled, and its end";
const DERIVE: &str = "three, one below the other, and their end";
const TREE: &str = "cancel one with a thousand below it";
const CHECK: &str = "ask whether it is cancelled";
const VALUE: &str = "look up a value, five above";
const CHILDREN: u64 = 1000;

struct Id(u64);

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, CREATE, OURS, || {
            let root = Context::background();
            nanoseconds(|n| (0..n).for_each(|_| drop(black_box(root.with_cancel()))))
        }),
        Bench::new(GROUP, CREATE, TOKEN, || {
            nanoseconds(|n| {
                (0..n).for_each(|_| black_box(CancellationToken::new()).cancel());
            })
        }),
        Bench::new(GROUP, DERIVE, OURS, || {
            let root = Context::background();
            nanoseconds(|n| {
                for _ in 0..n {
                    let (one, _cancel_one) = root.with_cancel();
                    let (two, _cancel_two) = one.with_cancel();
                    let _three = black_box(two.with_cancel());
                }
            })
        }),
        Bench::new(GROUP, DERIVE, TOKEN, || {
            nanoseconds(|n| {
                for _ in 0..n {
                    let one = CancellationToken::new();
                    let two = one.child_token();
                    black_box(two.child_token());
                    one.cancel();
                }
            })
        }),
        Bench::new(GROUP, TREE, OURS, || {
            let root = Context::background();
            nanoseconds(|n| {
                for _ in 0..n.div_ceil(CHILDREN) {
                    let (trunk, cancel) = root.with_cancel();
                    let leaves: Vec<_> = (0..CHILDREN).map(|_| trunk.with_cancel()).collect();
                    cancel.cancel();
                    drop(leaves);
                }
            })
        }),
        Bench::new(GROUP, TREE, TOKEN, || {
            nanoseconds(|n| {
                for _ in 0..n.div_ceil(CHILDREN) {
                    let trunk = CancellationToken::new();
                    let leaves: Vec<_> = (0..CHILDREN).map(|_| trunk.child_token()).collect();
                    trunk.cancel();
                    drop(leaves);
                }
            })
        }),
        Bench::new(GROUP, CHECK, OURS, || {
            let (context, _cancel) = Context::background().with_cancel();
            nanoseconds(|n| {
                for _ in 0..n {
                    black_box(black_box(&context).err());
                }
            })
        }),
        Bench::new(GROUP, CHECK, TOKEN, || {
            let token = CancellationToken::new();
            nanoseconds(|n| {
                for _ in 0..n {
                    black_box(black_box(&token).is_cancelled());
                }
            })
        }),
        Bench::new(GROUP, VALUE, OURS, || {
            let mut context = Context::background().with_value(Id(7));
            for number in 0..5_u8 {
                context = match number {
                    0 => context.with_value(number),
                    1 => context.with_value(u16::from(number)),
                    2 => context.with_value(u32::from(number)),
                    3 => context.with_value(i32::from(number)),
                    _ => context.with_value(i64::from(number)),
                };
            }
            nanoseconds(|n| {
                for _ in 0..n {
                    black_box(black_box(&context).value::<Id>().map(|id| id.0));
                }
            })
        }),
    ]
}
