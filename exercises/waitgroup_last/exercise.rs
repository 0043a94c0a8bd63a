//! In the evening the clerks close the library. Each has some work left, all of them at the same
//! time, and whoever finishes last turns off the light. Nobody waits for anybody: a clerk who has
//! finished and is not the last goes home at once, and the librarian has left already.
//!
//! The light goes off once, after all the work, and in the hand of a clerk.

use std::thread::{self, JoinHandle};

/// What a clerk has left to do.
pub type Work = Box<dyn FnOnce() + Send>;

/// Starts a clerk for each piece of work. Returns their handles at once; there is one piece at
/// least.
pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    // TODO: only the last one.
    let _ = lights_out;
    work.into_iter().map(|piece| thread::spawn(piece)).collect()
}
