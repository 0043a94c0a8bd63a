//! A scope whose threads are all joined by hand.

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    thread::scope(|scope| {
        let clerks: Vec<_> = jobs.into_iter().map(|job| scope.spawn(job)).collect();
        let mut fallen = 0;
        for clerk in clerks {
            if clerk.join().is_err() {
                fallen += 1;
            }
        }
        fallen
    })
}
