//! Litmus tests: what two to four threads can see of two atomics, under both memory models.
//!
//! The expected sets under weak memory are those of the C11 model (as repaired in RC11), save for
//! the cases that are not modelled, which are named.

use crate::support::{explored, merging, printed};
use Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use interleave::{Memory, Merging};
use interleave_std::sync::Arc;
use interleave_std::sync::atomic::{AtomicU32, Ordering, fence};
use interleave_std::{println, thread};

type Atomics = Arc<[AtomicU32; 2]>;
type Body = fn(&[AtomicU32; 2], Orders) -> String;

/// The ordering of the loads, and that of the stores.
#[derive(Clone, Copy)]
struct Orders {
    load: Ordering,
    store: Ordering,
}

const RELAXED: Orders = Orders {
    load: Relaxed,
    store: Relaxed,
};
const RELEASE: Orders = Orders {
    load: Acquire,
    store: Release,
};
const STRONG: Orders = Orders {
    load: SeqCst,
    store: SeqCst,
};

const X: usize = 0;
const Y: usize = 1;

/// What the threads can see, all together.
fn seen(memory: Memory, orders: Orders, threads: &'static [Body]) -> Vec<String> {
    let mut options = merging(Merging::Values);
    options.model.memory = memory;
    printed(&explored(&options, move || {
        let atomics: Atomics = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
        let threads: Vec<_> = threads
            .iter()
            .map(|body| {
                let atomics = Arc::clone(&atomics);
                thread::spawn(move || body(&atomics, orders))
            })
            .collect();
        let seen: Vec<String> = threads.into_iter().map(|t| t.join().unwrap()).collect();
        println!("{}", seen.concat());
    }))
}

/// What can be seen under weak memory; and under sequential consistency never more than `strong`.
fn check(orders: Orders, threads: &'static [Body], weak: &[&str], strong: &[&str]) {
    assert_eq!(
        seen(Memory::Weak, orders, threads),
        weak,
        "under weak memory"
    );
    assert_eq!(
        seen(Memory::Sc, orders, threads),
        strong,
        "under sequential consistency"
    );
}

const STORE_BUFFERING: &[Body] = &[
    |a, o| {
        a[X].store(1, o.store);
        a[Y].load(o.load).to_string()
    },
    |a, o| {
        a[Y].store(1, o.store);
        a[X].load(o.load).to_string()
    },
];

#[test]
fn store_buffering() {
    let strong = &["01", "10", "11"];
    check(RELAXED, STORE_BUFFERING, &["00", "01", "10", "11"], strong);
    check(RELEASE, STORE_BUFFERING, &["00", "01", "10", "11"], strong);
    check(STRONG, STORE_BUFFERING, strong, strong);
}

#[test]
fn store_buffering_with_fences() {
    const FENCED: &[Body] = &[
        |a, o| {
            a[X].store(1, o.store);
            fence(SeqCst);
            a[Y].load(o.load).to_string()
        },
        |a, o| {
            a[Y].store(1, o.store);
            fence(SeqCst);
            a[X].load(o.load).to_string()
        },
    ];
    check(RELAXED, FENCED, &["01", "10", "11"], &["01", "10", "11"]);
}

const MESSAGE_PASSING: &[Body] = &[
    |a, o| {
        a[X].store(1, Relaxed);
        a[Y].store(1, o.store);
        String::new()
    },
    |a, o| format!("{}{}", a[Y].load(o.load), a[X].load(Relaxed)),
];

#[test]
fn message_passing() {
    let strong = &["00", "01", "11"];
    check(RELAXED, MESSAGE_PASSING, &["00", "01", "10", "11"], strong);
    check(RELEASE, MESSAGE_PASSING, strong, strong);
    check(STRONG, MESSAGE_PASSING, strong, strong);
}

#[test]
fn message_passing_needs_both_sides() {
    let weak = &["00", "01", "10", "11"];
    let strong = &["00", "01", "11"];
    check(
        Orders {
            load: Relaxed,
            store: Release,
        },
        MESSAGE_PASSING,
        weak,
        strong,
    );
    check(
        Orders {
            load: Acquire,
            store: Relaxed,
        },
        MESSAGE_PASSING,
        weak,
        strong,
    );
}

#[test]
fn message_passing_with_fences() {
    const FENCED: &[Body] = &[
        |a, _| {
            a[X].store(1, Relaxed);
            fence(Release);
            a[Y].store(1, Relaxed);
            String::new()
        },
        |a, _| {
            let y = a[Y].load(Relaxed);
            fence(Acquire);
            format!("{y}{}", a[X].load(Relaxed))
        },
    ];
    check(RELAXED, FENCED, &["00", "01", "11"], &["00", "01", "11"]);
}

#[test]
fn message_passing_through_a_read_modify_write() {
    // The middle thread's update belongs to the release sequence: what the first has released is
    // handed on, although the update itself is relaxed.
    const CHAIN: &[Body] = &[
        |a, _| {
            a[X].store(1, Relaxed);
            a[Y].store(1, Release);
            String::new()
        },
        |a, _| {
            a[Y].fetch_add(1, Relaxed);
            String::new()
        },
        |a, _| match a[Y].load(Acquire) {
            2 => format!("2{}", a[X].load(Relaxed)),
            _ => String::from("-"),
        },
    ];
    // "20" is missing: whoever sees 2 sees the update of the released 1.
    check(RELAXED, CHAIN, &["-", "21"], &["-", "21"]);
}

#[test]
fn load_buffering_is_not_modelled() {
    const LOAD_BUFFERING: &[Body] = &[
        |a, o| {
            let seen = a[X].load(o.load);
            a[Y].store(1, o.store);
            seen.to_string()
        },
        |a, o| {
            let seen = a[Y].load(o.load);
            a[X].store(1, o.store);
            seen.to_string()
        },
    ];
    // C11 allows "11" for relaxed accesses; no known machine and compiler of today shows it here.
    check(
        RELAXED,
        LOAD_BUFFERING,
        &["00", "01", "10"],
        &["00", "01", "10"],
    );
    check(
        RELEASE,
        LOAD_BUFFERING,
        &["00", "01", "10"],
        &["00", "01", "10"],
    );
}

#[test]
fn two_writes_each_are_not_reordered() {
    const TWO_PLUS_TWO: &[Body] = &[
        |a, o| {
            a[X].store(1, o.store);
            a[Y].store(2, o.store);
            String::new()
        },
        |a, o| {
            a[Y].store(1, o.store);
            a[X].store(2, o.store);
            String::new()
        },
    ];
    fn finally(memory: Memory) -> Vec<String> {
        let mut options = merging(Merging::Values);
        options.model.memory = memory;
        printed(&explored(&options, || {
            let atomics: Atomics = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
            let threads = [0, 1].map(|thread| {
                let atomics = Arc::clone(&atomics);
                thread::spawn(move || TWO_PLUS_TWO[thread](&atomics, RELAXED))
            });
            let _ = threads.map(|thread| thread.join().unwrap());
            println!("{}{}", atomics[X].load(Relaxed), atomics[Y].load(Relaxed));
        }))
    }
    // C11 allows "11" as well, if a store may enter the modification order before its end.
    assert_eq!(finally(Memory::Weak), ["12", "21", "22"]);
    assert_eq!(finally(Memory::Sc), ["12", "21", "22"]);
}

const INDEPENDENT_READS: &[Body] = &[
    |a, o| {
        a[X].store(1, o.store);
        String::new()
    },
    |a, o| {
        a[Y].store(1, o.store);
        String::new()
    },
    |a, o| format!("{}{} ", a[X].load(o.load), a[Y].load(o.load)),
    |a, o| format!("{}{}", a[Y].load(o.load), a[X].load(o.load)),
];

#[test]
fn independent_reads_of_independent_writes() {
    // "10 10": one reader sees X before Y, the other Y before X.
    let odd = "10 10".to_owned();
    assert!(seen(Memory::Weak, RELAXED, INDEPENDENT_READS).contains(&odd));
    assert!(seen(Memory::Weak, RELEASE, INDEPENDENT_READS).contains(&odd));
    assert!(!seen(Memory::Weak, STRONG, INDEPENDENT_READS).contains(&odd));
    for orders in [RELAXED, RELEASE, STRONG] {
        assert_eq!(seen(Memory::Sc, orders, INDEPENDENT_READS).len(), 15);
    }
    assert_eq!(seen(Memory::Weak, RELAXED, INDEPENDENT_READS).len(), 16);
    assert_eq!(seen(Memory::Weak, STRONG, INDEPENDENT_READS).len(), 15);
}

#[test]
fn coherence() {
    // Two loads of one atomic never go back, whatever their orderings.
    const READS: &[Body] = &[
        |a, o| {
            a[X].store(1, o.store);
            a[X].store(2, o.store);
            String::new()
        },
        |a, o| format!("{}{}", a[X].load(o.load), a[X].load(o.load)),
    ];
    let all = &["00", "01", "02", "11", "12", "22"];
    for orders in [RELAXED, RELEASE, STRONG] {
        check(orders, READS, all, all);
    }
}

#[test]
fn a_thread_sees_its_own_stores() {
    const OWN: &[Body] = &[
        |a, o| {
            a[X].store(1, o.store);
            a[X].load(o.load).to_string()
        },
        |a, o| {
            a[X].store(2, o.store);
            String::new()
        },
    ];
    check(RELAXED, OWN, &["1", "2"], &["1", "2"]);
}

#[test]
fn a_read_modify_write_sees_the_newest() {
    const ADDS: &[Body] = &[
        |a, _| a[X].fetch_add(1, Relaxed).to_string(),
        |a, _| a[X].fetch_add(1, Relaxed).to_string(),
    ];
    check(RELAXED, ADDS, &["01", "10"], &["01", "10"]);
    const SWAPS: &[Body] = &[
        |a, _| {
            a[X].compare_exchange(0, 1, AcqRel, Relaxed)
                .is_ok()
                .to_string()
        },
        |a, _| {
            a[X].compare_exchange(0, 2, AcqRel, Relaxed)
                .is_ok()
                .to_string()
        },
    ];
    check(
        RELAXED,
        SWAPS,
        &["falsetrue", "truefalse"],
        &["falsetrue", "truefalse"],
    );
}

/// A swap that leaves the value as it was hands on what its thread has done all the same.
#[test]
fn a_swap_that_changes_nothing_passes_on() {
    let mut options = merging(Merging::Values);
    options.model.memory = Memory::Weak;
    let exploration = explored(&options, || {
        let shared = Arc::new([0, 1, 0].map(AtomicU32::new));
        let other = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            other[0].store(1, Relaxed);
            other[1].swap(1, Release);
            other[2].store(1, Relaxed);
        });
        if shared[2].load(Relaxed) == 1 {
            shared[1].swap(1, Acquire);
            println!("{}", shared[0].load(Relaxed));
        }
        thread.join().unwrap();
    });
    assert_eq!(printed(&exploration), ["", "1"]);
}

#[test]
fn unparking_passes_everything_on() {
    let mut options = merging(Merging::Values);
    options.model.memory = Memory::Weak;
    let exploration = explored(&options, || {
        let value = Arc::new(AtomicU32::new(0));
        let other = Arc::clone(&value);
        let sleeper = thread::spawn(move || {
            thread::park();
            println!("{}", other.load(Relaxed));
        });
        value.store(1, Relaxed);
        sleeper.thread().unpark();
        sleeper.join().unwrap();
    });
    assert_eq!(printed(&exploration), ["1"]);
}

#[test]
fn joining_and_starting_a_thread_pass_everything_on() {
    let mut options = merging(Merging::Values);
    options.model.memory = Memory::Weak;
    let seen = printed(&explored(&options, || {
        let x = Arc::new(AtomicU32::new(0));
        x.store(1, Relaxed);
        let other = Arc::clone(&x);
        let thread = thread::spawn(move || {
            let before = other.load(Relaxed);
            other.store(2, Relaxed);
            before
        });
        let before = thread.join().unwrap();
        println!("{before} {}", x.load(Relaxed));
    }));
    assert_eq!(seen, ["1 2"]);
}

#[test]
fn a_lock_passes_everything_on() {
    let mut options = merging(Merging::Values);
    options.model.memory = Memory::Weak;
    let seen = printed(&explored(&options, || {
        let shared = Arc::new((AtomicU32::new(0), interleave_std::sync::Mutex::new(false)));
        let other = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            other.0.store(1, Relaxed);
            *other.1.lock().unwrap() = true;
        });
        let stored = *shared.1.lock().unwrap();
        println!("{stored} {}", shared.0.load(Relaxed));
        thread.join().unwrap();
    }));
    assert_eq!(seen, ["false 0", "false 1", "true 1"]);
}

#[test]
fn waiting_for_a_relaxed_flag_ends() {
    // A thread that looks again and again sees the newest value at some time.
    let mut options = merging(Merging::Values);
    options.model.memory = Memory::Weak;
    let exploration = explored(&options, || {
        let flag = Arc::new(AtomicU32::new(0));
        let other = Arc::clone(&flag);
        let thread = thread::spawn(move || other.store(1, Relaxed));
        while flag.load(Relaxed) == 0 {}
        thread.join().unwrap();
        println!("done");
    });
    assert_eq!(printed(&exploration), ["done"]);
    assert!(exploration.cyclic);
    assert!(!exploration.fails());
}
