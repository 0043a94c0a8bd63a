use std::path::Path;
use std::time::Duration;

use workbench::{Ending, Finished, Limits, run};

use crate::compile;

fn run_source(source: &str) -> Finished {
    compile(source).run(&Limits::default()).unwrap()
}

fn run_for(source: &str, time: Duration) -> Finished {
    let limits = Limits {
        time,
        ..Limits::default()
    };
    compile(source).run(&limits).unwrap()
}

#[test]
fn stdout_and_stderr_are_kept_apart() {
    let finished = run_source("fn main() { println!(\"out\"); eprintln!(\"err\"); }");
    assert_eq!(finished.stdout, "out\n");
    assert_eq!(finished.stderr, "err\n");
    assert_eq!(finished.ending, Ending::Exited(0));
}

#[test]
fn a_panic_exits_with_101() {
    let finished = run_source("fn main() { panic!(\"no\"); }");
    assert_eq!(finished.ending, Ending::Exited(101));
    assert!(
        finished.stderr.contains("panicked at src/main.rs:1:13:"),
        "{}",
        finished.stderr
    );
}

#[test]
#[cfg(unix)]
fn an_abort_is_a_signal() {
    let finished = run_source("fn main() { std::process::abort(); }");
    assert_eq!(finished.ending, Ending::Signalled(6));
}

#[test]
fn both_pipes_are_read_at_once() {
    let finished = run_source(
        "fn main() { let line = \"x\".repeat(99); for _ in 0..1000 { eprintln!(\"{line}\"); } \
         for _ in 0..1000 { println!(\"{line}\"); } }",
    );
    assert_eq!(finished.stdout.len(), 100_000);
    assert_eq!(finished.stderr.len(), 100_000);
}

#[test]
fn there_is_no_input() {
    let finished = run_source(
        "fn main() { print!(\"{}\", std::io::read_to_string(std::io::stdin()).unwrap().len()); }",
    );
    assert_eq!(finished.stdout, "0");
}

#[test]
fn a_deadlock_is_stopped() {
    let finished = run_for(
        "fn main() { println!(\"locking\"); let m = std::sync::Mutex::new(0); \
         let _first = m.lock(); let _second = m.lock(); }",
        Duration::from_secs(1),
    );
    assert_eq!(finished.ending, Ending::TimedOut);
    assert_eq!(finished.stdout, "locking\n");
}

#[test]
fn a_flood_is_stopped_and_cut() {
    let finished = run_source("fn main() { loop { println!(\"water\"); } }");
    assert_eq!(finished.ending, Ending::Flooded);
    assert_eq!(finished.stdout.len(), Limits::default().output);
}

#[test]
fn a_fresh_folder_is_the_working_directory() {
    let finished = run_source(
        "fn main() { print!(\"{}\", std::fs::read_dir(\".\").unwrap().count()); \
         std::fs::write(\"file\", \"\").unwrap(); }",
    );
    assert_eq!(finished.stdout, "0");
}

/// The process that a program leaves behind holds its output open, and would be there forever.
#[test]
#[cfg(target_os = "linux")]
fn what_a_program_leaves_behind_is_stopped() {
    let limits = Limits {
        time: Duration::from_secs(60),
        ..Limits::default()
    };
    let executable = compile(
        "fn main() { let child = std::process::Command::new(\"sleep\").arg(\"600\").spawn(); \
         print!(\"{}\", child.unwrap().id()); }",
    );
    let mut job = executable.job(&limits);
    job.confined = false;
    job.environment = vec![("PATH".into(), std::env::var_os("PATH").unwrap())];
    let finished = job.finish().unwrap();
    assert_eq!(finished.ending, Ending::Exited(0));
    assert!(
        finished.time < Duration::from_secs(30),
        "{:?}",
        finished.time
    );
    let status = Path::new("/proc").join(&finished.stdout).join("status");
    // A killed process that nobody reaps stays as a zombie where no init does it.
    let state = std::fs::read_to_string(status).unwrap_or_else(|_| "State:\tZ".to_owned());
    assert!(state.contains("State:\tZ"), "{state}");
}

#[test]
fn a_missing_program_is_an_error_that_names_it() {
    let error = run(Path::new("/does/not/exist"), &Limits::default()).unwrap_err();
    assert!(error.to_string().contains("/does/not/exist"), "{error}");
}
