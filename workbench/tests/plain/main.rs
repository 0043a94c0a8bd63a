//! Programs whose threads share plain memory.

mod at_random;
mod listings;
mod order;
mod programs;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;
use workbench::explore::Explorer;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn explorer() -> Explorer {
    let root = folder()
        .parent()
        .expect("the workbench lies in the workspace");
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("explorer");
    Explorer::new(root, &scratch)
}

/// Twelve hundred programs at random: the verdicts, and what can be in memory at the end, are
/// those of a plain enumeration.
#[test]
fn random_programs_are_judged_as_by_enumeration() {
    let file = folder().join("tests/plain/random.rs");
    let text = std::fs::read_to_string(file).expect("the program is there");
    let program = explorer().build_alone("random_races", &text);
    let program = program.unwrap_or_else(|error| panic!("{error}"));
    let output = Command::new(program).output().expect("it was built");
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{wrong}");
    assert!(!said.contains("seed"), "{said}");
    println!("{said}");
    let racy: usize = said
        .split(' ')
        .next()
        .and_then(|n| n.parse().ok())
        .expect("a number");
    assert!(
        (300..1000).contains(&racy),
        "it should be now so and now so: {said}"
    );
}
