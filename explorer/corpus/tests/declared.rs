//! Every program of the corpus ends in the ways that it declares, and in no other.
//!
//! It is explored three times, by each of the rules for merging states: all must count the same.
//! The third one merges nothing, it enumerates all schedules one by one, so it is left out where
//! there are too many. Both others are left out where threads can go round for ever.

use interleave_corpus::declaration::{Declaration, Way, found};
use interleave_corpus::{PROGRAMS, Program};
use libtest_mimic::{Arguments, Failed, Trial};
use std::explorer::{Exploration, Limits, Merging, Model, Options};

/// More schedules than this are not enumerated one by one.
const ENUMERABLE: u32 = 3_000;

fn main() {
    let arguments = Arguments::from_args();
    let trials = PROGRAMS
        .iter()
        .map(|program| Trial::test(program.name, || check(program)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(program: &'static Program) -> Result<(), Failed> {
    let declaration = Declaration::read(program.text)
        .map_err(|line| format!("failed to understand the declaration `{line}`"))?;
    let merged = search(program, declaration.model, Merging::Values);
    compare(program, &declaration.ways, &merged)?;
    if merged.cyclic {
        // By its history, a thread that goes round is never where it was.
        return Ok(());
    }
    let by_history = search(program, declaration.model, Merging::History);
    compare(program, &declaration.ways, &by_history)?;
    if merged
        .schedules()
        .is_some_and(|schedules| schedules <= ENUMERABLE.into())
    {
        let one_by_one = search(program, declaration.model, Merging::Never);
        compare(program, &declaration.ways, &one_by_one)?;
    }
    Ok(())
}

fn search(program: &'static Program, model: Model, merging: Merging) -> Exploration {
    let options = Options {
        model: Model { merging, ..model },
        limits: Limits {
            states: 1_000_000,
            ..Limits::default()
        },
        file: program.file.to_owned(),
        ..Options::default()
    };
    interleave::explore(&options, program.main, |_| ())
}

fn compare(program: &Program, declared: &[Way], exploration: &Exploration) -> Result<(), Failed> {
    let merging = exploration.model.merging;
    let found = found(exploration, declared);
    // A hang is an end that the search itself cannot go past.
    let hangs = found.iter().any(|way| way.kind == "hang");
    if let Some(cut) = exploration.cut.as_ref().filter(|_| !hangs) {
        return Err(format!("not everything was explored ({merging:?}): {cut}").into());
    }
    if found != declared {
        let lines = |ways: &[Way]| {
            ways.iter()
                .map(|way| format!("//! {way}\n"))
                .collect::<String>()
        };
        return Err(format!(
            "{}\ndeclared:\n{}found ({merging:?}):\n{}",
            program.file,
            lines(declared),
            lines(&found)
        )
        .into());
    }
    Ok(())
}
