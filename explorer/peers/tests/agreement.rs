//! This explorer, shuttle and loom find the same outcomes, save where the list of programs says why
//! they do not.

use interleave_peers::list::{COMPARED, Difference};
use interleave_peers::run::{Run, loom, ours, shuttle};
use std::time::Duration;

/// None of the programs comes near it.
const LIMIT: Duration = Duration::from_secs(60);

fn complete(run: Run, name: &str, by: &str) -> Run {
    assert!(run.complete, "{by} did not explore all of {name}: {run:?}");
    run
}

#[test]
fn the_outcomes_are_those_of_shuttle() {
    for program in COMPARED {
        let ours = complete(ours(program.ours, LIMIT), program.name, "this explorer");
        let theirs = shuttle(program.shuttle, LIMIT);
        if program.difference == Some(Difference::Deadlocks) {
            // It stops there.
            assert!(
                theirs.outcomes.is_subset(&ours.outcomes),
                "{}: {theirs:?}",
                program.name
            );
            assert!(
                theirs.outcomes.contains("deadlock"),
                "{}: {theirs:?}",
                program.name
            );
            continue;
        }
        let theirs = complete(theirs, program.name, "shuttle");
        assert_eq!(ours.outcomes, theirs.outcomes, "{}", program.name);
    }
}

#[test]
fn the_outcomes_are_those_of_loom() {
    for program in COMPARED {
        let cannot_run = [Difference::Deadlocks, Difference::NoBarrierInLoom];
        if program
            .difference
            .is_some_and(|difference| cannot_run.contains(&difference))
        {
            continue;
        }
        let ours = complete(ours(program.ours, LIMIT), program.name, "this explorer").outcomes;
        let theirs = complete(loom(program.loom, LIMIT), program.name, "loom").outcomes;
        let more: Vec<&str> = theirs.difference(&ours).map(String::as_str).collect();
        let fewer: Vec<&str> = ours.difference(&theirs).map(String::as_str).collect();
        match program.difference {
            Some(Difference::SeqCstInLoom) => assert_eq!((more, fewer.len()), (vec!["0 0"], 0)),
            Some(Difference::TryLockInLoom) => assert_eq!((more.len(), fewer), (0, vec!["false"])),
            _ => assert_eq!(ours, theirs, "{}", program.name),
        }
    }
}
