use std::hint::black_box;
use std::sync::{Mutex, RwLock};
use std::thread;
use std::time::Instant;

/// Two clerks ask the cache, in `reads` of 1000 cases without a change.
fn timed(asks: u32, reads: u32, read: impl Fn() + Sync, write: impl Fn() + Sync) -> f64 {
    let clerk = || {
        for i in 0..asks {
            if i * 7919 % 1000 < reads {
                read()
            } else {
                write()
            }
        }
    };
    let once = |_| {
        let start = Instant::now();
        thread::scope(|s| {
            s.spawn(clerk);
            clerk();
        });
        start.elapsed().as_secs_f64()
    };
    (0..100).map(once).fold(f64::INFINITY, f64::min) // the best of a hundred
}

/// How many times as fast as a Mutex a RwLock is, if each section takes `work` steps.
fn compare(asks: u32, reads: u32, work: u32) -> f64 {
    let busy = |_: &u64| (0..work).for_each(|i| _ = black_box(i));
    let mutex = Mutex::new(0);
    let rwlock = RwLock::new(0);
    let with_mutex = || {
        let mut n = mutex.lock().unwrap();
        busy(&n);
        *n += 1;
    };
    let write = || {
        let mut n = rwlock.write().unwrap();
        busy(&n);
        *n += 1;
    };
    let by_mutex = timed(asks, reads, with_mutex, with_mutex);
    by_mutex / timed(asks, reads, || busy(&rwlock.read().unwrap()), write)
}

fn main() {
    println!("cores: {}", thread::available_parallelism().unwrap());
    for (name, asks, work) in [("short", 4_000, 5), ("long", 1_000, 100)] {
        for reads in [500, 900, 990, 999] {
            let ratio = compare(asks, reads, work);
            let percent = f64::from(reads) / 10.0;
            println!("{name} sections, {percent:4} % reads: {ratio:.2} times as fast");
        }
    }
}
