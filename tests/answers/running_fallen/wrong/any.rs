//! Rejected: those who fall are counted
//!
//! Knows that somebody fell, not how many.

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    let clerks: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let anybody = clerks.into_iter().any(|clerk| clerk.join().is_err());
    usize::from(anybody)
}
