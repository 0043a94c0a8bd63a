//! A thread for each job, and as many tickets as clerks.

use std::sync::{Condvar, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let tickets = Mutex::new(clerks);
    let returned = Condvar::new();
    thread::scope(|scope| {
        for job in jobs {
            let (tickets, returned) = (&tickets, &returned);
            scope.spawn(move || {
                let free = tickets.lock().unwrap();
                *returned.wait_while(free, |free| *free == 0).unwrap() -= 1;
                job();
                *tickets.lock().unwrap() += 1;
                returned.notify_one();
            });
        }
    });
}
