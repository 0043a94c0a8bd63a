//! As `std::process`, as far as it concerns this process.

pub use ::std::process::ExitCode;

use interleave::current;
use std::panic::Location;

/// Ends the process, whatever its threads are doing.
#[track_caller]
pub fn exit(code: i32) -> ! {
    match interleave::running() {
        true => current::exit(code, Location::caller()),
        false => current::cannot("exit"),
    }
}

/// Ends the process abnormally.
#[track_caller]
pub fn abort() -> ! {
    match interleave::running() {
        true => current::abort(Location::caller()),
        false => current::cannot("abort"),
    }
}

/// What `main` may return, as `std::process::Termination`.
pub trait Termination {
    /// The exit status.
    fn status(self) -> i32;
}

impl Termination for () {
    fn status(self) -> i32 {
        0
    }
}

impl Termination for ExitCode {
    fn status(self) -> i32 {
        // The standard library does not tell the number; only whether it is success.
        i32::from(self != ExitCode::SUCCESS)
    }
}

impl<T: Termination, E: std::fmt::Debug> Termination for Result<T, E> {
    fn status(self) -> i32 {
        match self {
            Ok(value) => value.status(),
            Err(error) => {
                current::complain(&format!("Error: {error:?}\n"));
                1
            }
        }
    }
}
