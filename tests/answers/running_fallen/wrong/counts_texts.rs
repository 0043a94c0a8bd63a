//! Rejected: all may fall
//!
//! The message of a panic may be a `String` as well as a `&str`.

use std::thread;
pub type Job = Box<dyn FnOnce() + Send>;
pub fn fallen(jobs: Vec<Job>) -> usize {
    let hs: Vec<_> = jobs.into_iter().map(|j| thread::spawn(j)).collect();
    hs.into_iter()
        .filter_map(|h| h.join().err())
        .filter(|e| e.downcast_ref::<&str>().is_some())
        .count()
}
