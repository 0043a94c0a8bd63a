use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed, Ordering::SeqCst};
use std::time::Instant;

const TIMES: u32 = 200_000;
const ROUNDS: u32 = 20; // of which the fastest counts

fn timed(mut step: impl FnMut()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        (0..TIMES).for_each(|_| step());
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::MAX, f64::min)
}

fn main() {
    let number = AtomicU32::new(0);
    let add = timed(|| _ = black_box(&number).fetch_add(1, SeqCst));
    let add_relaxed = timed(|| _ = black_box(&number).fetch_add(1, Relaxed));
    let locked = Mutex::new(0_u32);
    let lock = timed(|| {
        let mut number = black_box(&locked).lock().unwrap();
        *number = number.wrapping_add(1);
    });
    println!(
        "Mutex<u32>: {:.1} times as long as one fetch_add",
        lock / add
    );
    println!("fetch_add, Relaxed: {:.1} times", add_relaxed / add);
}
