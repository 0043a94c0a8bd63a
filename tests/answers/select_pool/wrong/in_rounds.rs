//! Rejected: a long job holds up one clerk only
//!
//! As many as there are clerks, then the next round.

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let mut jobs = jobs.into_iter().peekable();
    while jobs.peek().is_some() {
        let round: Vec<Job> = jobs.by_ref().take(clerks).collect();
        thread::scope(|scope| {
            for job in round {
                scope.spawn(job);
            }
        });
    }
}
