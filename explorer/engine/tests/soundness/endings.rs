use crate::support::{explored, merging};
use interleave::{Cut, Exploration, Kind, Merging, Options, Outcome};
use interleave_std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Relaxed, SeqCst},
};
use interleave_std::sync::{Arc, Condvar, Mutex};
use interleave_std::time::Duration;
use interleave_std::{println, thread};
use std::time::Duration as RealDuration;

fn explore(main: impl Fn() + Send + Sync + 'static) -> Exploration {
    explored(&merging(Merging::Values), main)
}

fn failures(exploration: &Exploration) -> Vec<&Outcome> {
    let outcomes = exploration.endings.iter().map(|ending| &ending.outcome);
    outcomes.filter(|outcome| outcome.fails()).collect()
}

#[test]
fn a_deadlock_names_who_waits_for_what_held_by_whom() {
    let exploration = explore(|| {
        let (a, b) = (Mutex::new(()), Mutex::new(()));
        thread::scope(|s| {
            s.spawn(|| {
                let _a = a.lock().unwrap();
                let _b = b.lock().unwrap();
            });
            s.spawn(|| {
                let _b = b.lock().unwrap();
                let _a = a.lock().unwrap();
            });
        });
    });
    let failures = failures(&exploration);
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].kind, Kind::Deadlock);
    let waits: Vec<_> = failures[0]
        .troubles
        .iter()
        .map(|t| (t.thread, t.why.as_str(), t.threads.clone()))
        .collect();
    let expected = [
        (0, "has not ended", vec![1, 2]),
        (1, "is locked", vec![2]),
        (2, "is locked", vec![1]),
    ];
    assert_eq!(waits, expected);
}

#[test]
fn a_lost_wake_up_is_a_deadlock() {
    let exploration = explore(|| {
        let state = Arc::new((Mutex::new(()), Condvar::new()));
        let other = Arc::clone(&state);
        thread::spawn(move || other.1.notify_all());
        let guard = state.0.lock().unwrap();
        drop(state.1.wait(guard).unwrap());
    });
    assert!(exploration.is_complete());
    let kinds: Vec<_> = exploration
        .endings
        .iter()
        .map(|ending| ending.outcome.kind)
        .collect();
    assert_eq!(kinds, [Kind::Done, Kind::Deadlock]);
}

#[test]
fn waiting_for_what_never_comes_is_a_livelock() {
    let exploration = explore(|| {
        let stop = Arc::new(AtomicBool::new(false));
        let thread = thread::spawn(move || while !stop.load(SeqCst) {});
        thread.join().unwrap();
    });
    assert!(exploration.is_complete());
    let failures = failures(&exploration);
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].kind, Kind::Livelock);
    assert_eq!(failures[0].troubles[0].why, "goes round for ever");
}

#[test]
fn two_threads_that_give_way_to_each_other_may_do_so_for_ever() {
    let exploration = explore(|| {
        let (a, b) = (Mutex::new(()), Mutex::new(()));
        let get_both = |first: &Mutex<()>, second: &Mutex<()>| loop {
            let _first = first.lock().unwrap();
            if second.try_lock().is_ok() {
                return;
            }
        };
        thread::scope(|s| {
            s.spawn(|| get_both(&a, &b));
            s.spawn(|| get_both(&b, &a));
        });
    });
    assert!(exploration.is_complete());
    let kinds: Vec<_> = exploration
        .endings
        .iter()
        .map(|ending| ending.outcome.kind)
        .collect();
    assert_eq!(kinds, [Kind::Done, Kind::Livelock]);
}

#[test]
fn waiting_for_a_lock_by_spinning_is_no_livelock() {
    let exploration = explore(|| {
        let (locked, count) = (AtomicBool::new(false), AtomicU32::new(0));
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    while locked.swap(true, SeqCst) {
                        thread::yield_now();
                    }
                    count.store(count.load(SeqCst) + 1, SeqCst);
                    locked.store(false, SeqCst);
                });
            }
        });
        println!("{}", count.load(SeqCst));
    });
    assert!(exploration.is_complete() && exploration.cyclic);
    assert_eq!(exploration.endings.len(), 1);
    assert_eq!(exploration.endings[0].outcome.stdout, "2\n");
}

#[test]
fn a_panic_that_nobody_joins_fails() {
    let exploration = explore(|| {
        thread::spawn(|| panic!("unseen"));
        println!("main");
    });
    let failures = failures(&exploration);
    assert_eq!(failures.len(), 1);
    assert_eq!(
        (failures[0].kind, failures[0].troubles[0].why.as_str()),
        (Kind::Panic, "unseen")
    );
    // Main may also return first: then nobody sees the panic.
    assert!(
        exploration
            .endings
            .iter()
            .any(|ending| ending.outcome.kind == Kind::Done)
    );
}

#[test]
fn a_panic_that_is_joined_does_not_fail() {
    let exploration = explore(|| {
        let result = thread::spawn(|| panic!("seen")).join();
        println!("{}", result.is_err());
    });
    assert!(!exploration.fails());
}

#[test]
fn exit_ends_all_threads() {
    let exploration = explore(|| {
        thread::spawn(|| interleave_std::process::exit(3));
        println!("main");
    });
    let statuses: Vec<_> = exploration
        .endings
        .iter()
        .map(|e| (e.outcome.kind, e.outcome.status))
        .collect();
    assert!(statuses.contains(&(Kind::Exit, Some(3))));
    assert!(statuses.contains(&(Kind::Done, Some(0))));
}

#[test]
fn sleeping_is_no_synchronization() {
    let program = || {
        thread::spawn(|| println!("hello"));
        thread::sleep(Duration::from_secs(1));
        println!("goodbye");
    };
    let printed = |exploration: &Exploration| crate::support::printed(exploration);
    assert_eq!(
        printed(&explore(program)),
        ["goodbye", "goodbye\nhello", "hello\ngoodbye"]
    );
    // On a machine with time to spare it seems to work.
    let mut idle = merging(Merging::Values);
    idle.model.time = interleave::Time::Idle;
    assert_eq!(printed(&explored(&idle, program)), ["hello\ngoodbye"]);
}

#[test]
fn spurious_wake_ups_are_found_if_asked_for() {
    let program = || {
        let state = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&state);
        let thread = thread::spawn(move || {
            *other.0.lock().unwrap() = true;
            other.1.notify_one();
        });
        let mut ready = state.0.lock().unwrap();
        if !*ready {
            ready = state.1.wait(ready).unwrap();
        }
        println!("{ready}");
        drop(ready);
        thread.join().unwrap();
    };
    let mut options = merging(Merging::Values);
    assert_eq!(
        crate::support::printed(&explored(&options, program)),
        ["true"]
    );
    options.model.spurious_wakeups = true;
    assert_eq!(
        crate::support::printed(&explored(&options, program)),
        ["false", "true"]
    );
}

/// The way with the fewest steps goes back and forth; the one with the fewest switches is shown.
#[test]
fn the_shortest_schedule_has_the_fewest_switches() {
    let exploration = explore(|| {
        let shared = Arc::new((AtomicU32::new(0), AtomicU32::new(0)));
        let other = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            if other.0.load(SeqCst) != 1 {
                (1..4).for_each(|number| other.1.store(number, SeqCst));
            }
            thread::park();
        });
        shared.0.store(1, SeqCst);
        shared.0.store(0, SeqCst);
        thread.thread().unpark();
        thread.join().unwrap();
    });
    let lines = exploration.trace(&exploration.endings[0]);
    let switches = lines
        .windows(2)
        .filter(|pair| pair[0].thread != pair[1].thread);
    assert_eq!(switches.count(), 2, "{lines:?}");
    let stores = lines
        .iter()
        .filter(|line| line.operation.starts_with("store"));
    assert_eq!(stores.count(), 5, "{lines:?}");
}

/// A loop to which only an older value leads.
#[test]
fn a_livelock_that_needs_an_older_value_once_is_found() {
    let mut options = merging(Merging::Values);
    options.model.memory = interleave::Memory::Weak;
    let exploration = explored(&options, || {
        let shared = Arc::new((AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0)));
        let other = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            other.0.store(1, Relaxed);
            other.1.store(1, Relaxed);
        });
        if shared.1.load(Relaxed) == 1 && shared.0.load(Relaxed) == 0 {
            while shared.2.load(Relaxed) == 0 {}
        }
        thread.join().unwrap();
    });
    assert!(exploration.is_complete());
    let kinds: Vec<_> = exploration.endings.iter().map(|e| e.outcome.kind).collect();
    assert_eq!(kinds, [Kind::Done, Kind::Livelock]);
}

/// Waits in a loop, as one must; `wakes` says whether anybody ever wakes it.
fn waiting_in_a_loop(wakes: bool) -> Exploration {
    let mut options = merging(Merging::Values);
    options.model.spurious_wakeups = true;
    explored(&options, move || {
        let state = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&state);
        let thread = thread::spawn(move || {
            *other.0.lock().unwrap() = true;
            if wakes {
                other.1.notify_one();
            }
        });
        let mut ready = state.0.lock().unwrap();
        while !*ready {
            ready = state.1.wait(ready).unwrap();
        }
        drop(ready);
        thread.join().unwrap();
    })
}

#[test]
fn who_is_never_woken_spuriously_does_not_go_round() {
    let exploration = waiting_in_a_loop(true);
    assert!(exploration.is_complete());
    assert!(exploration.cyclic);
    let kinds: Vec<_> = exploration.endings.iter().map(|e| e.outcome.kind).collect();
    assert_eq!(kinds, [Kind::Done]);
}

#[test]
fn who_can_only_wake_spuriously_is_in_a_deadlock() {
    let exploration = waiting_in_a_loop(false);
    assert!(exploration.is_complete());
    let kinds: Vec<_> = exploration.endings.iter().map(|e| e.outcome.kind).collect();
    assert_eq!(kinds, [Kind::Done, Kind::Deadlock]);
    let stuck = &exploration.endings[1];
    assert_eq!(stuck.count, None);
    assert_eq!(stuck.outcome.troubles[0].why, "is not notified");
    assert!(!exploration.schedule(stuck).is_empty());
}

fn with_limits(states: usize, steps: usize) -> Options {
    let mut options = merging(Merging::Values);
    options.limits.states = states;
    options.limits.steps = steps;
    options.limits.samples = 10;
    options
}

fn counting() {
    let count = Arc::new(AtomicU32::new(0));
    let other = Arc::clone(&count);
    thread::spawn(move || {
        loop {
            other.fetch_add(1, SeqCst);
        }
    });
    println!("{}", count.load(SeqCst) % 2);
}

#[test]
fn a_search_with_too_many_states_is_not_complete_and_is_sampled() {
    let exploration = explored(&with_limits(50, 1_000_000), counting);
    assert_eq!(exploration.cut, Some(Cut::States(50)));
    assert_eq!(exploration.samples, 10);
    assert!(!exploration.endings.is_empty());
}

#[test]
fn a_search_that_takes_too_long_is_not_complete() {
    let mut options = with_limits(100_000, 1_000_000);
    options.limits.time = RealDuration::ZERO;
    let exploration = explored(&options, counting);
    assert_eq!(exploration.cut, Some(Cut::Time(RealDuration::ZERO)));
    assert_eq!(exploration.samples, 10);
}

#[test]
fn a_schedule_that_is_too_long_is_not_followed() {
    let exploration = explored(&with_limits(100_000, 30), counting);
    assert!(
        matches!(exploration.cut, Some(Cut::Steps(30))),
        "{:?}",
        exploration.cut
    );
}

#[test]
fn a_thread_that_never_parks_hangs() {
    let mut options = merging(Merging::Values);
    options.limits.silence = RealDuration::from_millis(200);
    let exploration = explored(&options, || {
        let stored = Arc::new(AtomicU32::new(0));
        let other = Arc::clone(&stored);
        let thread = thread::spawn(move || {
            other.store(1, SeqCst);
            let mut rounds = 0u64;
            while std::hint::black_box(true) {
                rounds = rounds.wrapping_add(1);
                // Slowly, so that the other tests get their turns.
                std::thread::sleep(RealDuration::from_millis(1));
            }
        });
        thread.join().unwrap();
    });
    assert_eq!(exploration.cut, Some(Cut::Hang));
    assert!(
        failures(&exploration)
            .iter()
            .any(|outcome| outcome.kind == Kind::Hang)
    );
    // The next exploration works all the same.
    assert!(explore(|| println!("fine")).is_complete());
}

#[test]
fn what_changes_from_run_to_run_is_noticed() {
    let runs = Arc::new(std::sync::atomic::AtomicU32::new(0));
    let exploration = explore(move || {
        let run = runs.fetch_add(1, SeqCst);
        let lock = Mutex::new(0);
        thread::scope(|s| {
            s.spawn(|| *lock.lock().unwrap() += 1);
            s.spawn(|| *lock.lock().unwrap() += 1);
            if run > 0 {
                println!("another run");
            }
        });
    });
    assert!(!exploration.is_complete());
    assert!(
        matches!(exploration.cut, Some(Cut::Nondeterminism(_))),
        "{:?}",
        exploration.cut
    );
}

#[test]
fn a_hundred_thousand_steps_are_followed() {
    let exploration = explore(|| {
        let lock = Mutex::new(0u32);
        for _ in 0..50_000 {
            *lock.lock().unwrap() += 1;
        }
        println!("{}", lock.into_inner().unwrap());
    });
    assert!(exploration.is_complete());
    assert_eq!(exploration.endings[0].outcome.stdout, "50000\n");
    assert!(exploration.states() > 100_000);
}

#[test]
fn ten_threads_are_explored() {
    let exploration = explore(|| {
        let lock = Arc::new(Mutex::new(0));
        let threads: Vec<_> = (0..10)
            .map(|_| {
                let lock = Arc::clone(&lock);
                thread::spawn(move || *lock.lock().unwrap() += 1)
            })
            .collect();
        threads
            .into_iter()
            .for_each(|thread| thread.join().unwrap());
        println!("{}", lock.lock().unwrap());
    });
    assert!(exploration.is_complete());
    assert_eq!(exploration.schedules(), Some(3_628_800u32.into()));
}
