//! The behaviours of `ReadCondition` on real threads.

use listings::ReadCondition;
use std::sync::{Barrier, Mutex, RwLock};
use std::thread;

#[test]
fn a_condition_that_holds_is_not_waited_for() {
    let books = RwLock::new(1);
    let condition = ReadCondition::new();
    let guard = condition.wait_while(|| books.read().unwrap(), |n| **n == 0);
    assert_eq!(*guard, 1);
}

#[test]
fn all_readers_are_woken_and_read_together() {
    let (books, condition) = (RwLock::new(0), ReadCondition::new());
    let both = Barrier::new(2);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _books = condition.wait_while(|| books.read().unwrap(), |n| **n == 0);
                both.wait(); // each holds its read lock here
            });
        }
        *books.write().unwrap() = 1;
        condition.notify_all();
    });
}

#[test]
fn a_notification_without_the_change_only_makes_it_look_again() {
    let (books, condition) = (RwLock::new(0), ReadCondition::new());
    thread::scope(|s| {
        s.spawn(|| {
            let books = condition.wait_while(|| books.read().unwrap(), |n| **n < 2);
            assert_eq!(*books, 2);
        });
        for _ in 0..2 {
            *books.write().unwrap() += 1;
            condition.notify_all();
        }
    });
}

#[test]
fn it_waits_with_any_lock() {
    let (books, condition) = (Mutex::new(0), ReadCondition::default());
    thread::scope(|s| {
        s.spawn(|| {
            let books = condition.wait_while(|| books.lock().unwrap(), |n| **n == 0);
            assert_eq!(*books, 1);
        });
        *books.lock().unwrap() = 1;
        condition.notify_all();
    });
}
