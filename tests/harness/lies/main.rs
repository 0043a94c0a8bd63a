//! The tests of the tests: a book that lies in every way that the harness and the linter are to
//! notice, and that tells the truth in one chapter.
//!
//! Each lie goes through the functions that the course's own book goes through, and must be
//! called out with chapter, listing and the command that helps.

#[path = "../harness.rs"]
mod harness;
mod lint;
mod run;

use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use harness::Harness;
use workbench::Limits;

/// Long enough for a busy machine, short enough for the listing that hangs.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(3),
    output: 16 * 1024,
    ..Limits::DEFAULT
};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/lies/book"))
}

static HARNESS: LazyLock<Harness> = LazyLock::new(|| Harness::new(root(), LIMITS));

/// Asserts that a message has all these parts.
fn assert_says(message: &str, parts: &[&str]) {
    for part in parts {
        assert!(message.contains(part), "`{part}` is missing in:\n{message}");
    }
}
