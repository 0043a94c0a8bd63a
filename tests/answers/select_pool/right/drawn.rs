//! Each draws the number of the next job.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let jobs: Vec<Mutex<Option<Job>>> = jobs.into_iter().map(|job| Mutex::new(Some(job))).collect();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..clerks {
            scope.spawn(|| {
                while let Some(place) = jobs.get(next.fetch_add(1, Relaxed)) {
                    let job = place.lock().take().unwrap();
                    job();
                }
            });
        }
    });
}
