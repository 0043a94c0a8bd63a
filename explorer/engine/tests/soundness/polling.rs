//! Loops that poll: whatever they look at, a fruitless round leads back to where they were.

use crate::support::{explored, merging};
use interleave::{Kind, Memory, Merging};
use interleave_crossbeam_channel as crossbeam;
use interleave_std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use interleave_std::sync::{Arc, Condvar, Mutex, OnceLock, RwLock, mpsc};
use interleave_std::thread;
use interleave_std::time::Duration;

type Program = fn();

fn crossbeam_receiver() {
    let (send, receive) = crossbeam::unbounded();
    let thread = thread::spawn(move || send.send(1).unwrap());
    while receive.try_recv().is_err() {
        thread::yield_now();
    }
    thread.join().unwrap();
}

fn crossbeam_bounded() {
    let (send, receive) = crossbeam::bounded(1);
    let thread = thread::spawn(move || send.send(Box::new(1)).unwrap());
    while receive.try_recv().is_err() {}
    thread.join().unwrap();
}

fn crossbeam_disconnected() {
    let (send, receive) = crossbeam::bounded::<()>(0);
    let thread = thread::spawn(move || drop(send));
    while receive.try_recv() != Err(crossbeam::TryRecvError::Disconnected) {}
    thread.join().unwrap();
}

fn crossbeam_select_default() {
    let (send, receive) = crossbeam::bounded::<u32>(1);
    let thread = thread::spawn(move || send.send(1).unwrap());
    loop {
        crossbeam::select! {
            recv(receive) -> _ => break,
            default => {}
        }
    }
    thread.join().unwrap();
}

fn crossbeam_length() {
    let (send, receive) = crossbeam::unbounded();
    let thread = thread::spawn(move || send.send(1).unwrap());
    while receive.is_empty() {}
    thread.join().unwrap();
}

fn std_receiver() {
    let (send, receive) = mpsc::channel();
    let thread = thread::spawn(move || send.send(1).unwrap());
    while receive.try_recv().is_err() {}
    thread.join().unwrap();
}

fn locked_receiver() {
    let (send, receive) = mpsc::channel();
    let receive = Mutex::new(receive);
    let thread = thread::spawn(move || send.send(1).unwrap());
    while receive.lock().unwrap().try_recv().is_err() {}
    thread.join().unwrap();
}

fn locked_sender() {
    let (send, receive) = mpsc::sync_channel(0);
    let send = Arc::new(Mutex::new(send));
    let other = Arc::clone(&send);
    let thread = thread::spawn(move || while other.lock().unwrap().try_send(1).is_err() {});
    receive.recv().unwrap();
    thread.join().unwrap();
}

fn locked_crossbeam() {
    let (send, receive) = crossbeam::unbounded();
    let receive = Mutex::new(receive);
    let thread = thread::spawn(move || send.send(1).unwrap());
    while receive.lock().unwrap().try_recv().is_err() {}
    thread.join().unwrap();
}

fn locked_flag() {
    let flag = Arc::new(Mutex::new(false));
    let other = Arc::clone(&flag);
    let thread = thread::spawn(move || *other.lock().unwrap() = true);
    while !*flag.lock().unwrap() {}
    thread.join().unwrap();
}

/// Its contents cannot be told.
struct Opaque(u32);

fn locked_opaque() {
    let flag = Arc::new(Mutex::new(Opaque(0)));
    let other = Arc::clone(&flag);
    let thread = thread::spawn(move || other.lock().unwrap().0 = 1);
    while flag.lock().unwrap().0 == 0 {}
    thread.join().unwrap();
}

fn read_opaque() {
    let flag = Arc::new(RwLock::new(Opaque(0)));
    let other = Arc::clone(&flag);
    let thread = thread::spawn(move || other.write().unwrap().0 = 1);
    while flag.read().unwrap().0 == 0 {}
    thread.join().unwrap();
}

fn once() {
    let once = Arc::new(OnceLock::new());
    let other = Arc::clone(&once);
    let thread = thread::spawn(move || other.set(Opaque(1)).is_ok());
    while once.get().is_none() {}
    thread.join().unwrap();
}

fn timed() {
    let state = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&state);
    let thread = thread::spawn(move || *other.0.lock().unwrap() = true);
    let mut ready = state.0.lock().unwrap();
    while !*ready {
        ready = state
            .1
            .wait_timeout(ready, Duration::from_millis(1))
            .unwrap()
            .0;
    }
    drop(ready);
    thread.join().unwrap();
}

fn swaps() {
    let lock = Arc::new((AtomicBool::new(false), AtomicU32::new(0)));
    let other = Arc::clone(&lock);
    let add = |lock: &(AtomicBool, AtomicU32)| {
        while lock.0.swap(true, Acquire) {
            thread::yield_now();
        }
        lock.1.store(lock.1.load(Relaxed) + 1, Relaxed);
        lock.0.store(false, Release);
    };
    let thread = thread::spawn(move || add(&other));
    add(&lock);
    thread.join().unwrap();
    assert_eq!(lock.1.load(Relaxed), 2);
}

fn swaps_strongly() {
    let lock = Arc::new(AtomicBool::new(false));
    let other = Arc::clone(&lock);
    let thread = thread::spawn(move || {
        while other.swap(true, SeqCst) {}
        other.store(false, SeqCst);
    });
    while lock.swap(true, SeqCst) {}
    lock.store(false, SeqCst);
    thread.join().unwrap();
}

fn finished() {
    let thread = thread::spawn(|| ());
    while !thread.is_finished() {}
    thread.join().unwrap();
}

/// What does not change an object by looking at it.
const LOOKING: [(&str, Program); 10] = [
    ("crossbeam_receiver", crossbeam_receiver),
    ("crossbeam_bounded", crossbeam_bounded),
    ("crossbeam_disconnected", crossbeam_disconnected),
    ("crossbeam_select_default", crossbeam_select_default),
    ("crossbeam_length", crossbeam_length),
    ("std_receiver", std_receiver),
    ("once", once),
    ("swaps", swaps),
    ("swaps_strongly", swaps_strongly),
    ("finished", finished),
];

/// What locks in each round: by history, no two rounds are alike.
const LOCKING: [(&str, Program); 7] = [
    ("locked_receiver", locked_receiver),
    ("locked_sender", locked_sender),
    ("locked_crossbeam", locked_crossbeam),
    ("locked_flag", locked_flag),
    ("locked_opaque", locked_opaque),
    ("read_opaque", read_opaque),
    ("timed", timed),
];

fn check(programs: &[(&str, Program)], rule: Merging) {
    for &(name, program) in programs {
        for memory in [Memory::Sc, Memory::Weak] {
            let mut options = merging(rule);
            options.model.memory = memory;
            options.limits.states = 100;
            options.limits.samples = 0;
            let exploration = explored(&options, program);
            assert!(exploration.is_complete(), "{name}, {memory:?}, {rule:?}");
            assert!(exploration.cyclic, "{name}, {memory:?}, {rule:?}");
            // Who looks under a lock may be looking whenever the other one wants it.
            let kinds = exploration.endings.iter().map(|end| end.outcome.kind);
            let others = kinds.filter(|kind| *kind != Kind::Livelock);
            assert_eq!(
                others.collect::<Vec<_>>(),
                [Kind::Done],
                "{name}, {memory:?}"
            );
        }
    }
}

#[test]
fn polling_comes_round() {
    check(&LOOKING, Merging::Values);
    check(&LOCKING, Merging::Values);
}

#[test]
fn looking_comes_round_by_history_as_well() {
    check(&LOOKING, Merging::History);
}

/// A thread that goes round in two states is counted in both, wherever another one's step finds it.
#[test]
fn rounds_that_repeat_nothing_are_counted() {
    let exploration = explored(&merging(Merging::Values), || {
        let shared = Arc::new((AtomicBool::new(false), AtomicU32::new(0)));
        let other = Arc::clone(&shared);
        // So that it is there from the first round on.
        shared.1.load(Relaxed);
        let waiter = thread::spawn(move || {
            while !other.0.load(SeqCst) {
                other.1.load(Relaxed);
            }
        });
        // Before the flag is set, it is set to what it was: two steps, each of which finds the
        // waiter at the one load or at the other.
        shared.0.store(false, SeqCst);
        shared.0.store(true, SeqCst);
        waiter.join().unwrap();
    });
    assert!(exploration.is_complete());
    assert_eq!(exploration.schedules(), Some(4u32.into()));
}
