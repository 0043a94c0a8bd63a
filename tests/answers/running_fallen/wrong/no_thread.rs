//! Rejected: all are on their ladders at the same time
//! Says: never inside at the same time

use std::panic::{AssertUnwindSafe, catch_unwind};

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    jobs.into_iter()
        .map(|job| catch_unwind(AssertUnwindSafe(job)))
        .filter(Result::is_err)
        .count()
}
