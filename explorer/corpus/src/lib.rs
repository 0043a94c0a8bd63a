//! Small concurrent programs, at least one for each primitive and each way to get it wrong.
//!
//! Each declares in the comment at its head in how many ways it can end (see [`declaration`]). The
//! tests explore every program and compare; a new program is a new file in `programs`.
//!
//! The programs are ordinary ones: they run with the real libraries too. Here they are linked with
//! the explorer's stand-ins, all into one test, so that the compiler is called once.

pub mod declaration;

/// A program of the corpus.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// Its name: the file's, without the extension.
    pub name: &'static str,
    /// Its file, as the compiler was given it.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Runs it, and returns the exit status.
    pub main: fn() -> i32,
}

include!(concat!(env!("OUT_DIR"), "/programs.rs"));
