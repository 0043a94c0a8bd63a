//! A locked list, and the lock is not held while a job is done.

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let jobs = Mutex::new(jobs);
    thread::scope(|scope| {
        for _ in 0..clerks {
            scope.spawn(|| {
                loop {
                    let Some(job) = jobs.lock().unwrap().pop() else {
                        break;
                    };
                    job();
                }
            });
        }
    });
}
