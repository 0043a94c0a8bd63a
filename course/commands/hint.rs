//! `hint`: a nudge, and more if it is asked for.

use super::exercises;
use crate::root::Root;
use std::process::ExitCode;

/// The arguments of `hint`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo course hint running_goodbye      a nudge
  cargo course hint running_goodbye 2    the second hint
  cargo course hint                      for the next exercise")]
pub struct Args {
    /// The exercise's name; the next one that is not solved if none is given.
    name: Option<String>,
    /// Which hint, from 1: each says more than the one before.
    #[arg(default_value_t = 1)]
    number: usize,
}

/// Gives a hint.
///
/// # Errors
///
/// When there is no such exercise, or no such hint.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = exercises::coach(root)?;
    let name = exercises::chosen(args.name.as_deref(), &coach)?;
    let hints = coach.hints(&name)?;
    let (number, all) = (args.number, hints.len());
    let hint = number.checked_sub(1).and_then(|index| hints.get(index));
    let Some(hint) = hint else {
        anyhow::bail!("{name} has the hints 1 to {all}");
    };
    anstream::println!("{hint}");
    if number < all {
        anstream::eprintln!(
            "\n(hint {number} of {all}; more: cargo course hint {name} {})",
            number + 1
        );
    }
    Ok(ExitCode::SUCCESS)
}
