use crate::programs::ALL;
use crate::support::{ends, explored, merging};
use interleave::{Memory, Merging, Options, Time};
use interleave_std::sync::Mutex;
use interleave_std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use interleave_std::{println, thread};
use std::cell::UnsafeCell;

/// Both rules for merging give the outcomes and the counts of the tree of all schedules.
fn compare(change: impl Fn(Options) -> Options) {
    for (name, program) in ALL {
        let explore = |rule| explored(&change(merging(rule)), program);
        let plain = explore(Merging::Never);
        assert!(plain.is_complete(), "{name}: {:?}", plain.cut);
        for rule in [Merging::Values, Merging::History] {
            let merged = explore(rule);
            assert!(merged.is_complete(), "{name}, {rule:?}: {:?}", merged.cut);
            assert!(!merged.cyclic, "{name} has cycles");
            // That nothing had to be merged by history after all.
            assert_eq!(merged.model.merging, rule, "{name}");
            assert_eq!(ends(&merged), ends(&plain), "{name}, merged by {rule:?}");
            assert!(merged.states() <= plain.states(), "{name}");
        }
    }
}

#[test]
fn merged_searches_agree_with_plain_enumeration() {
    compare(|options| options);
}

#[test]
fn they_agree_when_time_passes_only_in_idleness() {
    compare(|mut options| {
        options.model.time = Time::Idle;
        options
    });
}

#[test]
fn they_agree_under_weak_memory() {
    compare(|mut options| {
        options.model.memory = Memory::Weak;
        options
    });
}

/// Memory that the explorer does not see, and a lock that guards it.
struct Unseen(Mutex<()>, UnsafeCell<u32>, AtomicU32);

// SAFETY: the cell is only used by whoever has the lock.
unsafe impl Sync for Unseen {}

impl Unseen {
    fn change(&self, change: impl FnOnce(u32) -> u32) -> u32 {
        let _guard = self.0.lock().unwrap();
        // SAFETY: this thread has the lock.
        unsafe {
            *self.1.get() = change(*self.1.get());
            *self.1.get()
        }
    }
}

/// What one of the threads does next depends on what only the unseen memory tells.
fn unseen() {
    let shared = Unseen(Mutex::new(()), UnsafeCell::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| shared.change(|value| value * 2 + 1));
        s.spawn(|| match shared.change(|value| value * 3 + 1) {
            1 => shared.2.store(5, Relaxed),
            _ => drop(shared.2.fetch_add(7, Relaxed)),
        });
    });
    println!(
        "{} {}",
        shared.change(|value| value),
        shared.2.load(Relaxed)
    );
}

#[test]
fn by_history_unseen_memory_keeps_states_apart() {
    let plain = explored(&merging(Merging::Never), unseen);
    let merged = explored(&merging(Merging::History), unseen);
    assert!(plain.is_complete() && merged.is_complete());
    assert_eq!(ends(&merged), ends(&plain));
    assert!(merged.states() < plain.states());
}

#[test]
fn unseen_memory_that_shows_in_a_step_is_noticed() {
    let plain = explored(&merging(Merging::Never), unseen);
    // It cannot be merged by value, so it is merged by history after all.
    let merged = explored(&merging(Merging::Values), unseen);
    assert!(merged.is_complete(), "{:?}", merged.cut);
    assert_eq!(merged.model.merging, Merging::History);
    assert_eq!(ends(&merged), ends(&plain));
}

#[test]
fn the_graph_is_the_same_to_the_byte() {
    for (name, program) in ALL {
        let json = || explored(&merging(Merging::Values), program).json();
        let first = json();
        for _ in 0..3 {
            assert_eq!(json(), first, "{name}");
        }
    }
}

#[test]
fn merging_by_value_needs_fewer_states_than_by_history() {
    let apart = ALL.iter().find(|(name, _)| *name == "apart");
    let program = apart.expect("it is among the programs").1;
    let states = |rule| explored(&merging(rule), program).states();
    assert!(states(Merging::Values) < states(Merging::History));
    assert!(states(Merging::History) < states(Merging::Never));
}
