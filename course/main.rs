//! The command line of the course. Everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    course::commands::main()
}
