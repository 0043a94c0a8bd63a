//! The programs of `tests/race`, which are there for the detector: what the explorer says of them.

use crate::{explorer, folder};
use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};
use workbench::race::explored::{Explored, Pass, explore};

/// The programs of a kind, by their names.
fn programs(kind: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(folder().join("tests/race").join(kind)).expect("the folder is there");
    let mut files: Vec<_> = files
        .map(|file| file.expect("it is there").path())
        .collect();
    files.sort();
    let read = |file: std::path::PathBuf| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&file).expect("it can be read");
        (format!("{kind}_{name}"), text)
    };
    files.into_iter().map(read).collect()
}

fn judge(name: &str, text: &str) -> Result<Explored, Pass> {
    // What is built for the first time takes longer, and is not measured.
    let _ = explore(&explorer(), name, "src/main.rs", text);
    let start = Instant::now();
    let found = explore(&explorer(), name, "src/main.rs", text);
    let time = start.elapsed();
    let verdict = match &found {
        Ok(found) if found.races.is_empty() => "no schedule has a race".to_owned(),
        Ok(found) => format!("{} race(s)", found.races.len()),
        Err(pass) => pass.to_string(),
    };
    println!("{name:32} {:4} ms  {verdict}", time.as_millis());
    // Twice the limit of a search, and then some: the machine may be busy.
    assert!(time < Duration::from_secs(30), "{name} took {time:?}");
    found
}

/// The lines that are marked `// race`.
fn marked(text: &str) -> BTreeSet<u32> {
    let lines = text.lines().zip(1..);
    let marked = lines.filter(|(line, _)| line.contains("// race"));
    marked.map(|(_, number)| number).collect()
}

fn reported(found: &Explored) -> BTreeSet<u32> {
    let sides = found
        .races
        .iter()
        .flat_map(|race| [&race.now, &race.before]);
    sides.map(|side| side.stack[0].line).collect()
}

#[test]
fn every_racy_program_is_found_at_its_lines() {
    for (name, text) in programs("racy") {
        let found = judge(&name, &text).unwrap_or_else(|pass| panic!("{name}: {pass:?}"));
        assert!(!found.races.is_empty(), "{name}");
        let (lines, marked) = (reported(&found), marked(&text));
        assert!(
            lines.is_subset(&marked),
            "{name}: {lines:?}, not {marked:?}"
        );
    }
}

#[test]
fn no_correct_program_is_reported() {
    let mut certain = 0;
    for (name, text) in programs("clean") {
        match judge(&name, &text) {
            Ok(found) => {
                assert_eq!(found.races, [], "{name}");
                certain += 1;
            }
            Err(Pass::TooLarge(_) | Pass::CannotRun(_)) => {}
            Err(pass) => panic!("{name}: {pass:?}"),
        }
    }
    assert!(certain >= 12, "only {certain} programs are small enough");
}

/// The detector knows fences by half; the explorer knows them.
#[test]
fn fences_order_if_both_sides_have_one() {
    for (name, text) in programs("fences") {
        let found = judge(&name, &text).unwrap_or_else(|pass| panic!("{name}: {pass:?}"));
        assert_eq!(found.races.is_empty(), name == "fences_both", "{name}");
    }
}

#[test]
fn dice_are_left_to_the_detector() {
    for (name, text) in programs("rare") {
        assert_eq!(judge(&name, &text).err(), Some(Pass::RollsDice), "{name}");
    }
}

#[test]
fn a_report_reads_like_that_of_gos_detector() {
    let text = "\
use std::thread;

static mut BOARD: u32 = 0;

fn write(number: u32) {
    unsafe { BOARD = number };
}

fn main() {
    let ann = thread::spawn(|| write(1));
    write(2);
    ann.join().unwrap();
}
";
    let found = judge("report", text).unwrap();
    let expected = "\
==================
WARNING: DATA RACE
Write of BOARD by thread 'ann':
  write()
      src/main.rs:6:14

Previous write of BOARD by main thread:
  write()
      src/main.rs:6:14

Thread 'ann' created by main thread at:
  main()
      src/main.rs:10:15
==================
Found 1 data race(s)

The shortest schedule in which it happens:

  1   main  spawn → ann               10 │ let ann = thread::spawn(|| write(1));
  2   main  write BOARD → 2 (was 0)    6 │ unsafe { BOARD = number };
  3 → ann   write BOARD → 1 (was 2)    6 │ unsafe { BOARD = number };
";
    assert_eq!(found.text(), expected);
}
