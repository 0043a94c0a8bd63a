use std::thread;
use std::time::Instant;

use listings::{Context, ErrGroup};

const ROUNDS: u32 = 500; // of three clerks each

fn timed(round: impl Fn()) -> f64 {
    let start = Instant::now();
    (0..ROUNDS).for_each(|_| round());
    start.elapsed().as_secs_f64()
}

fn main() {
    let scope = timed(|| {
        thread::scope(|s| (0..3).for_each(|_| _ = s.spawn(|| {})));
    });
    let group = timed(|| {
        let (group, _ctx) = ErrGroup::with_context(&Context::background());
        (0..3).for_each(|_| group.go(|| Ok(())));
        group.wait().unwrap();
    });
    println!("the group: {:.1} times as long as a scope", group / scope);
}
