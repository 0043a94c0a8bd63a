//! Rejected: a clerk turns it off

use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let clerks: Vec<_> = work.into_iter().map(thread::spawn).collect();
    for clerk in clerks {
        clerk.join().unwrap();
    }
    lights_out();
    Vec::new()
}
