//! A queue under a lock and a condition; the jobs come while the clerks are at work.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
pub type Job = Box<dyn FnOnce() + Send>;

struct Queue {
    jobs: Mutex<(VecDeque<Job>, bool)>,
    bell: Condvar,
}
impl Queue {
    fn next(&self) -> Option<Job> {
        self.bell
            .wait_while(self.jobs.lock().unwrap(), |j| j.0.is_empty() && !j.1)
            .unwrap()
            .0
            .pop_front()
    }
}
pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let queue = Arc::new(Queue {
        jobs: Mutex::new((VecDeque::new(), false)),
        bell: Condvar::new(),
    });
    let handles: Vec<_> = (0..clerks)
        .map(|_| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || {
                while let Some(job) = queue.next() {
                    job()
                }
            })
        })
        .collect();
    for job in jobs {
        queue.jobs.lock().unwrap().0.push_back(job);
        queue.bell.notify_one();
    }
    queue.jobs.lock().unwrap().1 = true;
    queue.bell.notify_all();
    for h in handles {
        h.join().unwrap();
    }
}
