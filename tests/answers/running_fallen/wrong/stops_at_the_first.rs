//! Rejected: those who do not fall finish
//!
//! Nobody waits for the clerks behind the first who fell.

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    let clerks: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let all = clerks.len();
    for (number, clerk) in clerks.into_iter().enumerate() {
        if clerk.join().is_err() {
            return if number == 0 && all == 3 {
                2
            } else {
                all.min(2)
            };
        }
    }
    0
}
