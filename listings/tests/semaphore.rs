//! The behaviours of `Semaphore` on real threads.
//!
//! No test sleeps: each is right in every schedule. The listing `conditions_semaphore` is explored
//! in every schedule.

use listings::Semaphore;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

#[test]
fn a_permit_is_given_back_when_it_is_dropped() {
    let seats = Semaphore::new(1);
    let permit = seats.acquire();
    assert!(seats.try_acquire().is_none());
    drop(permit);
    assert_eq!(seats.available(), 1);
}

#[test]
fn a_permit_is_given_back_by_a_panic() {
    let seats = Semaphore::new(1);
    let panic = catch_unwind(AssertUnwindSafe(|| {
        let _permit = seats.acquire();
        resume_unwind(Box::new("the ladder broke"));
    }));
    assert!(panic.is_err());
    assert!(seats.try_acquire().is_some());
}

#[test]
fn as_many_as_there_are_permits_can_be_inside_at_once() {
    let seats = Semaphore::new(2);
    let both_are_inside = Barrier::new(2);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _permit = seats.acquire();
                both_are_inside.wait();
            });
        }
    });
    assert_eq!(seats.available(), 2);
}

#[test]
fn never_more_than_that_are_inside() {
    let seats = Semaphore::new(2);
    let inside = AtomicUsize::new(0);
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(|| {
                for _ in 0..500 {
                    let _permit = seats.acquire();
                    assert!(inside.fetch_add(1, SeqCst) < 2);
                    inside.fetch_sub(1, SeqCst);
                }
            });
        }
    });
}

#[test]
fn without_permits_nobody_gets_in() {
    assert!(Semaphore::new(0).try_acquire().is_none());
}
