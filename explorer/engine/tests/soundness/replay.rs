use crate::programs::ALL;
use crate::support::{explored, merging};
use interleave::{Memory, Merging, replay};

#[test]
fn every_shortest_schedule_leads_to_its_end() {
    for memory in [Memory::Sc, Memory::Weak] {
        let mut options = merging(Merging::Values);
        options.model.memory = memory;
        for &(name, program) in ALL {
            let exploration = explored(&options, program);
            for ending in &exploration.endings {
                let schedule = exploration.schedule(ending);
                let again = replay(
                    &options,
                    move || {
                        program();
                        0
                    },
                    &schedule,
                );
                assert_eq!(again.as_ref(), Some(&ending.outcome), "{name}: {schedule:?}");
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
    assert_eq!(replay(&merging(Merging::Values), main, &[0]), None);
    assert_eq!(replay(&merging(Merging::Values), main, &[9]), None);
}
