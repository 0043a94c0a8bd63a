use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// The log is behind a lock that the explorer knows nothing of but its flag.
struct Log {
    locked: AtomicBool,
    entries: UnsafeCell<Vec<u32>>,
}

// SAFETY: the entries are only touched by the thread that has set the flag.
unsafe impl Sync for Log {}

impl Log {
    fn with<R>(&self, f: impl FnOnce(&mut Vec<u32>) -> R) -> R {
        while self.locked.swap(true, Ordering::Acquire) {
            thread::yield_now();
        }
        // SAFETY: the flag is ours.
        let result = f(unsafe { &mut *self.entries.get() });
        self.locked.store(false, Ordering::Release);
        result
    }
}

fn main() {
    let log = Log { locked: AtomicBool::new(false), entries: UnsafeCell::new(Vec::new()) };
    thread::scope(|s| {
        s.spawn(|| log.with(|entries| entries.push(1)));
        s.spawn(|| log.with(|entries| entries.push(2)));
    });
    println!("{:?}", log.with(|entries| entries.clone()));
}
