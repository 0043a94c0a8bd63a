//! A course with one exercise, for a test to answer.

use coach::{Cancel, Coach, Verdict, render};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub const NAME: &str = "small_sum";

/// What a learner begins with.
pub const STUB: &str =
    "//! Two clerks count to two.\n\npub fn count() -> u32 {\n    // TODO\n    0\n}\n";

/// An answer that is right.
pub const RIGHT: &str = "use std::thread;\n\npub fn count() -> u32 {\n    \
    let clerks = [1, 1].map(|n| thread::spawn(move || n));\n    \
    clerks.map(|clerk| clerk.join().unwrap()).iter().sum()\n}\n";

const CHECKS: &str = r#"
mod exercise;

use checks::{assert, every};

fn main() {
    checks::main(&[every("the count is two", the_count_is_two)]);
}

fn the_count_is_two() {
    let count: u32 = exercise::count();
    assert!(count == 2, "the count is {count}");
}
"#;

const CATALOGUE: &str = r#"
[[chapter]]
name = "small"
title = "Small"

[[chapter.exercise]]
name = "small_sum"
title = "Count to two"
level = "warm-up"
page = "small.md"
"#;

/// A course in a folder of its own. It uses the crates of the real one.
pub struct Course {
    folder: TempDir,
    pub coach: Coach,
}

impl Course {
    pub fn new() -> Course {
        Course::with_checks(CHECKS)
    }

    pub fn with_checks(checks: &str) -> Course {
        let folder = tempfile::tempdir().unwrap();
        let write = |file: &str, text: &str| {
            let file = folder.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        write("exercises/catalogue.toml", CATALOGUE);
        write("exercises/small_sum/exercise.rs", STUB);
        write("exercises/small_sum/checks.rs", checks);
        write(
            "exercises/small_sum/hints.md",
            "## One\n\nA nudge.\n\n## Two\n\nMore.\n",
        );
        write("tests/answers/small_sum/stub.rs", STUB);
        write("tests/answers/small_sum/solution.rs", RIGHT);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let coach = Coach::with_workspace(folder.path(), workspace).unwrap();
        Course { folder, coach }
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self) -> PathBuf {
        self.root().join("exercises/small_sum/exercise.rs")
    }

    pub fn save(&self, text: &str) {
        fs::write(self.file(), text).unwrap();
    }

    pub fn check(&self) -> Verdict {
        self.coach.check(NAME, &Cancel::default()).unwrap()
    }

    pub fn verdict_on(&self, text: &str) -> Verdict {
        let cancel = Cancel::default();
        self.coach.check_text(NAME, text, &cancel).unwrap()
    }

    /// What a learner is told of an answer that is not right.
    pub fn refusal_of(&self, text: &str) -> String {
        let verdict = self.verdict_on(text);
        assert!(!verdict.solved, "{}", render::plain(&verdict));
        render::plain(&verdict)
    }
}

/// Fails, with all that was said, unless all of these words were said.
pub fn says(said: &str, words: &[&str]) {
    for words in words {
        assert!(said.contains(words), "it does not say {words:?}:\n{said}");
    }
}
