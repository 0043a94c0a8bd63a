//! How long the unluckiest waits for a lock that two want all the time.

use super::Bench;
use std::hint::spin_loop;
use std::thread;
use std::time::{Duration, Instant};

const GROUP: &str = "fairness";
const ROW: &str = "the longest wait";
const HELD: Duration = Duration::from_micros(20);
const LONG: Duration = Duration::from_millis(100);

/// Nanoseconds: the longest time that either of two threads has waited for `hold`, which locks,
/// does what it is given, and unlocks.
fn longest_wait(hold: impl Fn(&dyn Fn()) + Sync) -> f64 {
    let until = Instant::now() + LONG;
    let clerk = || {
        let mut longest = Duration::ZERO;
        while Instant::now() < until {
            let wanted = Instant::now();
            let got = std::cell::Cell::new(wanted);
            hold(&|| {
                got.set(Instant::now());
                while got.get().elapsed() < HELD {
                    spin_loop();
                }
            });
            longest = longest.max(got.get() - wanted);
        }
        longest
    };
    let longest = thread::scope(|s| {
        let clerks = [s.spawn(clerk), s.spawn(clerk)];
        clerks.map(|clerk| clerk.join().expect("no clerk panics"))
    });
    longest.into_iter().max().unwrap_or_default().as_nanos() as f64
}

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, ROW, "std", || {
            let lock = std::sync::Mutex::new(());
            longest_wait(|work| {
                let _guard = lock.lock().unwrap();
                work();
            })
        }),
        Bench::new(GROUP, ROW, "parking_lot", || {
            let lock = parking_lot::Mutex::new(());
            longest_wait(|work| {
                let _guard = lock.lock();
                work();
            })
        }),
        Bench::new(GROUP, ROW, "parking_lot, fair", || {
            let lock = parking_lot::Mutex::new(());
            longest_wait(|work| {
                let guard = lock.lock();
                work();
                parking_lot::MutexGuard::unlock_fair(guard);
            })
        }),
    ]
}
