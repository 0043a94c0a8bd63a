//! Every clerk climbs a ladder, all at the same time, and some of them fall: their job panics. The
//! librarian wants to know how many have fallen. She herself must not panic, and the fall of one
//! must not keep another from finishing.
//!
//! Join every clerk: a panic of a thread that nobody joins counts as a failure here.

use std::thread;

/// What a clerk has to do.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs each of the `jobs` once, all at the same time, and says how many have panicked.
pub fn fallen(jobs: Vec<Job>) -> usize {
    // TODO: this tells the librarian of a fall by making her fall as well.
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(job);
        }
    });
    0
}
