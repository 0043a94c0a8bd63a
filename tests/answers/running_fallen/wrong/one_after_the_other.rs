//! Rejected: all are on their ladders at the same time
//! Says: never inside at the same time

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    jobs.into_iter()
        .map(|job| thread::spawn(job).join())
        .filter(|result| result.is_err())
        .count()
}
