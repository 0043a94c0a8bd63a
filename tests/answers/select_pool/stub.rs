//! There are many jobs and few clerks. Each clerk who is free takes the next job, until none is
//! left. So one long job holds up one clerk, and the others go on with the rest.

/// What there is to do.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs each of the `jobs` once, on `clerks` threads: never more jobs at the same time than there
/// are clerks, and as many as that if there are jobs enough. All are done when it returns.
pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    // TODO: this is a pool of one.
    let _ = clerks;
    for job in jobs {
        job();
    }
}
