//! Rejected: all are on their ladders at the same time
//! Says: never inside at the same time

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(mut jobs: Vec<Job>) -> usize {
    let mut fallen = 0;
    while !jobs.is_empty() {
        let rest = jobs.split_off(jobs.len().min(2));
        let clerks: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
        fallen += clerks
            .into_iter()
            .filter_map(|clerk| clerk.join().err())
            .count();
        jobs = rest;
    }
    fallen
}
