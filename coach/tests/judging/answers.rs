//! What a learner is told of an answer that goes wrong in an unusual way.

use crate::course::{Course, RIGHT, says};

/// An answer whose function does this.
fn that(body: &str) -> String {
    format!("use std::thread;\n\npub fn count() -> u32 {{\n    {body}\n}}\n")
}

#[test]
fn a_right_answer_is_solved() {
    let course = Course::new();
    course.save(RIGHT);
    assert!(course.check().solved);
}

#[test]
fn a_wrong_count_is_named_with_the_schedule() {
    let said = Course::new().refusal_of(&that("thread::spawn(|| ()); 1"));
    says(
        &said,
        &[
            "✗ the count is two",
            "the count is 1",
            "spawn → T1",
            "4 │ thread::spawn",
        ],
    );
}

#[test]
fn a_compile_error_names_the_learners_file_and_line() {
    let said = Course::new().refusal_of(&that("\"two\""));
    says(
        &said,
        &[
            "does not compile",
            "error[E0308]",
            "exercises/small_sum/exercise.rs:4:5",
        ],
    );
}

#[test]
fn a_syntax_error_is_the_compilers_word() {
    let said = Course::new().refusal_of("pub fn count() -> u32 {\n    2\n");
    says(
        &said,
        &["does not compile", "unclosed delimiter", "exercise.rs:"],
    );
}

#[test]
fn a_changed_signature_is_said_to_be_one() {
    let said = Course::new().refusal_of("pub fn count(start: u32) -> u32 {\n    start\n}\n");
    says(
        &said,
        &[
            "does not compile",
            "keep its names and signatures",
            "checks.rs:",
        ],
    );
}

#[test]
fn a_loop_without_end_is_noticed() {
    let said = Course::new().refusal_of(&that("loop {}"));
    says(&said, &["✗ the count is two", "runs on and on"]);
}

#[test]
fn a_loop_that_looks_for_ever_is_noticed() {
    let said = Course::new().refusal_of(
        "use std::sync::atomic::{AtomicU32, Ordering};\n\npub fn count() -> u32 {\n    \
         let n = AtomicU32::new(0);\n    while n.load(Ordering::SeqCst) < 2 {}\n    2\n}\n",
    );
    says(&said, &["✗ the count is two", "go round for ever", "5"]);
}

#[test]
fn a_deadlock_says_who_waits_for_what() {
    let said = Course::new().refusal_of(
        "use std::sync::Mutex;\n\npub fn count() -> u32 {\n    let count = Mutex::new(2);\n    \
         let one = count.lock().unwrap();\n    let two = count.lock().unwrap();\n    *one + *two\n}\n",
    );
    says(
        &said,
        &[
            "a deadlock",
            "main waits at line 6: lock count (held by main itself)",
        ],
    );
}

#[test]
fn a_flood_is_no_success() {
    let said = Course::new().refusal_of(&that("loop { println!(\"two\"); }"));
    says(
        &said,
        &["? the count is two", "not every schedule could be explored"],
    );
}

#[test]
fn to_end_the_process_is_no_success() {
    let said = Course::new().refusal_of(&that("std::process::exit(0)"));
    says(
        &said,
        &[
            "the process is ended before the check is done",
            "4 │ std::process::exit(0)",
        ],
    );
    let said = Course::new().refusal_of(&that("std::process::abort()"));
    says(&said, &["the process is aborted"]);
}

#[test]
fn a_panic_in_a_thread_that_nobody_joins_is_noticed() {
    let answer = "let t = thread::spawn(|| panic!(\"lost\")); while !t.is_finished() {} 2";
    let said = Course::new().refusal_of(&that(answer));
    says(&said, &["t panics at line 4: lost", "(panic)"]);
}

#[test]
fn recursion_without_end_is_noticed() {
    let said = Course::new().refusal_of("pub fn count() -> u32 {\n    count() + 1\n}\n");
    says(&said, &["✗ the count is two", "has used up its stack"]);
}

#[test]
fn unsafe_code_is_turned_away() {
    let said = Course::new().refusal_of(&that("unsafe { 2 }"));
    says(
        &said,
        &["exercises/small_sum/exercise.rs:4", "needs no `unsafe`"],
    );
}

#[test]
fn what_the_explorer_lacks_is_said_to_be_lacking() {
    let said = Course::new().refusal_of(&that("std::fs::read(\"two\").unwrap().len() as u32"));
    says(&said, &["cannot be explored", "fs"]);
    let said =
        Course::new().refusal_of(&that("core::sync::atomic::AtomicU32::new(2).into_inner()"));
    says(&said, &["cannot be explored", "core::sync"]);
}

#[test]
fn a_check_that_is_too_large_is_no_success() {
    // Six threads of six steps each: more states than anybody wants to wait for.
    let answer = "let n = std::sync::atomic::AtomicU32::new(0);\n    thread::scope(|s| for t in 0..6 { \
        let n = &n; s.spawn(move || for i in 0..6 { n.fetch_add(t * 6 + i, SeqCst); }); });\n    2";
    let said = Course::new().refusal_of(&format!(
        "use std::sync::atomic::Ordering::SeqCst;\n{}",
        that(answer)
    ));
    says(
        &said,
        &[
            "? the count is two",
            "not every schedule could be explored",
            "tried at random",
        ],
    );
}
