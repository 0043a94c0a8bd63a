//! The commands about exercises.

use crate::course::{Course, RIGHT, Said};
use std::io::Write;
use std::process::Stdio;

#[test]
fn list_shows_chapters_states_and_how_much_is_solved() {
    let course = Course::new();
    course.answer("small_one", RIGHT);
    assert_eq!(course.run(&["check", "small_one"]).status, Some(0));
    let said = course.run(&["list"]).stdout;
    assert!(said.starts_with("Small\n  ✓ small_one"), "{said}");
    assert!(said.contains("\n  · small_two"), "{said}");
    assert!(said.ends_with(" 1/2\n"), "{said}");
    assert!(
        !said.contains('\u{1b}'),
        "no colours off a terminal: {said:?}"
    );
    let json = course.run(&["list", "--json"]).stdout;
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list[0]["state"], "solved");
    assert_eq!(list[1]["name"], "small_two");
}

#[test]
fn check_ends_with_1_until_all_is_solved() {
    let course = Course::new();
    let said = course.run(&["check"]);
    assert_eq!(said.status, Some(1), "{}", said.stderr);
    assert!(
        said.stdout.contains("small_one: not solved yet"),
        "{}",
        said.stdout
    );
    assert!(
        said.stdout.ends_with("\n0 of 2 solved\n"),
        "{}",
        said.stdout
    );
    course.answer("small_one", RIGHT);
    course.answer("small_two", RIGHT);
    let said = course.run(&["check"]);
    assert_eq!(said.status, Some(0));
    assert!(
        said.stdout.ends_with("\n2 of 2 solved\n"),
        "{}",
        said.stdout
    );
}

#[test]
fn check_names_what_was_probably_meant() {
    let said = Course::new().run(&["check", "smal_one"]);
    assert_eq!(said.status, Some(2));
    assert!(
        said.stderr.contains("did you mean `small_one`?"),
        "{}",
        said.stderr
    );
}

#[test]
fn check_says_it_in_json() {
    let said = Course::new().run(&["check", "small_one", "--json"]);
    assert_eq!(said.status, Some(1));
    let verdicts: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let check = &verdicts[0]["answer"]["checked"][0];
    assert_eq!(verdicts[0]["solved"], false);
    assert_eq!(check["property"], "the count is two");
    assert_eq!(check["finding"]["is"], "failed");
    assert_eq!(check["finding"]["what"], "the count is 0");
}

#[test]
fn a_broken_exercise_leaves_the_others_alone() {
    let course = Course::new();
    course.answer("small_one", "fn");
    course.answer("small_two", RIGHT);
    let said = course.run(&["check"]);
    assert!(said.stdout.contains("does not compile"), "{}", said.stdout);
    assert!(said.stdout.contains("small_two: solved"), "{}", said.stdout);
}

#[test]
fn a_replay_shows_every_step() {
    let course = Course::new();
    course.answer(
        "small_one",
        "use std::thread;\n\npub fn count() -> u32 {\n    thread::spawn(|| 1).join().unwrap()\n}\n",
    );
    let said = course.run(&["check", "small_one", "--replay", "1"]);
    assert_eq!(said.status, Some(1));
    assert!(said.stdout.contains("spawn → T1"), "{}", said.stdout);
    assert!(said.stdout.contains("join T1"), "{}", said.stdout);
    let said = course.run(&["check", "small_one", "--replay", "2"]);
    assert_eq!(said.status, Some(2));
    assert!(
        said.stderr.contains("has the checks 1 to 1"),
        "{}",
        said.stderr
    );
}

#[test]
fn next_leads_to_the_first_that_is_not_solved() {
    let course = Course::new();
    course.answer("small_one", RIGHT);
    course.run(&["check", "small_one"]);
    let said = course.run(&["next"]);
    assert!(
        said.stdout.starts_with("small_two: Count to two (warm-up)"),
        "{}",
        said.stdout
    );
    assert!(
        said.stdout.contains("Two clerks count to two."),
        "{}",
        said.stdout
    );
}

#[test]
fn hints_come_one_by_one() {
    let course = Course::new();
    assert_eq!(course.run(&["hint"]).stdout, "A nudge.\n");
    assert_eq!(
        course.run(&["hint", "small_two", "2"]).stdout,
        "Nearly there.\n"
    );
    let said = course.run(&["hint", "small_two", "3"]);
    assert_eq!(said.status, Some(2));
    assert!(
        said.stderr.contains("has the hints 1 to 2"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_solution_is_shown_once_there_is_one_or_after_asking() {
    let course = Course::new();
    let said = course.run(&["solution", "small_one"]);
    assert_eq!((said.status, said.stdout.as_str()), (Some(1), ""));
    // Nobody answers.
    let said = course.run(&["solution", "small_one", "--peek"]);
    assert_eq!((said.status, said.stdout.as_str()), (Some(1), ""));
    let mut peek = course.command(&["solution", "small_one", "--peek"]);
    let mut peek = peek
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    peek.stdin.take().unwrap().write_all(b"y\n").unwrap();
    let output = peek.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), RIGHT);
    course.answer("small_one", RIGHT);
    course.run(&["check", "small_one"]);
    assert_eq!(course.run(&["solution", "small_one"]).stdout, RIGHT);
}

#[test]
fn reset_says_where_the_previous_text_is() {
    let course = Course::new();
    course.answer("small_one", "// Mine.\n");
    let said = course.run(&["reset", "small_one"]);
    let kept = said.stdout.trim().rsplit(' ').next().unwrap();
    assert!(
        kept.starts_with("exercises/.progress/kept/small_one-"),
        "{}",
        said.stdout
    );
    let kept = std::fs::read_to_string(course.root().join(kept)).unwrap();
    assert_eq!(kept, "// Mine.\n");
    let again = Said::of(course.command(&["reset", "small_one"]).output().unwrap());
    assert!(
        again.stdout.contains("as it was at the beginning"),
        "{}",
        again.stdout
    );
}

#[test]
fn a_course_without_exercises_is_said_to_have_none() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("book.toml"), "").unwrap();
    let output = crate::support::serving::course()
        .args(["list", "--root"])
        .arg(folder.path())
        .output()
        .unwrap();
    let said = Said::of(output);
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("catalogue.toml"), "{}", said.stderr);
}
