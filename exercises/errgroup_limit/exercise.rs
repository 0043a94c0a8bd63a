//! A group of clerks, and a limit: each clerk is a thread that does one job, and never more of
//! them are at work than the limit says. Whoever starts one waits until there is room, and then
//! the job is begun without further waiting. Several threads may start clerks at the same time.
//! A job may panic; then its place is free again, and `wait` says how many did.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, JoinHandle};

/// A group of which at most so many are at work.
pub struct Group {
    limit: usize,
    at_work: &'static AtomicUsize,
    clerks: Mutex<Vec<JoinHandle<()>>>,
}

impl Group {
    /// A group that lets at most `limit` clerks work at once, at least one.
    pub fn new(limit: usize) -> Group {
        Group {
            limit,
            at_work: Box::leak(Box::default()),
            clerks: Mutex::default(),
        }
    }

    /// Starts a clerk who does this job, as soon as there is room.
    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        // TODO: looks again and again, two may see the same room, and a panic takes a place along.
        while self.at_work.load(SeqCst) == self.limit {
            thread::yield_now();
        }
        self.at_work.fetch_add(1, SeqCst);
        let at_work = self.at_work;
        let clerk = thread::spawn(move || {
            job();
            at_work.fetch_sub(1, SeqCst);
        });
        self.clerks.lock().unwrap().push(clerk);
    }

    /// Returns when all that were started have ended. How many of them have panicked.
    pub fn wait(&self) -> usize {
        let clerks = std::mem::take(&mut *self.clerks.lock().unwrap());
        clerks
            .into_iter()
            .filter_map(|clerk| clerk.join().err())
            .count()
    }
}
