//! `solution`: a right answer, once there is one of the learner's own.

use super::exercises;
use crate::root::Root;
use std::process::ExitCode;

/// The arguments of `solution`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The exercise's name; the next one that is not solved if none is given.
    name: Option<String>,
    /// Show it although the exercise is not solved yet, after asking.
    #[arg(long)]
    peek: bool,
}

/// Shows a right answer.
///
/// # Errors
///
/// When there is no such exercise.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = exercises::coach(root)?;
    let name = exercises::chosen(args.name.as_deref(), &coach)?;
    if !coach.was_solved(&name)? {
        if !args.peek {
            anstream::eprintln!(
                "{name} is not solved yet. `cargo course hint {name}` helps; with `--peek` the \
                 solution is shown all the same."
            );
            return Ok(ExitCode::FAILURE);
        }
        if !exercises::ask(&format!(
            "Look at the solution of {name} before it is solved?"
        ))? {
            anstream::eprintln!("It stays hidden.");
            return Ok(ExitCode::FAILURE);
        }
    }
    anstream::print!("{}", coach.solution(&name)?);
    Ok(ExitCode::SUCCESS)
}
