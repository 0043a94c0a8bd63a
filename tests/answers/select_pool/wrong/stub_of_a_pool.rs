//! Rejected: as many jobs at the same time as clerks
//! Says: never inside at the same time

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, _clerks: usize) {
    thread::scope(|scope| {
        scope.spawn(|| jobs.into_iter().for_each(|job| job()));
    });
}
