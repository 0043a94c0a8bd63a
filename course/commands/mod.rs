//! The command line: one file a command.
//!
//! A command prints its data on stdout and its progress on stderr.
//! It ends with 0 when all is well, 1 when what it looked at is not, and 2 when it could not look.

mod build;
mod check;
mod completions;
mod doctor;
mod exercises;
mod explore;
mod hint;
mod list;
mod next;
mod race;
mod record;
pub mod report;
mod reset;
mod run;
mod serve;
mod solution;
mod watch;

use crate::root::Root;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  cargo run                          read the course at http://127.0.0.1:3000
  cargo course serve --open          the same, and open it in the browser
  cargo course build --dest site     write it as a static site
  cargo course watch                 do the exercises";

/// Every Interleaving: Go's concurrency, taught with Rust programs.
#[derive(Debug, Parser)]
#[command(name = "course", bin_name = "cargo course", version, after_help = EXAMPLES)]
#[command(disable_help_subcommand = true)]
pub struct Cli {
    /// The folder of the course, if not the one that this program was compiled in.
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    root: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows the course in a browser, and follows every edit (also without a command).
    Serve(serve::Args),
    /// Writes the course as a static site.
    Build(build::Args),
    /// Runs listings and refreshes what is recorded beside them.
    Record(record::Args),
    /// Compiles a program and runs it, within limits.
    Run(run::Args),
    /// Runs a program with a detector of data races.
    Race(race::Args),
    /// Runs a program under every schedule, and shows how it can end.
    Explore(explore::Args),
    /// Lists the exercises, and what is solved.
    List(list::Args),
    /// Checks exercises: is the answer right, in every schedule?
    Check(check::Args),
    /// Checks an exercise again at every save.
    Watch(watch::Args),
    /// Says which exercise comes next.
    Next(next::Args),
    /// Gives a hint.
    Hint(hint::Args),
    /// Shows a right answer, once there is one of your own.
    Solution(solution::Args),
    /// Begins an exercise anew, and keeps what you had.
    Reset(reset::Args),
    /// Says what is found on this machine, and how to get the rest.
    Doctor(doctor::Args),
    /// Prints a shell's completions for this command line.
    Completions(completions::Args),
}

impl Cli {
    fn run(self) -> anyhow::Result<ExitCode> {
        let root = || Root::find(self.root.as_deref());
        match self
            .command
            .unwrap_or_else(|| Command::Serve(Default::default()))
        {
            Command::Serve(args) => serve::run(args, root()?),
            Command::Build(args) => build::run(args, &root()?),
            Command::Record(args) => record::run(args, &root()?),
            Command::Run(args) => run::run(args, &root()?),
            Command::Race(args) => race::run(args, &root()?),
            Command::Explore(args) => explore::run(args, &root()?),
            Command::List(args) => list::run(args, &root()?),
            Command::Check(args) => check::run(args, &root()?),
            Command::Watch(args) => watch::run(args, &root()?),
            Command::Next(args) => next::run(args, &root()?),
            Command::Hint(args) => hint::run(args, &root()?),
            Command::Solution(args) => solution::run(args, &root()?),
            Command::Reset(args) => reset::run(args, &root()?),
            Command::Doctor(args) => doctor::run(args, &root()?),
            Command::Completions(args) => completions::run(args),
        }
    }
}

/// Does what the command line says, and tells how it ended.
pub fn main() -> ExitCode {
    Cli::parse().run().unwrap_or_else(|error| {
        report::error(&error);
        ExitCode::from(2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
