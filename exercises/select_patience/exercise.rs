//! A reader asks a question. A clerk goes to look, and the reader waits for the answer, but not for
//! ever. As soon as she has it she goes on; when her patience is over she leaves without one, but
//! not without one that is there by then. Meanwhile she sleeps.
//!
//! The clerk must be able to go home in either case, and he must not panic because nobody is there
//! to take the answer.

use std::thread;
use std::time::Duration;

/// What `search` returns, or `None` if it takes longer than `patience`. `search` is called by a
/// thread of its own.
pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    // TODO: she waits as long as it takes.
    let _ = patience;
    let clerk = thread::spawn(search);
    clerk.join().ok()
}
