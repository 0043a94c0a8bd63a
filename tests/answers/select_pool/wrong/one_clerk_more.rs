//! Rejected: never more jobs at the same time than clerks
//!
//! Whoever has the jobs lends a hand.

use std::sync::Mutex;
use std::thread;
pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let jobs = Mutex::new(jobs.into_iter());
    let work = || loop {
        let job = jobs.lock().unwrap().next();
        match job {
            Some(j) => j(),
            None => return,
        }
    };
    thread::scope(|s| {
        for _ in 0..clerks {
            s.spawn(work);
        }
        work();
    });
}
