use crate::programs::ALL;
use crate::support::{ends, explored, merging};
use interleave::{Memory, Merging, Options, Time};

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
