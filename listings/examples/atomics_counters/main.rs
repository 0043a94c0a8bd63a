use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

const LOANS: u64 = 200_000; // for each of two clerks
const ROUNDS: u64 = 20; // of which the fastest counts

#[derive(Default)]
#[repr(align(128))] // so that no two lie in one cache line
struct Apart(AtomicU64);

fn timed(counters: [&AtomicU64; 2]) -> f64 {
    let round = |_| {
        let start = Instant::now();
        thread::scope(|s| {
            for counter in counters {
                s.spawn(|| (0..LOANS).for_each(|_| _ = counter.fetch_add(1, Relaxed)));
            }
        });
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::MAX, f64::min)
}

fn main() {
    let apart = [Apart::default(), Apart::default()];
    let own = timed([&apart[0].0, &apart[1].0]);

    let one = AtomicU64::new(0);
    let shared = timed([&one, &one]);

    let side_by_side = [AtomicU64::new(0), AtomicU64::new(0)];
    let neighbours = timed([&side_by_side[0], &side_by_side[1]]);

    let total: u64 = apart.iter().map(|counter| counter.0.load(Relaxed)).sum();
    assert_eq!(total, one.into_inner());
    println!(
        "one for both: {:.1} times as long as one each",
        shared / own
    );
    println!("one each, side by side: {:.1} times", neighbours / own);
}
