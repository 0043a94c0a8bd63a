//! Whoever is free says so, and is handed the next job.

use std::sync::mpsc::{Sender, channel};
use std::thread;
pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    thread::scope(|s| {
        let (free, frees) = channel::<Sender<Job>>();
        for _ in 0..clerks {
            let free = free.clone();
            s.spawn(move || {
                loop {
                    let (to, mine) = channel();
                    if free.send(to).is_err() {
                        return;
                    }
                    match mine.recv() {
                        Ok(job) => job(),
                        Err(_) => return,
                    }
                }
            });
        }
        drop(free);
        for job in jobs {
            frees.recv().unwrap().send(job).unwrap();
        }
        drop(frees);
    });
}
