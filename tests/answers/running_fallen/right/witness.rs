//! What is dropped while panicking counts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

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
    let clerks: Vec<_> = jobs
        .into_iter()
        .map(|job| {
            let witness = Witness(Arc::clone(&count));
            thread::spawn(move || {
                let _witness = witness;
                job();
            })
        })
        .collect();
    for clerk in clerks {
        let _ = clerk.join();
    }
    count.load(SeqCst)
}
