//! The behaviours of `WaitGroup` on real threads.
//!
//! No test sleeps: each is right in every schedule, or waits for an event.

use listings::WaitGroup;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

#[test]
fn wait_on_a_new_group_returns_at_once() {
    WaitGroup::new().wait();
    WaitGroup::default().wait();
}

#[test]
fn wait_returns_after_the_last_done() {
    let wg = WaitGroup::new();
    let finished = AtomicU32::new(0);
    wg.add(4);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                // Relaxed on purpose: `done` and `wait` must order it.
                finished.fetch_add(1, Ordering::Relaxed);
                wg.done();
            });
        }
        wg.wait();
        assert_eq!(finished.load(Ordering::Relaxed), 4);
    });
}

#[test]
fn all_waiters_are_released() {
    let wg = WaitGroup::new();
    wg.add(1);
    thread::scope(|s| {
        let waiters: Vec<_> = (0..3).map(|_| s.spawn(|| wg.wait())).collect();
        wg.done();
        for waiter in waiters {
            waiter.join().unwrap();
        }
    });
}

#[test]
fn a_clone_counts_on_the_same_counter() {
    let wg = WaitGroup::new();
    let clone = wg.clone();
    clone.add(2);
    assert_eq!(wg.remaining(), 2);
    wg.done();
    assert_eq!(clone.remaining(), 1);
}

#[test]
fn add_takes_negative_numbers() {
    let wg = WaitGroup::new();
    wg.add(5);
    wg.add(-5);
    wg.wait();
}

#[test]
fn a_counter_below_zero_panics_with_gos_words() {
    let wg = WaitGroup::new();
    wg.add(1);
    let panic = catch_unwind(AssertUnwindSafe(|| wg.add(-2))).unwrap_err();
    assert_eq!(
        panic.downcast_ref::<String>().unwrap(),
        "negative WaitGroup counter"
    );
}

#[test]
fn a_refused_done_leaves_the_group_usable() {
    let wg = WaitGroup::new();
    assert!(catch_unwind(AssertUnwindSafe(|| wg.done())).is_err());
    assert_eq!(wg.remaining(), 0);
    wg.add(1);
    wg.done();
    wg.wait();
}

#[test]
fn a_counter_out_of_range_panics() {
    let wg = WaitGroup::new();
    wg.add(i64::MAX);
    wg.add(i64::MAX);
    wg.add(1);
    let panic = catch_unwind(AssertUnwindSafe(|| wg.add(1))).unwrap_err();
    assert_eq!(
        panic.downcast_ref::<String>().unwrap(),
        "WaitGroup counter overflow"
    );
    assert_eq!(wg.remaining(), u64::MAX);
}

#[test]
fn a_group_can_be_used_again() {
    let wg = WaitGroup::new();
    let finished = Arc::new(AtomicU32::new(0));
    for round in 1..=3 {
        for _ in 0..2 {
            let finished = Arc::clone(&finished);
            wg.go(move || finished.fetch_add(1, Ordering::Relaxed));
        }
        wg.wait();
        assert_eq!(finished.load(Ordering::Relaxed), 2 * round);
    }
}

#[test]
fn a_task_is_done_when_its_thread_panics() {
    let wg = WaitGroup::new();
    let clerk = wg.go(|| {
        // Not `panic!`: that would print a message in a test that passes.
        std::panic::resume_unwind(Box::new("the ladder broke"));
    });
    wg.wait();
    assert!(clerk.join().is_err());
}

#[test]
fn go_gives_back_what_the_task_returned() {
    let wg = WaitGroup::new();
    let sum = wg.go(|| 2 + 2);
    wg.wait();
    assert_eq!(sum.join().unwrap(), 4);
}

#[test]
fn a_task_may_start_another_before_it_is_done() {
    let wg = WaitGroup::new();
    let (tell, told) = mpsc::channel();
    let inner = wg.clone();
    wg.go(move || {
        inner.go(move || tell.send("helped").unwrap());
    });
    wg.wait();
    assert_eq!(told.try_recv(), Ok("helped"));
}
