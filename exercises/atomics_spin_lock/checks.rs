//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, weak};
use exercise::SpinLock;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("a lock that was released can be taken again", again),
        weak("never two have the lock", never_two),
        weak("whoever has the lock sees what was done before", sees_it),
        weak("a panic releases the lock", after_a_panic),
    ]);
}

/// A number, and the lock that guards it.
struct Loans {
    lock: SpinLock,
    count: AtomicU32,
}

impl Loans {
    fn new() -> Arc<Loans> {
        Arc::new(Loans {
            lock: SpinLock::new(),
            count: AtomicU32::new(0),
        })
    }

    /// Reads, adds, writes: what a lock is for.
    fn add(&self) {
        let seen = self.count.load(Relaxed);
        self.count.store(seen + 1, Relaxed);
    }

    fn count(&self) -> u32 {
        let _guard = self.lock.lock();
        self.count.load(Relaxed)
    }
}

fn lender(name: &str, loans: &Arc<Loans>) -> JoinHandle<()> {
    let loans = Arc::clone(loans);
    checks::clerk(name, move || {
        let _guard = loans.lock.lock();
        loans.add();
    })
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

fn sees_it() {
    let loans = Loans::new();
    let ann = lender("Ann", &loans);
    {
        let _guard = loans.lock.lock();
        loans.add();
    }
    ann.join().unwrap();
    let count = loans.count();
    assert!(count == 2, "two loans, and {count} were counted");
}

fn after_a_panic() {
    let loans = Loans::new();
    let shared = Arc::clone(&loans);
    let ann = checks::clerk("Ann", move || {
        checks::panics(|| {
            let _guard = shared.lock.lock();
            shared.add();
            panic!("the ladder is broken");
        })
    });
    {
        let _guard = loans.lock.lock();
        loans.add();
    }
    ann.join().unwrap();
    let count = loans.count();
    assert!(count == 2, "two loans, and {count} were counted");
}
