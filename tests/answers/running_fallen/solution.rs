use std::thread;

/// What a clerk has to do.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs each of the `jobs` once, all at the same time, and says how many have panicked.
pub fn fallen(jobs: Vec<Job>) -> usize {
    let clerks: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    clerks
        .into_iter()
        .map(|clerk| clerk.join())
        .filter(|result| result.is_err())
        .count()
}
