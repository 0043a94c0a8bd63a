//! No thread is left of a context that has ended. Alone in its process, because it counts them.

use listings::Context;
use std::time::{Duration, Instant};
use std::{fs, thread};

const LONG: Duration = Duration::from_secs(3600);

#[test]
fn no_thread_outlives_its_context() {
    let threads = || fs::read_dir("/proc/self/task").map(Iterator::count);
    // Only Linux tells.
    let Ok(before) = threads() else { return };
    let (top, _top) = Context::background().with_cancel();
    let (_below, _cancel) = top.with_value(7u32).with_cancel();
    assert_eq!(threads().unwrap(), before, "only a deadline costs a thread");
    let timed: Vec<_> = (0..50)
        .map(|_| Context::background().with_timeout(LONG))
        .collect();
    assert_eq!(threads().unwrap(), before + 50);
    drop(timed);
    let limit = Instant::now() + Duration::from_secs(20);
    while threads().unwrap() > before {
        assert!(Instant::now() < limit, "threads are left");
        thread::yield_now();
    }
}
