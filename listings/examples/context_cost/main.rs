use std::hint::black_box;
use std::time::{Duration, Instant};

use listings::Context;

const TIMES: u32 = 2000;

fn each(mut work: impl FnMut()) -> f64 {
    let start = Instant::now();
    (0..TIMES).for_each(|_| work());
    start.elapsed().as_secs_f64()
}

fn main() {
    let (day, _close) = Context::background().with_cancel();
    let cancel = each(|| drop(black_box(day.with_cancel())));
    let timeout = each(|| drop(black_box(day.with_timeout(Duration::from_secs(3600)))));
    let value = each(|| drop(black_box(day.with_value(7u32))));
    let err = each(|| _ = black_box(day.err()));
    println!("with a value: {:.2} times with a cancel", value / cancel);
    println!(
        "with a timeout: {:.0} times with a cancel",
        timeout / cancel
    );
    println!("asking err: {:.2} times with a cancel", err / cancel);
}
