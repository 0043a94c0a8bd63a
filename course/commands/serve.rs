//! `serve`: the course in a browser.

use super::report;
use crate::root::Root;
use crate::server::{Observer, Server};
use std::process::ExitCode;

/// The arguments of `serve`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo run                          read at http://127.0.0.1:3000
  cargo course serve --port 0        on any free port
  cargo course serve --open          open the browser too

Ctrl-C ends it. Only this computer can reach it.")]
pub struct Args {
    /// The port to listen on; 0 takes any that is free.
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    port: u16,
    /// Open the course in the browser.
    #[arg(long)]
    open: bool,
}

const DEFAULT_PORT: u16 = 3000;

impl Default for Args {
    fn default() -> Self {
        Self {
            port: DEFAULT_PORT,
            open: false,
        }
    }
}

/// Serves the book until Ctrl-C.
///
/// # Errors
///
/// When the port cannot be had, or the files cannot be watched.
pub fn run(args: Args, root: Root) -> anyhow::Result<ExitCode> {
    let server = Server::start(root, args.port, Box::new(Terminal))?;
    anstream::println!("Every Interleaving: {}", server.address());
    if args.open
        && let Err(error) = open::that_detached(server.address())
    {
        report::error(&anyhow::Error::new(error).context(format!(
            "failed to open a browser; open {} yourself",
            server.address()
        )));
    }
    server.until_stopped()?;
    Ok(ExitCode::SUCCESS)
}

/// Tells the terminal what happens to the book.
struct Terminal;

impl Observer for Terminal {
    fn built(&self, book: &crate::book::Book, took: std::time::Duration) {
        report::warnings(&book.warnings);
        let milliseconds = took.as_millis();
        report::done(format_args!(
            "built {} pages in {milliseconds} ms",
            book.pages()
        ));
    }

    fn broken(&self, broken: &crate::book::Broken) {
        report::broken(&broken.problems);
    }
}
