//! The behaviours of `Buffer` on real threads.
//!
//! No test sleeps: each is right in every schedule. The listings `conditions_buffer*` are explored
//! in every schedule.

use listings::Buffer;
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

#[test]
fn items_are_taken_in_the_order_in_which_they_were_put() {
    let buffer = Buffer::new(3);
    for item in 1..=3 {
        buffer.put(item);
    }
    assert_eq!([buffer.take(), buffer.take(), buffer.take()], [1, 2, 3]);
}

#[test]
fn a_full_buffer_gives_the_item_back() {
    let buffer = Buffer::new(1);
    assert_eq!(buffer.try_put("Emma"), Ok(()));
    assert_eq!(buffer.try_put("Persuasion"), Err("Persuasion"));
    assert_eq!((buffer.len(), buffer.room()), (1, 1));
}

#[test]
fn an_empty_buffer_has_nothing_to_take() {
    let buffer = Buffer::<u32>::new(1);
    assert_eq!(buffer.try_take(), None);
    assert!(buffer.is_empty());
}

#[test]
fn no_room_is_refused() {
    let panic = catch_unwind(|| Buffer::<u32>::new(0)).unwrap_err();
    assert_eq!(
        panic.downcast_ref::<&str>(),
        Some(&"a buffer needs room for at least one item")
    );
}

#[test]
fn nothing_is_lost_or_doubled_and_the_room_is_never_exceeded() {
    const EACH: u32 = 1_000;
    let buffer = Buffer::new(2);
    let sum = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| (1..=EACH).for_each(|item| buffer.put(item)));
            s.spawn(|| {
                for _ in 0..EACH {
                    assert!(buffer.len() <= buffer.room());
                    sum.fetch_add(buffer.take(), Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(sum.into_inner(), 3 * EACH * (EACH + 1) / 2);
    assert!(buffer.is_empty());
}

#[test]
fn what_was_done_before_a_put_is_visible_after_its_take() {
    let buffer = Buffer::new(1);
    let page = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            // Relaxed on purpose: `put` and `take` must order it.
            page.store(7, Ordering::Relaxed);
            buffer.put(());
        });
        buffer.take();
        assert_eq!(page.load(Ordering::Relaxed), 7);
    });
}
