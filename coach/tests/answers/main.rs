//! All answers in `tests/answers`, a test each, and the rules for exercises.
//!
//! An exercise's stub fails, its solution and other right answers pass, and each wrong answer is
//! rejected for the reason that its first line states. The learner's files are never looked at.

mod clippy;
mod files;
mod remembered;
mod rules;
mod verdicts;

use crate::remembered::Tools;
use coach::Coach;
use libtest_mimic::{Arguments, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use workbench::Toolchain;

/// What the tests share.
struct Course {
    root: PathBuf,
    coach: Coach,
    toolchain: Toolchain,
    /// What a verdict of an earlier run depends on.
    tools: Tools,
}

type Test = Arc<dyn Fn(&Course) -> Result<(), String> + Send + Sync>;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate lies in the course");
    let coach = Coach::open(root)
        .expect("the catalogue can be read")
        .without_hurry();
    let toolchain = Toolchain::find(root).expect("there is a compiler");
    let course = Arc::new(Course {
        root: root.to_owned(),
        coach,
        tools: Tools::of(root, &toolchain).expect("the tools can be read"),
        toolchain,
    });
    let tests = rules::tests(&course)
        .into_iter()
        .chain(verdicts::tests(&course));
    let trials = tests.map(|(name, test)| {
        let course = Arc::clone(&course);
        Trial::test(name, move || test(&course).map_err(Into::into))
    });
    // A judge waits for the compiler most of the time, and the compiler uses one core.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    arguments.test_threads.get_or_insert(cores);
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}
