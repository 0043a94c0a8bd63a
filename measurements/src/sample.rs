//! One measurement.

use std::thread;
use std::time::{Duration, Instant};

/// Shorter than this, starting and stopping the watch would count.
const LONG_ENOUGH: Duration = Duration::from_millis(10);

/// How often it is timed. The least counts: whatever disturbs a run makes it longer.
const TIMES: usize = 3;

/// Nanoseconds per operation: `run` is asked to do so and so many. To find out how many are
/// enough warms it up.
pub fn nanoseconds(mut run: impl FnMut(u64)) -> f64 {
    let mut timed = |operations| {
        let start = Instant::now();
        run(operations);
        start.elapsed()
    };
    let mut operations = 64;
    while timed(operations) < LONG_ENOUGH {
        operations *= 2;
    }
    let least = (0..TIMES).map(|_| timed(operations)).min();
    least.unwrap_or_default().as_nanos() as f64 / operations as f64
}

/// The same with several threads that do `run` at the same time, each its share: nanoseconds by
/// the clock on the wall for each operation of any of them.
pub fn nanoseconds_with_threads(threads: u64, run: impl Fn(u64, u64) + Sync) -> f64 {
    nanoseconds(|operations| {
        let share = operations.div_ceil(threads);
        thread::scope(|s| {
            for number in 0..threads {
                let run = &run;
                s.spawn(move || run(number, share));
            }
        });
    })
}
