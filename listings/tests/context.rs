//! The behaviours of `Context` on real threads.
//!
//! No test sleeps: each is right in every schedule, or waits for an event.

use crossbeam_channel::{TryRecvError, bounded, select};
use listings::{Context, ContextError};
use std::error::Error;
use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(3600);
const SHORT: Duration = Duration::from_millis(2);

fn is_done(context: &Context) -> bool {
    context.done().try_recv() == Err(TryRecvError::Disconnected)
}

#[test]
fn background_never_ends() {
    let context = Context::background();
    assert!(!is_done(&context));
    assert_eq!(context.err(), None);
    assert!(context.cause().is_none());
    assert_eq!(context.deadline(), None);
    assert_eq!(context.check(), Ok(()));
}

#[test]
fn a_cancelled_context_is_done_and_says_why() {
    let (context, cancel) = Context::background().with_cancel();
    assert!(!is_done(&context));
    assert_eq!(context.err(), None);
    cancel.cancel();
    assert!(is_done(&context));
    assert_eq!(context.err(), Some(ContextError::Canceled));
    assert_eq!(context.check(), Err(ContextError::Canceled));
    assert_eq!(context.cause().unwrap().to_string(), "context canceled");
}

#[test]
fn the_words_are_gos() {
    assert_eq!(ContextError::Canceled.to_string(), "context canceled");
    assert_eq!(
        ContextError::DeadlineExceeded.to_string(),
        "context deadline exceeded"
    );
}

#[test]
fn cancelling_again_changes_nothing() {
    let (context, cancel) = Context::background().with_cancel();
    cancel.cancel_because("closing time");
    cancel.cancel();
    cancel.cancel_because("fire");
    assert_eq!(context.err(), Some(ContextError::Canceled));
    assert_eq!(context.cause().unwrap().to_string(), "closing time");
}

#[test]
fn to_drop_the_cancel_is_to_cancel() {
    let (context, cancel) = Context::background().with_cancel();
    drop(cancel);
    assert_eq!(context.err(), Some(ContextError::Canceled));
}

#[test]
fn a_panicking_owner_cancels() {
    let (context, cancel) = Context::background().with_cancel();
    let owner = thread::spawn(move || {
        let _cancel = cancel;
        std::panic::resume_unwind(Box::new("the ladder broke"));
    });
    assert!(context.done().recv().is_err());
    assert!(owner.join().is_err());
}

#[test]
fn many_may_cancel_at_once() {
    let (context, cancel) = Context::background().with_cancel();
    thread::scope(|s| {
        for _ in 0..8 {
            s.spawn(|| {
                cancel.cancel();
                assert!(context.err().is_some());
            });
        }
    });
}

#[test]
fn every_waiter_is_woken() {
    let (context, cancel) = Context::background().with_cancel();
    thread::scope(|s| {
        for _ in 0..8 {
            s.spawn(|| assert!(context.done().recv().is_err()));
        }
        cancel.cancel();
    });
}

#[test]
fn a_cancellation_runs_down_and_not_up_nor_sideways() {
    let (top, _top) = Context::background().with_cancel();
    let (middle, cancel) = top.with_cancel();
    let (bottom, _bottom) = middle.with_cancel();
    let (sister, _sister) = top.with_cancel();
    cancel.cancel();
    assert_eq!(top.err(), None);
    assert_eq!(sister.err(), None);
    assert_eq!(middle.err(), Some(ContextError::Canceled));
    assert_eq!(bottom.err(), Some(ContextError::Canceled));
    assert!(is_done(&bottom));
}

#[test]
fn all_below_have_ended_when_a_second_call_returns() {
    for _ in 0..200 {
        let (top, cancel) = Context::background().with_cancel();
        let below: Vec<_> = (0..20).map(|_| top.with_cancel()).collect();
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    cancel.cancel();
                    assert!(below.iter().all(|(context, _)| context.err().is_some()));
                });
            }
        });
    }
}

#[test]
fn what_is_made_below_an_ended_context_has_ended() {
    let (top, cancel) = Context::background().with_cancel();
    cancel.cancel_because("closing time");
    let (late, _cancel) = top.with_cancel();
    let (later, _cancel) = top.with_timeout(LONG);
    assert!(is_done(&late) && is_done(&later));
    assert_eq!(late.err(), Some(ContextError::Canceled));
    assert_eq!(late.cause().unwrap().to_string(), "closing time");
    assert_eq!(later.err(), Some(ContextError::Canceled));
}

#[test]
fn a_child_made_while_the_parent_ends_ends_too() {
    for _ in 0..200 {
        let (top, cancel) = Context::background().with_cancel();
        thread::scope(|s| {
            s.spawn(|| cancel.cancel());
            let (child, _cancel) = top.with_cancel();
            assert!(child.done().recv().is_err());
        });
    }
}

#[test]
fn a_deadline_ends_a_context() {
    let (context, _cancel) = Context::background().with_timeout(SHORT);
    assert!(context.done().recv().is_err());
    assert_eq!(context.err(), Some(ContextError::DeadlineExceeded));
    assert!(Instant::now() >= context.deadline().unwrap());
}

#[test]
fn a_deadline_that_is_over_ends_at_once() {
    let past = Instant::now();
    let (context, cancel) = Context::background().with_deadline(past);
    assert_eq!(context.err(), Some(ContextError::DeadlineExceeded));
    cancel.cancel();
    assert_eq!(context.err(), Some(ContextError::DeadlineExceeded));
    assert_eq!(context.deadline(), Some(past));
    let (context, _cancel) = Context::background().with_timeout(Duration::ZERO);
    assert_eq!(context.err(), Some(ContextError::DeadlineExceeded));
}

#[test]
fn a_deadline_only_gets_shorter() {
    let (long, _cancel) = Context::background().with_timeout(LONG);
    let (longer, _cancel) = long.with_timeout(2 * LONG);
    let (shorter, _cancel) = long.with_timeout(LONG / 2);
    assert_eq!(longer.deadline(), long.deadline());
    assert!(shorter.deadline() < long.deadline());
}

#[test]
fn a_cancelled_context_does_not_exceed_its_deadline() {
    let (context, cancel) = Context::background().with_timeout(LONG);
    cancel.cancel();
    assert_eq!(context.err(), Some(ContextError::Canceled));
    assert!(context.deadline().is_some());
}

#[test]
fn the_parents_deadline_ends_the_child() {
    let (top, _top) = Context::background().with_timeout(SHORT);
    let (child, _child) = top.with_cancel();
    assert!(child.done().recv().is_err());
    assert_eq!(child.err(), Some(ContextError::DeadlineExceeded));
}

#[derive(Debug, PartialEq)]
struct Reader(&'static str);

#[derive(Debug, PartialEq)]
struct Request(u32);

#[test]
fn values_are_found_upwards_by_type() {
    let top = Context::background().with_value(Reader("Nora"));
    let (middle, _cancel) = top.with_cancel();
    let bottom = middle.with_value(Request(7));
    assert_eq!(bottom.value::<Reader>(), Some(&Reader("Nora")));
    assert_eq!(bottom.value::<Request>(), Some(&Request(7)));
    assert_eq!(top.value::<Request>(), None);
    assert_eq!(bottom.value::<u8>(), None);
}

#[test]
fn a_value_hides_the_one_above() {
    let top = Context::background().with_value(Reader("Nora"));
    let below = top.with_value(Reader("Paul"));
    assert_eq!(below.value::<Reader>(), Some(&Reader("Paul")));
    assert_eq!(top.value::<Reader>(), Some(&Reader("Nora")));
}

#[test]
fn a_value_does_not_make_a_branch() {
    let (top, cancel) = Context::background().with_cancel();
    let below = top.with_value(Request(7));
    cancel.cancel();
    assert!(is_done(&below));
}

#[test]
fn without_cancel_keeps_the_values_only() {
    let (top, cancel) = Context::background().with_timeout(LONG);
    let detached = top.with_value(Request(7)).without_cancel();
    cancel.cancel();
    assert_eq!(detached.err(), None);
    assert_eq!(detached.deadline(), None);
    assert!(!is_done(&detached));
    assert_eq!(detached.value::<Request>(), Some(&Request(7)));
}

#[derive(Debug)]
struct ShelfBroken;

impl fmt::Display for ShelfBroken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the shelf has broken")
    }
}

impl Error for ShelfBroken {}

#[test]
fn a_cause_keeps_its_type_and_runs_down() {
    let (top, cancel) = Context::background().with_cancel();
    let (child, _child) = top.with_cancel();
    cancel.cancel_because(ShelfBroken);
    let cause = child.cause().unwrap();
    assert!(cause.downcast_ref::<ShelfBroken>().is_some());
    assert_eq!(child.err(), Some(ContextError::Canceled));
}

#[test]
fn a_childs_cause_does_not_run_up() {
    let (top, top_cancel) = Context::background().with_cancel();
    let (child, cancel) = top.with_cancel();
    cancel.cancel_because(ShelfBroken);
    top_cancel.cancel_because("closing time");
    assert_eq!(child.cause().unwrap().to_string(), "the shelf has broken");
    assert_eq!(top.cause().unwrap().to_string(), "closing time");
}

#[test]
fn after_func_runs_once_after_the_end() {
    let (context, cancel) = Context::background().with_cancel();
    let (ran, runs) = bounded(2);
    let mut stop = context.after_func(move || ran.send(()).unwrap());
    assert_eq!(runs.try_recv(), Err(TryRecvError::Empty));
    cancel.cancel();
    cancel.cancel();
    assert_eq!(runs.recv(), Ok(()));
    assert!(runs.recv().is_err(), "it ran once, and was dropped");
    assert!(!stop.stop());
}

#[test]
fn after_func_runs_at_once_on_an_ended_context() {
    let (context, cancel) = Context::background().with_cancel();
    cancel.cancel();
    let (ran, runs) = bounded(1);
    let mut stop = context.after_func(move || ran.send(()).unwrap());
    assert_eq!(runs.recv(), Ok(()));
    assert!(!stop.stop());
}

#[test]
fn a_stopped_after_func_does_not_run() {
    let (context, cancel) = Context::background().with_cancel();
    let (ran, runs) = bounded::<()>(1);
    let mut stop = context.after_func(move || ran.send(()).unwrap());
    assert!(stop.stop());
    assert!(!stop.stop());
    cancel.cancel();
    assert!(runs.recv().is_err(), "it was dropped without a run");
}

#[test]
fn after_func_on_the_background_can_be_stopped() {
    let mut stop = Context::background().after_func(|| unreachable!());
    assert!(stop.stop());
    assert!(!stop.stop());
}

#[test]
fn several_after_funcs_are_independent() {
    let (context, cancel) = Context::background().with_cancel();
    let (ran, runs) = bounded(2);
    let again = ran.clone();
    let mut one = context.after_func(move || ran.send("one").unwrap());
    let _two = context.after_func(move || again.send("two").unwrap());
    assert!(one.stop());
    cancel.cancel();
    assert_eq!(runs.iter().collect::<Vec<_>>(), ["two"]);
}

#[test]
fn done_can_be_selected_on() {
    let (context, cancel) = Context::background().with_cancel();
    let (_give, books) = bounded::<()>(0);
    cancel.cancel();
    select! {
        recv(books) -> _ => unreachable!("nobody sends"),
        recv(context.done()) -> end => assert!(end.is_err()),
    }
}
