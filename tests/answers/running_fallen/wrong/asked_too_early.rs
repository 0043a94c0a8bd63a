//! Rejected: those who fall are counted
//!
//! Counts after a while, without waiting for anybody.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

pub type Job = Box<dyn FnOnce() + Send>;

struct Witness(Arc<AtomicUsize>);

impl Drop for Witness {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.fetch_add(1, SeqCst);
        }
    }
}

pub fn fallen(jobs: Vec<Job>) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    for job in jobs {
        let witness = Witness(Arc::clone(&count));
        thread::spawn(move || {
            let _witness = witness;
            job();
        });
    }
    thread::sleep(Duration::from_millis(50));
    count.load(SeqCst)
}
