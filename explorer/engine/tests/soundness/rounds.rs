//! A loop that waits is a cycle; one that counts its rounds is none, wherever it counts them.

use crate::support::{ends, explored, merging};
use interleave::{Cut, Exploration, Merging};
use interleave_std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Arc, Mutex, mpsc};
use interleave_std::{println, thread, thread_local};
use std::cell::{Cell, RefCell};

/// Waits in at most three rounds, which `more` counts: it says when there were so many.
///
/// Where else the number may be left, on the stack below, it is wiped away.
fn wait(ready: &AtomicBool, mut more: impl FnMut() -> bool) {
    while !ready.load(SeqCst) {
        let gives_up = more();
        wipe();
        if gives_up {
            println!("gives up");
            return;
        }
    }
    println!("ready");
}

#[inline(never)]
fn wipe() {
    std::hint::black_box([0u8; 8 << 10]);
}

fn with_flag(waiter: impl FnOnce(&AtomicBool) + Send + 'static) {
    let ready = Arc::new(AtomicBool::new(false));
    let other = Arc::clone(&ready);
    let thread = thread::spawn(move || waiter(&other));
    ready.store(true, SeqCst);
    thread.join().unwrap();
}

fn in_a_box() {
    with_flag(|ready| {
        let mut rounds = Box::new(0);
        wait(ready, || {
            *rounds += 1;
            *rounds == 3
        });
    });
}

/// The box comes from another thread.
fn in_a_box_that_was_sent() {
    let (send, receive) = mpsc::channel();
    send.send(Box::new(0)).unwrap();
    with_flag(move |ready| {
        let mut rounds = receive.recv().unwrap();
        wait(ready, || {
            *rounds += 1;
            *rounds == 3
        });
    });
}

fn in_an_element() {
    with_flag(|ready| {
        let mut rounds = vec![vec![0u32; 3]; 3];
        wait(ready, || {
            rounds[1][1] += 1;
            rounds[1][1] == 3
        });
    });
}

fn in_a_borrowed_variable() {
    let (ready, mut rounds) = (AtomicBool::new(false), 0);
    thread::scope(|scope| {
        let (ready, rounds) = (&ready, &mut rounds);
        scope.spawn(move || {
            wait(ready, || {
                *rounds += 1;
                *rounds == 3
            });
        });
        ready.store(true, SeqCst);
    });
    println!("{rounds} rounds");
}

fn in_a_borrowed_list() {
    let (ready, mut rounds) = (AtomicBool::new(false), vec![0]);
    thread::scope(|scope| {
        let (ready, rounds) = (&ready, &mut rounds);
        scope.spawn(move || {
            wait(ready, || {
                rounds[0] += 1;
                rounds[0] == 3
            });
        });
        ready.store(true, SeqCst);
    });
    println!("{rounds:?} rounds");
}

/// The thread counts in what it has locked all the time.
fn under_a_lock() {
    let rounds = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&rounds);
    with_flag(move |ready| {
        let mut rounds = rounds.lock().unwrap();
        wait(ready, || {
            *rounds += 1;
            *rounds == 3
        });
    });
    println!("{} rounds", counted.lock().unwrap());
}

static COUNTED: Mutex<u32> = Mutex::new(0);

/// What it has locked lies neither on its stack nor on the heap.
fn under_a_lock_in_a_static() {
    with_flag(|ready| {
        let mut rounds = COUNTED.lock().unwrap();
        wait(ready, || {
            *rounds += 1;
            *rounds == 3
        });
    });
    println!("{} rounds", COUNTED.lock().unwrap());
}

fn under_a_borrowed_lock() {
    let (ready, rounds) = (AtomicBool::new(false), Mutex::new(0));
    thread::scope(|scope| {
        let (ready, rounds) = (&ready, &rounds);
        scope.spawn(move || {
            let mut rounds = rounds.lock().unwrap();
            wait(ready, || {
                *rounds += 1;
                *rounds == 3
            });
        });
        ready.store(true, SeqCst);
    });
    println!("{} rounds", rounds.lock().unwrap());
}

/// The thread counts in a lock that it has to itself.
fn in_a_lock_of_its_own() {
    with_flag(|ready| {
        let mut rounds = Box::new(Mutex::new(0));
        drop(rounds.lock());
        wait(ready, || {
            let rounds = rounds.get_mut().unwrap();
            *rounds += 1;
            *rounds == 3
        });
    });
}

fn in_an_atomic_of_its_own() {
    with_flag(|ready| {
        let mut rounds = Box::new(AtomicU32::new(0));
        rounds.load(SeqCst);
        wait(ready, || {
            *rounds.get_mut() += 1;
            *rounds.get_mut() == 3
        });
    });
}

/// Looks at a flag when it is to be shown, and shows nothing.
struct Look<'a>(&'a AtomicBool);

impl std::fmt::Display for Look<'_> {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.load(SeqCst);
        Ok(())
    }
}

/// How many it has shown is in a register of the function that shows them, which was optimized
/// long ago.
fn in_a_register() {
    with_flag(|ready| {
        let look = Look(ready);
        println!("{}.", format!("{look}{look}{look}"));
    });
}

thread_local! {
    static ROUNDS: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

fn in_a_cell_of_a_thread_local() {
    with_flag(|ready| {
        COUNT.set(0);
        wait(ready, || {
            COUNT.set(COUNT.get() + 1);
            COUNT.get() == 3
        });
    });
}

fn in_a_thread_local() {
    with_flag(|ready| {
        ROUNDS.with_borrow_mut(|rounds| rounds.push(0));
        wait(ready, || {
            ROUNDS.with_borrow_mut(|rounds| {
                rounds[0] += 1;
                rounds[0] == 3
            })
        });
    });
}

#[test]
fn a_loop_that_counts_its_rounds_is_no_cycle() {
    let programs: [(&str, fn()); 13] = [
        ("in_a_box", in_a_box),
        ("in_a_box_that_was_sent", in_a_box_that_was_sent),
        ("in_an_element", in_an_element),
        ("in_a_borrowed_variable", in_a_borrowed_variable),
        ("in_a_borrowed_list", in_a_borrowed_list),
        ("under_a_lock", under_a_lock),
        ("under_a_lock_in_a_static", under_a_lock_in_a_static),
        ("under_a_borrowed_lock", under_a_borrowed_lock),
        ("in_a_lock_of_its_own", in_a_lock_of_its_own),
        ("in_an_atomic_of_its_own", in_an_atomic_of_its_own),
        ("in_a_register", in_a_register),
        ("in_a_thread_local", in_a_thread_local),
        ("in_a_cell_of_a_thread_local", in_a_cell_of_a_thread_local),
    ];
    for (name, program) in programs {
        let plain = explored(&merging(Merging::Never), program);
        assert!(plain.is_complete(), "{name}");
        for rule in [Merging::Values, Merging::History] {
            let merged = explored(&merging(rule), program);
            assert!(merged.is_complete(), "{name}, {rule:?}: {:?}", merged.cut);
            assert!(!merged.cyclic, "{name}, {rule:?}");
            assert_eq!(ends(&merged), ends(&plain), "{name}, {rule:?}");
        }
    }
}

fn complete(main: impl Fn() + Send + Sync + 'static) -> Exploration {
    let exploration = explored(&merging(Merging::Values), main);
    assert!(exploration.is_complete(), "{:?}", exploration.cut);
    assert!(exploration.cyclic);
    exploration
}

#[test]
fn a_loop_that_waits_is_a_cycle_whatever_others_have_on_the_heap() {
    // Others change what they share with the waiting thread, and what they do not.
    let exploration = complete(|| {
        let shared = Arc::new((
            AtomicBool::new(false),
            AtomicU32::new(0),
            Mutex::new(vec![0]),
        ));
        let other = Arc::clone(&shared);
        let waiter = thread::spawn(move || {
            let own = [Box::new(1)];
            while !other.0.load(SeqCst) {}
            own.len()
        });
        let mut own = vec![Box::new(0)];
        shared.1.store(1, SeqCst);
        own.push(Box::new(1));
        shared.2.lock().unwrap().push(1);
        shared.0.store(true, SeqCst);
        println!("{} {}", own.len(), waiter.join().unwrap());
    });
    assert_eq!(exploration.endings.len(), 1);
    // As many as with a waiter that has no more than the flag in common with main.
    assert_eq!(exploration.states(), 14);
}

#[test]
fn a_loop_that_makes_and_drops_is_a_cycle() {
    let exploration = complete(|| {
        let ready = Arc::new(AtomicBool::new(false));
        let other = Arc::clone(&ready);
        thread::spawn(move || other.store(true, SeqCst));
        loop {
            let text = format!("{}", ready.load(SeqCst));
            if text == "true" {
                break;
            }
        }
    });
    assert_eq!(exploration.endings.len(), 1);
}

#[test]
fn rounds_without_an_end_are_cut() {
    let mut options = merging(Merging::Values);
    options.limits.states = 200;
    options.limits.samples = 0;
    let exploration = explored(&options, || {
        let (ready, mut rounds) = (AtomicBool::new(false), 0);
        thread::scope(|scope| {
            let (ready, rounds) = (&ready, &mut rounds);
            scope.spawn(move || {
                while !ready.load(SeqCst) {
                    *rounds += 1;
                }
            });
            ready.store(true, SeqCst);
        });
        println!("{rounds}");
    });
    assert_eq!(exploration.cut, Some(Cut::States(200)));
}
