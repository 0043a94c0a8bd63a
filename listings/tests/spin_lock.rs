//! The behaviours of `SpinLock` on real threads.
//!
//! No test sleeps: each is right in every schedule. The listing `atomics_spin_lock` is explored in
//! every schedule, under weak memory.

use listings::SpinLock;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::thread;

#[test]
fn no_update_is_lost() {
    let loans = SpinLock::new(0);
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| {
                for _ in 0..1_000 {
                    *loans.lock() += 1;
                }
            });
        }
    });
    assert_eq!(loans.into_inner(), 3_000);
}

#[test]
fn it_is_free_again_when_the_guard_is_dropped() {
    let lock = SpinLock::new(());
    let guard = lock.lock();
    assert!(lock.try_lock().is_none());
    drop(guard);
    assert!(lock.try_lock().is_some());
}

#[test]
fn it_is_free_again_after_a_panic() {
    let lock = SpinLock::new(());
    let panic = catch_unwind(AssertUnwindSafe(|| {
        let _guard = lock.lock();
        resume_unwind(Box::new("the ladder broke"));
    }));
    assert!(panic.is_err());
    assert!(lock.try_lock().is_some());
}

#[test]
fn it_says_whether_it_is_locked() {
    let lock = SpinLock::<u32>::default();
    assert_eq!(format!("{lock:?}"), "SpinLock { locked: false, .. }");
    let _guard = lock.lock();
    assert_eq!(format!("{lock:?}"), "SpinLock { locked: true, .. }");
}
