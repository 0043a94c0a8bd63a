use crate::programs::ALL;
use crate::support::{explored, merging};
use interleave::{Kind, Memory, Merging, Outcome};

/// Messages of panics, or reasons for waiting, and where.
type Troubles<'a> = Vec<(&'a str, (u32, u32))>;

/// What can be compared of two searches: not the numbers of operations, which are given in the
/// order in which a search meets them.
fn end(outcome: &Outcome) -> (Kind, Option<i32>, String, Troubles<'_>) {
    let mut troubles: Vec<_> = outcome
        .troubles
        .iter()
        .map(|trouble| (trouble.why.as_str(), trouble.position))
        .collect();
    troubles.sort_unstable();
    let printed = format!("{}{}", outcome.stdout, outcome.stderr);
    (outcome.kind, outcome.status, printed, troubles)
}

#[test]
fn every_shortest_schedule_leads_to_its_end() {
    for memory in [Memory::Sc, Memory::Weak] {
        let mut options = merging(Merging::Values);
        options.model.memory = memory;
        for &(name, program) in ALL {
            let exploration = explored(&options, program);
            for ending in &exploration.endings {
                let schedule = exploration.schedule(ending);
                let again = exploration.replay(
                    &options,
                    move || {
                        program();
                        0
                    },
                    &schedule,
                );
                let again = again.unwrap_or_else(|| panic!("{name}: {schedule:?} leads to no end"));
                assert_eq!(end(&again), end(&ending.outcome), "{name}: {schedule:?}");
            }
        }
    }
}

#[test]
fn a_schedule_that_ends_nowhere_has_no_end() {
    let program = ALL.iter().find(|(name, _)| *name == "counter").unwrap().1;
    let main = move || {
        program();
        0
    };
    let options = merging(Merging::Values);
    let exploration = explored(&options, program);
    assert_eq!(exploration.replay(&options, main, &[0]), None);
    assert_eq!(exploration.replay(&options, main, &[9]), None);
}
