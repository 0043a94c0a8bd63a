//! The library has shelves with the numbers 1, 2, 3 and so on. Each is to be tidied by a clerk of
//! its own, all of them at the same time, and the librarian goes home when all of them are tidy.
//!
//! Call `tidy` once for each shelf, with the shelf's number.

use std::thread;

/// Tidies the shelves 1 to `shelves`. All of them are tidy when it returns.
pub fn tidy_all(shelves: usize, tidy: impl Fn(usize) + Send + Sync) {
    // TODO: one clerk for each shelf.
    thread::scope(|scope| {
        scope.spawn(|| tidy(shelves));
    });
}
