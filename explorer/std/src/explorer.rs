//! What the workbench appends to a program to have it explored, and what a test calls.

pub use interleave::introspect::{Holds, contents};
pub use interleave::{Exploration, Limits, Memory, Merging, Model, Options, Time};

use crate::process::Termination;

/// Explores `program`, which must do the same each time but for the order of its threads' steps.
pub fn explore<T: Termination>(
    options: &Options,
    program: impl Fn() -> T + Send + Sync + 'static,
) -> Exploration {
    interleave::explore(options, move || program().status(), |_| ())
}

/// The `main` of a program that is explored: see [`interleave::child`].
pub fn main<T: Termination>(program: impl Fn() -> T + Send + Sync + 'static, file: &str) -> ! {
    interleave::child::main(move || program().status(), file)
}
