//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, weak};
use exercise::SpinLock;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

fn main() {
    checks::main(&[
        every("a lock that was released can be taken again", again),
        every("never two have the lock", never_two),
        every("a panic releases the lock", after_a_panic),
        every("each lock is one of its own", two_locks),
        weak("whoever has the lock sees what was done before", sees_it),
    ]);
}

fn again() {
    let lock = SpinLock::new();
    for _ in 0..3 {
        drop(lock.lock());
    }
}

fn never_two() {
    let (lock, inside) = (Arc::new(SpinLock::new()), checks::gauge());
    let shared = Arc::clone(&lock);
    let ann = checks::clerk("Ann", move || {
        let _guard = shared.lock();
        drop(inside.enter());
    });
    {
        let _guard = lock.lock();
        drop(inside.enter());
    }
    ann.join().unwrap();
    let most = inside.most();
    assert!(most == 1, "{most} had the lock at the same time");
}

fn after_a_panic() {
    let lock = Arc::new(SpinLock::new());
    let shared = Arc::clone(&lock);
    let ann = checks::clerk("Ann", move || {
        checks::panics(|| {
            let _guard = shared.lock();
            panic!("the ladder is broken");
        })
    });
    drop(lock.lock());
    ann.join().unwrap();
}

fn two_locks() {
    let (first, second) = (SpinLock::new(), SpinLock::new());
    let _first = first.lock();
    drop(second.lock());
}

/// Numbers that hand on nothing by themselves, and the lock that guards the first.
struct Loans {
    count: AtomicU32,
    lock: SpinLock,
    ann_has_gone: AtomicBool,
}

fn sees_it() {
    let loans = Arc::new(Loans {
        count: AtomicU32::new(0),
        lock: SpinLock::new(),
        ann_has_gone: AtomicBool::new(false),
    });
    let shared = Arc::clone(&loans);
    let ann = checks::clerk("Ann", move || {
        let guard = shared.lock.lock();
        shared.count.store(7, Relaxed);
        drop(guard);
        shared.ann_has_gone.store(true, Relaxed);
    });
    // It is known that she had the lock, but not by a way that hands on what she did.
    if loans.ann_has_gone.load(Relaxed) {
        let _guard = loans.lock.lock();
        let count = loans.count.load(Relaxed);
        assert!(
            count == 7,
            "Ann has written 7 under the lock, and under the lock {count} is read"
        );
    }
    ann.join().unwrap();
}
