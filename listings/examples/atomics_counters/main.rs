use std::sync::atomic::{AtomicU64, Ordering::Relaxed, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

const LOANS: u64 = 20_000; // for each of two clerks
const ROUNDS: usize = 201; // of which the middle one counts

#[derive(Default)]
#[repr(align(128))] // so that no two of these lie in one cache line
struct Line([AtomicU64; 2]);

fn round(counters: [&AtomicU64; 2]) -> Duration {
    let here = AtomicU64::new(0);
    let clerk = |counter: &AtomicU64| {
        here.fetch_add(1, SeqCst);
        while here.load(SeqCst) < 2 {} // neither is done before the other begins
        let start = Instant::now();
        (0..LOANS).for_each(|_| _ = counter.fetch_add(1, Relaxed));
        start.elapsed()
    };
    thread::scope(|s| {
        let ann = s.spawn(|| clerk(counters[0]));
        clerk(counters[1]).max(ann.join().unwrap())
    })
}

fn timed(counters: [&AtomicU64; 2]) -> f64 {
    let mut rounds: Vec<_> = (0..ROUNDS).map(|_| round(counters)).collect();
    rounds.sort();
    rounds[ROUNDS / 2].as_secs_f64()
}

fn main() {
    let lines = [Line::default(), Line::default()];
    let own = timed([&lines[0].0[0], &lines[1].0[0]]);
    let one = AtomicU64::new(0);
    let shared = timed([&one, &one]);
    let neighbours = timed([&lines[0].0[0], &lines[0].0[1]]);
    assert_eq!(one.into_inner(), 2 * LOANS * ROUNDS as u64);
    println!(
        "one for both: {:.1} times as long as one each",
        shared / own
    );
    println!("one each, side by side: {:.1} times", neighbours / own);
}
