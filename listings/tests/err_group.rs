//! The behaviours of `ErrGroup` on real threads.
//!
//! No test sleeps: each is right in every schedule, or waits for an event.

use crossbeam_channel::bounded;
use listings::{Context, ContextError, ErrGroup};
use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

#[test]
fn an_empty_group_is_content() {
    assert!(ErrGroup::new().wait().is_ok());
}

#[test]
fn wait_waits_for_all_members() {
    let group = ErrGroup::new();
    let finished = Arc::new(AtomicU32::new(0));
    for _ in 0..5 {
        let finished = Arc::clone(&finished);
        group.go(move || {
            // Relaxed on purpose: the group must order it.
            finished.fetch_add(1, Ordering::Relaxed);
            Ok(())
        });
    }
    group.wait().unwrap();
    assert_eq!(finished.load(Ordering::Relaxed), 5);
}

#[test]
fn wait_waits_for_the_others_though_one_has_failed() {
    let group = ErrGroup::new();
    let finished = Arc::new(AtomicU32::new(0));
    let (go_on, may_go_on) = bounded::<()>(0);
    let count = Arc::clone(&finished);
    group.go(move || {
        may_go_on.recv().unwrap();
        count.fetch_add(1, Ordering::Relaxed);
        Ok(())
    });
    group.go(move || {
        go_on.send(()).unwrap();
        Err("no such book".into())
    });
    assert_eq!(group.wait().unwrap_err().to_string(), "no such book");
    assert_eq!(finished.load(Ordering::Relaxed), 1);
}

#[test]
fn the_first_error_wins() {
    let (group, context) = ErrGroup::with_context(&Context::background());
    let seen = context.clone();
    group.go(move || {
        // The context is cancelled by the first error only.
        let _ = seen.done().recv();
        Err("second".into())
    });
    group.go(|| Err("first".into()));
    assert_eq!(group.wait().unwrap_err().to_string(), "first");
    assert_eq!(context.cause().unwrap().to_string(), "first");
}

#[test]
fn every_wait_gives_the_same_error() {
    let group = ErrGroup::new();
    group.go(|| Err("no such book".into()));
    let once = group.wait().unwrap_err();
    let twice = group.wait().unwrap_err();
    assert!(once.is(&twice));
}

#[derive(Debug)]
struct NoSuchBook;

impl fmt::Display for NoSuchBook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such book")
    }
}

impl Error for NoSuchBook {}

#[test]
fn an_error_keeps_its_type_as_the_cause_too() {
    let (group, context) = ErrGroup::with_context(&Context::background());
    group.go(|| Err(NoSuchBook.into()));
    let error = group.wait().unwrap_err();
    assert!(error.downcast_ref::<NoSuchBook>().is_some());
    assert!(error.is(&context.cause().unwrap()));
}

#[test]
fn the_context_ends_when_wait_returns() {
    let (group, context) = ErrGroup::with_context(&Context::background());
    group.go(|| Ok(()));
    group.wait().unwrap();
    assert_eq!(context.err(), Some(ContextError::Canceled));
    assert_eq!(context.cause().unwrap().to_string(), "context canceled");
}

#[test]
fn the_parents_end_is_heard_by_members() {
    let (parent, cancel) = Context::background().with_cancel();
    let (group, context) = ErrGroup::with_context(&parent);
    group.go(move || {
        let _ = context.done().recv();
        Ok(context.check()?)
    });
    cancel.cancel();
    assert_eq!(group.wait().unwrap_err().to_string(), "context canceled");
}

#[test]
fn no_more_than_the_limit_work_at_once() {
    let group = ErrGroup::new().limit(3);
    let at_work = Arc::new(AtomicU32::new(0));
    for _ in 0..30 {
        let at_work = Arc::clone(&at_work);
        group.go(move || {
            let now = at_work.fetch_add(1, Ordering::SeqCst) + 1;
            std::thread::yield_now();
            at_work.fetch_sub(1, Ordering::SeqCst);
            if now > 3 {
                return Err(format!("{now} at work").into());
            }
            Ok(())
        });
    }
    group.wait().unwrap();
}

#[test]
fn try_go_starts_only_where_there_is_room() {
    let group = ErrGroup::new().limit(1);
    let (go_on, may_go_on) = bounded::<()>(0);
    assert!(group.try_go(move || {
        may_go_on.recv()?;
        Ok(())
    }));
    assert!(!group.try_go(|| unreachable!("there is no room")));
    go_on.send(()).unwrap();
    group.wait().unwrap();
    assert!(group.try_go(|| Ok(())), "who has gone has made room");
    group.wait().unwrap();
}

#[test]
fn try_go_always_starts_without_a_limit() {
    let group = ErrGroup::new();
    assert!((0..10).all(|_| group.try_go(|| Ok(()))));
    group.wait().unwrap();
}

#[test]
#[should_panic = "a group in which nobody may work"]
fn a_limit_of_zero_is_refused() {
    let _ = ErrGroup::new().limit(0);
}

#[test]
fn a_panic_comes_out_of_wait_and_cancels() {
    let (group, context) = ErrGroup::with_context(&Context::background());
    // Not `panic!`: that would print a message in a test that passes.
    group.go(|| resume_unwind(Box::new("the ladder broke")));
    let panic = catch_unwind(AssertUnwindSafe(|| group.wait())).unwrap_err();
    assert_eq!(*panic.downcast_ref::<&str>().unwrap(), "the ladder broke");
    assert_eq!(context.cause().unwrap().to_string(), "a member panicked");
    let again = catch_unwind(AssertUnwindSafe(|| group.wait())).unwrap_err();
    assert_eq!(*again.downcast_ref::<&str>().unwrap(), "a member panicked");
}

#[test]
fn a_panic_makes_room() {
    let group = ErrGroup::new().limit(1);
    group.go(|| resume_unwind(Box::new("the ladder broke")));
    group.go(|| Ok(()));
    assert!(catch_unwind(AssertUnwindSafe(|| group.wait())).is_err());
}

#[test]
fn a_member_may_start_another() {
    let group = ErrGroup::new();
    let inner = group.clone();
    group.go(move || {
        inner.go(|| Err("found by a helper".into()));
        Ok(())
    });
    assert_eq!(group.wait().unwrap_err().to_string(), "found by a helper");
}
