//! Rejected: a long job holds up one clerk only
//!
//! Each clerk has its share, decided beforehand.

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let mut shares: Vec<Vec<Job>> = (0..clerks).map(|_| Vec::new()).collect();
    for (number, job) in jobs.into_iter().enumerate() {
        shares[number % clerks].push(job);
    }
    thread::scope(|scope| {
        for share in shares {
            scope.spawn(|| share.into_iter().for_each(|job| job()));
        }
    });
}
