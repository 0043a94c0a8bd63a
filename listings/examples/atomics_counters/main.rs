use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

const LOANS: u64 = 200_000; // for each of two clerks
const ROUNDS: u64 = 20; // of which the fastest counts

#[derive(Default)]
#[repr(align(128))] // so that no two of these lie in one cache line
struct Line([AtomicU64; 2]);

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
    let lines = [Line::default(), Line::default()];
    let own = timed([&lines[0].0[0], &lines[1].0[0]]);
    let total = |line: &Line| line.0[0].load(Relaxed);
    let sum: u64 = lines.iter().map(total).sum();

    let one = AtomicU64::new(0);
    let shared = timed([&one, &one]);
    assert_eq!(sum, one.into_inner());

    let neighbours = timed([&lines[0].0[0], &lines[0].0[1]]);
    println!(
        "one for both: {:.1} times as long as one each",
        shared / own
    );
    println!("one each, side by side: {:.1} times", neighbours / own);
}
