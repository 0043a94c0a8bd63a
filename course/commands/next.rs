//! `next`: which exercise comes next.

use super::exercises;
use crate::root::Root;
use std::process::ExitCode;

/// The arguments of `next`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ends with 1 if there is none.")]
pub struct Args {}

/// Says which exercise comes next, and what the task is.
///
/// # Errors
///
/// When the catalogue or the progress cannot be read.
pub fn run(_: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = exercises::coach(root)?;
    let Some(entry) = coach.next()? else {
        anstream::println!("All exercises are solved.");
        return Ok(ExitCode::FAILURE);
    };
    let (name, title, level) = (&entry.name, &entry.title, entry.level);
    anstream::println!("{name}: {title} ({level})\n");
    anstream::println!("{}\n", exercises::task(name, &coach)?);
    anstream::println!("edit    exercises/{name}/exercise.rs");
    anstream::println!("check   cargo course check {name}");
    anstream::println!("read    src/{}", entry.page);
    Ok(ExitCode::SUCCESS)
}
