//! Where a learner stands, and that nothing of theirs is lost.

use crate::course::{Course, NAME, RIGHT, STUB};
use coach::{Saved, State, Version};
use std::fs;

#[test]
fn an_exercise_goes_from_untouched_to_solved_and_changed() {
    let course = Course::new();
    let state = || course.coach.state(NAME).unwrap();
    assert_eq!(state(), State::Untouched);
    course.save("pub fn count() -> u32 {\n    1\n}\n");
    assert_eq!(state(), State::Begun);
    assert!(!course.check().solved);
    assert_eq!(state(), State::Begun);
    course.save(RIGHT);
    assert!(course.check().solved);
    assert_eq!(state(), State::Solved);
    course.save("pub fn count() -> u32 {\n    1\n}\n");
    assert_eq!(state(), State::Changed);
    assert!(course.coach.was_solved(NAME).unwrap());
    fs::remove_file(course.file()).unwrap();
    assert_eq!(state(), State::Missing);
}

#[test]
fn what_is_solved_is_not_run_again_until_it_changes() {
    let course = Course::new();
    course.save(RIGHT);
    assert!(!course.check().remembered);
    assert!(course.check().remembered);
    course.save(&format!("{RIGHT}// Changed.\n"));
    assert!(!course.check().remembered);
    // Also if more is demanded.
    let checks = course.root().join("exercises/small_sum/checks.rs");
    let demanded = fs::read_to_string(&checks).unwrap();
    fs::write(&checks, demanded + "// More.\n").unwrap();
    assert!(!course.check().remembered);
}

#[test]
fn a_reset_keeps_what_was_there() {
    let course = Course::new();
    assert_eq!(course.coach.reset(NAME).unwrap(), None, "it is the stub");
    course.save(RIGHT);
    let kept = course.coach.reset(NAME).unwrap().unwrap();
    assert_eq!(fs::read_to_string(&kept.0).unwrap(), RIGHT);
    assert_eq!(fs::read_to_string(course.file()).unwrap(), STUB);
}

#[test]
fn a_reset_does_not_overwrite_what_it_cannot_keep() {
    let course = Course::new();
    fs::write(course.file(), [0xff, 0xfe]).unwrap();
    assert!(course.coach.reset(NAME).is_err());
    assert_eq!(fs::read(course.file()).unwrap(), [0xff, 0xfe]);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let course = Course::new();
    let seen = course.coach.text(NAME).unwrap();
    course.save("// Saved by an editor.\n");
    let saved = course
        .coach
        .save(NAME, "// From a page.\n", &seen.version)
        .unwrap();
    let Saved::Conflict(current) = saved else {
        panic!("it was overwritten");
    };
    assert_eq!(current.text, "// Saved by an editor.\n");
    let saved = course.coach.save(NAME, RIGHT, &current.version).unwrap();
    assert_eq!(saved, Saved::Written(Version::of(RIGHT)));
    assert_eq!(fs::read_to_string(course.file()).unwrap(), RIGHT);
}

#[test]
fn an_unknown_name_is_an_error_that_says_which_was_meant() {
    let course = Course::new();
    let error = course.coach.state("small_sun").unwrap_err().to_string();
    assert!(error.contains("did you mean `small_sum`?"), "{error}");
    assert!(course.coach.catalogue().matching("sum").unwrap().len() == 1);
    assert!(course.coach.catalogue().matching("nothing").is_err());
    assert!(course.coach.catalogue().matching("").is_err());
}
