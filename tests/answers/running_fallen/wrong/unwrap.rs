//! Rejected: those who fall are counted

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    let clerks: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    for clerk in clerks {
        clerk.join().unwrap();
    }
    0
}
