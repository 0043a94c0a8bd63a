//! `cargo test -p exercises [NAME…]`: is the answer right?
//!
//! It checks the exercises with these names, or whose names contain the word; all that are not
//! solved yet, if none is given. It ends with 1 if one of them is not solved, and with 2 if there
//! is no such exercise.
//!
//! The exercises are those of this folder, or of the course that the environment variable
//! `EXERCISES_OF` names: so a copy of them can be tried without a copy of the crates.

use coach::{Cancel, Coach, Error};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match check() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            anstream::eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Checks what the command line names, and says whether all of it is solved.
fn check() -> Result<bool, Error> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = folder.parent().unwrap_or(folder);
    let course = std::env::var_os("EXERCISES_OF").map_or_else(|| root.to_owned(), PathBuf::from);
    let coach = Coach::with_workspace(&course, root)?;
    // What is meant for the usual test harness (`--nocapture`) makes no difference here.
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let mut names: Vec<&str> = Vec::new();
    for word in &words {
        names.extend(
            coach
                .catalogue()
                .matching(word)?
                .iter()
                .map(|entry| entry.name.as_str()),
        );
    }
    if words.is_empty() {
        names.extend(coach.catalogue().entries().map(|entry| entry.name.as_str()));
    }
    if !coach.is_ready() {
        anstream::eprintln!("building what answers are checked with; this happens once");
    }
    let mut solved = 0;
    for name in &names {
        let verdict = coach.check(name, &Cancel::default())?;
        anstream::print!("{}", coach::render::coloured(&verdict));
        solved += usize::from(verdict.solved);
    }
    if names.len() > 1 {
        anstream::println!("\n{solved} of {} solved", names.len());
    }
    Ok(solved == names.len())
}
