//! What the commands about exercises have in common.

use crate::program;
use crate::root::Root;
use coach::Coach;
use std::io::{BufRead, IsTerminal, Write};

/// The exercises of the course.
///
/// # Errors
///
/// When there is no catalogue of them.
pub fn coach(root: &Root) -> Result<Coach, coach::Error> {
    program::coach(root)
}

/// Says why the first check takes longer.
pub fn say_if_building(coach: &Coach) {
    if !coach.is_ready() {
        anstream::eprintln!("building what answers are checked with; this happens once");
    }
}

/// The exercise that is meant: by its name, or else the next one to be solved.
///
/// # Errors
///
/// When there is none of this name, or all are solved.
pub fn chosen(name: Option<&str>, coach: &Coach) -> anyhow::Result<String> {
    if let Some(name) = name {
        return Ok(coach.catalogue().entry(name)?.name.clone());
    }
    match coach.next()? {
        Some(entry) => Ok(entry.name.clone()),
        None => anyhow::bail!("all exercises are solved; give the name of one"),
    }
}

/// Asks a question on stderr. Only "y" and "yes" mean yes; where nobody can answer, the answer is
/// no.
///
/// # Errors
///
/// When the answer cannot be read.
pub fn ask(question: &str) -> std::io::Result<bool> {
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        anstream::eprint!("{question} [y/N] ");
        std::io::stderr().flush()?;
    }
    let mut answer = String::new();
    stdin.lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// The task of an exercise: the comment with which its stub begins.
///
/// # Errors
///
/// When the stub cannot be read.
pub fn task(name: &str, coach: &Coach) -> Result<String, coach::Error> {
    let stub = coach.stub(name)?;
    let lines = stub.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    Ok(lines.join("\n"))
}
