//! `reset`: begins an exercise anew, and keeps what was there.

use super::exercises;
use crate::root::Root;
use std::process::ExitCode;

/// The arguments of `reset`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The exercise's name.
    name: String,
}

/// Puts the stub back, and says where the previous text is.
///
/// # Errors
///
/// When there is no such exercise, or a file cannot be written.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = exercises::coach(root)?;
    let name = &args.name;
    match coach.reset(name)? {
        Some(kept) => {
            let kept = root.relative(&kept.0.display().to_string());
            anstream::println!("{name} begins anew; what you had is in {kept}");
        }
        None => anstream::println!("{name} is as it was at the beginning"),
    }
    Ok(ExitCode::SUCCESS)
}
