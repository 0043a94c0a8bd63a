//! Rejected: each job is done once when it returns

use crossbeam_channel::unbounded;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let (hand_out, next) = unbounded::<Job>();
    for _ in 0..clerks {
        let next = next.clone();
        thread::spawn(move || next.iter().for_each(|job| job()));
    }
    for job in jobs {
        hand_out.send(job).unwrap();
    }
}
