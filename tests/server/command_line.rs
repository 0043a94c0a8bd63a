//! What the command line says.

use crate::support::course::SmallCourse;
use crate::support::serving::course;
use std::process::Output;

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    for command in ["serve", "build"] {
        let output = course()
            .args([command, "--root", "no-such-folder"])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        let said = stderr(&output);
        assert!(
            said.starts_with("error: failed to open the folder no-such-folder; "),
            "{said}"
        );
        assert!(said.contains("--root DIR"), "{said}");
    }
}

#[test]
fn a_folder_that_holds_no_course_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = course()
        .args(["serve", "--root"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("it has no book.toml"));
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    let output = course().arg("serv").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("serve"),
        "it suggests the right one"
    );
}

#[test]
fn nothing_is_coloured_off_a_terminal() {
    let small = SmallCourse::new();
    small.edit("src/SUMMARY.md", "(welcome.md)", "(wellcome.md)");
    let output = course()
        .args(["build", "--root"])
        .arg(small.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("error: "));
    assert!(!output.stderr.contains(&0x1b));
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = course().args(["completions", shell]).output().unwrap();
        assert!(output.status.success(), "{shell}");
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(
            script.contains("serve") && script.contains("build"),
            "{shell}"
        );
    }
}
