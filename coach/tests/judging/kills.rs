//! A process that is killed in the middle of its work leaves everything whole: each file holds the
//! previous text or the next one, and what was overwritten is kept.

use crate::course::{Course, NAME, RIGHT, STUB};
use coach::{Cancel, Coach, Saved};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// In the environment of the process that is killed: the course in which it writes.
const COURSE: &str = "COURSE_TO_WRITE_IN";

/// How often it is killed, each time a little later.
const KILLS: u64 = 100;

/// Long enough for a kill to come in the middle of it.
fn long(word: &str) -> String {
    format!("// {}\n", word.repeat(50_000))
}

/// No test of its own: what [`nothing_is_lost`] starts, which writes until it is killed.
#[test]
fn writes_until_it_is_killed() {
    let Some(root) = std::env::var_os(COURSE) else {
        return;
    };
    let coach = open(Path::new(&root));
    for word in ["one", "two"].iter().cycle() {
        let version = coach.text(NAME).unwrap().version;
        let saved = coach.save(NAME, &long(word), &version).unwrap();
        assert!(matches!(saved, Saved::Written(_)));
        coach.reset(NAME).unwrap();
        let version = coach.text(NAME).unwrap().version;
        coach.save(NAME, RIGHT, &version).unwrap();
        assert!(coach.check(NAME, &Cancel::default()).unwrap().solved);
    }
}

fn open(root: &Path) -> Coach {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    Coach::with_workspace(root, workspace).unwrap()
}

fn writer(root: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kills::writes_until_it_is_killed"])
        .env(COURSE, root)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn nothing_is_lost() {
    let course = Course::new();
    // So that the writer need not run anything.
    course.save(RIGHT);
    assert!(course.check().solved);
    course.save(STUB);
    let (one, two) = (long("one"), long("two"));
    let whole = [STUB, RIGHT, &one, &two];
    let mut interrupted = 0;
    for round in 0..KILLS {
        let mut writer = writer(course.root());
        thread::sleep(Duration::from_micros(5_000 + 317 * round));
        writer.kill().unwrap();
        writer.wait().unwrap();

        interrupted += files(&course.root().join("exercises/.progress/drafts"));
        let text = fs::read_to_string(course.file()).unwrap();
        assert!(whole.contains(&text.as_str()), "{:.80}", text);
        // Also the progress can be read, and written.
        assert!(course.coach.was_solved(NAME).unwrap());
        course.coach.state(NAME).unwrap();
        assert_eq!(
            files(course.file().parent().unwrap()),
            3,
            "something lies beside the learner's file"
        );
        // What a learner does next works.
        let kept = course.coach.reset(NAME).unwrap();
        assert_eq!(kept.is_some(), text != STUB);
        let drafts = files(&course.root().join("exercises/.progress/drafts"));
        assert_eq!(drafts, 0, "what was begun is cleared away");
    }
    let kept = course.root().join("exercises/.progress/kept");
    for entry in fs::read_dir(kept).unwrap().flatten() {
        let text = fs::read_to_string(entry.path()).unwrap();
        assert!(whole.contains(&text.as_str()), "{:?}", entry.path());
    }
    // Otherwise the kills came at harmless moments, and nothing was tried.
    assert!(interrupted > 0, "no write was interrupted");
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}
