//! `cargo course record`, from outside.

#[path = "../support/small_course.rs"]
mod small_course;

use std::process::{Command, Output};

use small_course::{Course, HELLO, LISTING};

/// What the command said.
struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn record(course: &Course, arguments: &[&str]) -> Said {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_course"))
        .args(["record", "--runs", "1", "--root"])
        .arg(course.root())
        .args(arguments)
        .output()
        .unwrap();
    Said {
        code: status.code(),
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

#[test]
fn the_command_writes_and_says_what() {
    let course = Course::new(HELLO, "text,output");
    let said = record(&course, &[]);
    let expected = format!("{LISTING}/output.txt: new\n");
    assert_eq!((said.code, said.stdout), (Some(0), expected));
    assert_eq!(course.recorded(), "hello\n");
}

#[test]
fn the_command_shows_a_difference() {
    let course = Course::new(HELLO, "text,output");
    course.write_output("goodbye\n");
    let said = record(&course, &["small_hello"]);
    assert_eq!(said.code, Some(0));
    assert!(
        said.stdout.contains("output.txt: changed"),
        "{}",
        said.stdout
    );
    assert!(
        said.stdout.contains("goodbye") && said.stdout.contains("hello"),
        "{}",
        said.stdout
    );
    assert_eq!(course.recorded(), "hello\n");
}

#[test]
fn a_check_finds_a_difference_and_writes_nothing() {
    let course = Course::new(HELLO, "text,output");
    course.write_output("goodbye\n");
    let said = record(&course, &["--check"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stdout.contains("output.txt: differs"),
        "{}",
        said.stdout
    );
    assert_eq!(course.recorded(), "goodbye\n");
    course.write_output("hello\n");
    assert_eq!(record(&course, &["--check"]).code, Some(0));
}

#[test]
fn an_unknown_name_is_told_the_closest() {
    let course = Course::new(HELLO, "text,output");
    let said = record(&course, &["smal_helo"]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.stderr.contains("did you mean `small_hello`?"),
        "{}",
        said.stderr
    );
    assert!(!course.output().exists());
}

#[test]
fn the_command_leaves_alone_what_fails() {
    let course = Course::new("fn main() {\n    panic!(\"no\");\n}\n", "text,output");
    course.write_output("as before\n");
    let said = record(&course, &[]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stderr.contains("small_hello: nothing was changed"),
        "{}",
        said.stderr
    );
    assert_eq!(course.recorded(), "as before\n");
}
