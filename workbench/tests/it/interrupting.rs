//! Whoever is interrupted, at any moment, leaves no process and no half an entry behind.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use workbench::{Compiled, Ending, Limits, Workbench};

use crate::{BENCH, ROOT};

const STORE: &str = "INTERRUPTED_STORE";

const ENDLESS: &str = "fn main() { println!(\"running\"); loop { std::thread::park(); } }";

/// Not a test but the process that is interrupted by the test below; by itself it does nothing.
#[test]
fn victim() {
    let Some(store) = std::env::var_os(STORE) else {
        return;
    };
    let bench = Workbench::open(&ROOT, Path::new(&store)).unwrap();
    let Compiled::Ready(executable) = bench.compile(ENDLESS).unwrap() else {
        panic!("does not compile");
    };
    drop(executable.run(&Limits::default()));
}

#[test]
fn at_any_moment_nothing_is_left() {
    for milliseconds in [50, 300, 400, 500, 600, 1500] {
        let store = tempfile::tempdir().unwrap();
        let mut victim = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "interrupting::victim"])
            .env(STORE, store.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Any moment will do: the six are to be different ones.
        thread::sleep(Duration::from_millis(milliseconds));
        victim.kill().unwrap();
        victim.wait().unwrap();
        nobody_works_in(store.path());
        every_entry_is_whole(store.path());
    }
}

/// Waits until the kernel has ended what it was to end, and the linker has noticed.
fn nobody_works_in(store: &Path) {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let left = processes_in(store);
        if left.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "left running: {left:?}");
        thread::yield_now();
    }
}

fn processes_in(store: &Path) -> Vec<String> {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let in_store = processes.filter(|process| {
        ["exe", "cwd"].iter().any(|link| {
            fs::read_link(process.path().join(link)).is_ok_and(|to| to.starts_with(store))
        })
    });
    in_store
        .map(|process| fs::read_to_string(process.path().join("cmdline")).unwrap_or_default())
        .collect()
}

fn every_entry_is_whole(store: &Path) {
    let bench = BENCH.with_store(store);
    let Compiled::Ready(executable) = bench.compile(ENDLESS).unwrap() else {
        panic!("does not compile");
    };
    let limits = Limits {
        time: Duration::from_millis(200),
        ..Limits::default()
    };
    assert_eq!(executable.run(&limits).unwrap().ending, Ending::TimedOut);
    let entries = fs::read_dir(store).unwrap().flatten();
    let drafts = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("draft-"));
    assert_eq!(drafts.count(), 0);
}
