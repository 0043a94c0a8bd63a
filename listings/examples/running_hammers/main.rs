use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

/// Pure computing, with nothing to wait for.
fn drive_nails() {
    let mut nail: u64 = 1;
    for _ in 0..20_000_000 {
        // `black_box` keeps the compiler from leaving the work out.
        nail = black_box(nail ^ (nail << 13));
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn main() {
    let one_hammer = time(|| {
        drive_nails();
        drive_nails();
    });
    let two_hammers = time(|| {
        thread::scope(|s| {
            s.spawn(drive_nails);
            s.spawn(drive_nails);
        });
    });
    let ratio = one_hammer.as_secs_f64() / two_hammers.as_secs_f64();
    println!("cores: {}", thread::available_parallelism().unwrap());
    println!("two hammers are {ratio:.1} times as fast as one");
}
