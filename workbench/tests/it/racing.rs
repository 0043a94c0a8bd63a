//! The detector's verdicts on the programs in `tests/race`.
//!
//! A line that races is marked `// race` there. The tests run each program a few times;
//! `the_table_of_all_programs` runs each as often as `RACE_TABLE_RUNS` says, once unless it is set.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use workbench::compile::MAIN;
use workbench::race::report::Race;
use workbench::race::{Check, Detector, Doubt, Patience, Verdict};
use workbench::{Ending, Limits, Raced};

use crate::{BENCH, ROOT};

static DETECTOR: LazyLock<Detector> =
    LazyLock::new(|| Detector::open(&BENCH, &ROOT).expect("a detector"));

fn race(source: &str, patience: &Patience) -> Raced {
    BENCH
        .race(&DETECTOR, Path::new(MAIN), source, patience)
        .unwrap()
}

fn check(source: &str, runs: usize, all_runs: bool) -> Check {
    let patience = Patience {
        runs,
        all_runs,
        ..Patience::default()
    };
    match race(source, &patience) {
        Raced::Checked(check) => check,
        Raced::Refused(said) => panic!("does not compile:\n{}", said.text),
    }
}

fn programs(kind: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/race")
        .join(kind);
    let files = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    let read = |file: PathBuf| {
        let name = format!("{kind}/{}", file.file_stem().unwrap().to_string_lossy());
        (name, fs::read_to_string(&file).unwrap())
    };
    files.into_iter().map(read).collect()
}

/// The lines that are marked.
fn marked(source: &str) -> BTreeSet<u32> {
    let lines = source.lines().zip(1..);
    lines
        .filter(|(line, _)| line.contains("// race"))
        .map(|(_, number)| number)
        .collect()
}

/// The lines that were reported.
fn reported(races: &[Race]) -> BTreeSet<u32> {
    let accesses = races.iter().flat_map(|race| [&race.now, &race.before]);
    accesses
        .filter_map(|access| Some(access.stack.first()?.line))
        .collect()
}

/// Runs all of a kind, at most so many times each, and returns what is not as it should be.
fn faults(kind: &str, runs: usize, expected: Verdict) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, source) in programs(kind) {
        let check = check(&source, runs, false);
        let text = check.text(&Patience::default().limits);
        if check.verdict() != expected {
            faults.push(format!("{name} in {} runs: {text}", check.runs));
        } else if !reported(&check.races).is_subset(&marked(&source)) {
            faults.push(format!("{name} is reported elsewhere than marked: {text}"));
        }
    }
    faults
}

#[test]
fn correct_programs_are_never_reported() {
    assert_eq!(faults("clean", 3, Verdict::NotFound), [""; 0]);
}

#[test]
fn races_are_found_at_their_lines() {
    assert_eq!(faults("racy", 20, Verdict::Found), [""; 0]);
}

#[test]
fn a_rare_race_is_found_by_repetition() {
    assert_eq!(faults("rare", 20, Verdict::Found), [""; 0]);
}

#[test]
fn fences_leave_a_doubt() {
    assert_eq!(faults("fences", 3, Verdict::Inconclusive), [""; 0]);
}

/// Prints the table: `RACE_TABLE_RUNS=20 cargo test -p workbench --test it -- --nocapture table`.
#[test]
fn the_table_of_all_programs() {
    let runs = std::env::var("RACE_TABLE_RUNS").map_or(1, |runs| runs.parse().unwrap());
    let mut faults = Vec::new();
    for kind in ["clean", "racy", "rare", "fences"] {
        for (name, source) in programs(kind) {
            let found = (0..runs).filter(|_| !check(&source, 1, true).races.is_empty());
            let found = found.count();
            println!("{name:32} reported in {found:2} of {runs} runs");
            let is_right = match kind {
                "racy" => found * 20 >= (runs - 1) * 15,
                "rare" => found > 0 || runs < 20,
                "clean" => found == 0,
                _ => true,
            };
            if !is_right {
                faults.push(name);
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn a_report_is_in_the_words_of_gos_detector() {
    let source = "\
use std::thread;

static mut BOARD: u32 = 0;

fn write(number: u32) {
    unsafe { BOARD = number };
}

fn main() {
    let ann = thread::spawn(|| write(1));
    write(2);
    ann.join().unwrap();
    println!(\"written\");
}
";
    let check = check(source, 20, false);
    assert_eq!(check.finished.ending, Ending::Exited(66));
    assert_eq!(check.finished.stdout, "written\n");
    let text = check.text(&Patience::default().limits);
    // Which of the two comes first is another matter in every run.
    let (ann, main) = (
        "  write()\n      src/main.rs:6:14\n  main::{closure#0}()\n      src/main.rs:10:32\n",
        "  write()\n      src/main.rs:6:14\n  main()\n      src/main.rs:11:5\n",
    );
    let report = |now: &str, before: &str| {
        format!(
            "==================\nWARNING: DATA RACE\n{now}\n{before}\n\
             Thread 1 created by main thread at:\n  main()\n      src/main.rs:10:15\n\
             ==================\nFound 1 data race(s)\n"
        )
    };
    let one = report(
        &format!("Write of BOARD by main thread:\n{main}"),
        &format!("Previous write of BOARD by thread 1:\n{ann}"),
    );
    let other = report(
        &format!("Write of BOARD by thread 1:\n{ann}"),
        &format!("Previous write of BOARD by main thread:\n{main}"),
    );
    assert!(text == one || text == other, "{text}");
}

#[test]
fn a_refused_program_is_refused_in_the_compilers_words() {
    let source = "fn main() { let mutex = std::sync::Mutex::new(1); let _: u8 = mutex; }";
    let Raced::Refused(said) = race(source, &Patience::default()) else {
        panic!("compiles");
    };
    assert_eq!(said.codes, BTreeSet::from(["E0308".to_owned()]));
    assert!(!said.text.contains("race_std"), "{}", said.text);
}

#[test]
fn a_program_that_does_not_end_leaves_a_doubt() {
    let patience = Patience {
        limits: Limits {
            time: Duration::from_secs(1),
            ..Limits::default()
        },
        ..Patience::default()
    };
    let source = "fn main() { loop { std::thread::yield_now(); } }";
    let Raced::Checked(check) = race(source, &patience) else {
        panic!("does not compile");
    };
    assert_eq!(check.runs, 1);
    assert_eq!(check.doubt, Some(Doubt::Stopped(Ending::TimedOut)));
    assert_eq!(check.verdict(), Verdict::Inconclusive);
}
