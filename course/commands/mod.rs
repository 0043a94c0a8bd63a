//! The command line: one file a command.
//!
//! A command prints its data on stdout and its progress on stderr.
//! It ends with 0 when all is well, 1 when what it looked at is not, and 2 when it could not look.

mod record;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Every Interleaving: Go's concurrency, taught with Rust programs.
#[derive(Debug, Parser)]
#[command(name = "course", bin_name = "cargo course", version)]
pub struct Cli {
    /// The folder of the course, if not the one that this program was compiled in.
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    root: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs listings and refreshes what is recorded beside them.
    Record(record::Args),
}

/// Does what the command line says, and tells how it ended.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let root = cli
        .root
        .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let result = match cli.command {
        Command::Record(args) => record::run(args, &root),
    };
    result.unwrap_or_else(|error| {
        anstream::eprintln!("error: {error:#}");
        ExitCode::from(2)
    })
}
