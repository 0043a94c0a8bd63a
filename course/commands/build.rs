//! `build`: the static site.

use super::report;
use crate::book;
use crate::root::Root;
use anyhow::Context;
use std::path::PathBuf;
use std::process::ExitCode;

/// The arguments of `build`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo course build                 into the folder that book.toml names
  cargo course build --dest site     into ./site")]
pub struct Args {
    /// Where to write the site [default: the build-dir of book.toml].
    #[arg(long, value_name = "DIR")]
    dest: Option<PathBuf>,
}

/// Builds the book into a folder, which is then whole or as it was before.
///
/// # Errors
///
/// When the folder cannot be written, or holds something that is no book.
/// A broken book is no error here, but exit status 1.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let book = match book::build(root) {
        Ok(book) => book,
        Err(broken) => {
            report::broken(&broken.problems);
            return Ok(ExitCode::FAILURE);
        }
    };
    report::warnings(&book.warnings);
    let dest = std::path::absolute(args.dest.as_ref().unwrap_or(&book.default_dest))
        .context("failed to find the current folder; give `--dest` an absolute path")?;
    book::export(&book, root, &dest)?;
    report::done(format_args!("built {} pages", book.pages()));
    anstream::println!("{}", dest.join("index.html").display());
    Ok(ExitCode::SUCCESS)
}
