//! Rejected: there is room as soon as any of them has ended

use std::collections::VecDeque;
use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering::SeqCst},
};
use std::thread::{self, JoinHandle};
pub struct Group {
    limit: usize,
    fell: AtomicUsize,
    clerks: Mutex<VecDeque<JoinHandle<()>>>,
}
impl Group {
    pub fn new(limit: usize) -> Group {
        Group {
            limit,
            fell: AtomicUsize::new(0),
            clerks: Mutex::default(),
        }
    }
    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        let mut c = self.clerks.lock().unwrap();
        if c.len() == self.limit {
            if c.pop_front().unwrap().join().is_err() {
                self.fell.fetch_add(1, SeqCst);
            }
        }
        c.push_back(thread::spawn(job));
    }
    pub fn wait(&self) -> usize {
        for h in self.clerks.lock().unwrap().drain(..) {
            if h.join().is_err() {
                self.fell.fetch_add(1, SeqCst);
            }
        }
        self.fell.load(SeqCst)
    }
}
