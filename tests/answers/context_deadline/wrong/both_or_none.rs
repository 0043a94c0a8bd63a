//! Rejected: a part without a limit passes on when it ends
//!
//! `None` is less than any moment, so a part without a limit has no deadline.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Why something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Somebody has cancelled it.
    Canceled,
    /// Its time was up.
    DeadlineExceeded,
}

/// A request, or a part of one.
pub struct Request {
    all: Arc<All>,
    /// Its number, after the numbers of what it is a part of.
    path: Vec<usize>,
    deadline: Option<Instant>,
}

/// What the parts of one request share.
#[derive(Default)]
struct All {
    /// By number: when it was cancelled itself.
    canceled: Mutex<Vec<Option<Instant>>>,
    bell: Condvar,
}

impl Request {
    /// A request that may take so long; without a limit, it has no deadline.
    pub fn new(limit: Option<Duration>) -> Request {
        Request::below(Arc::default(), Vec::new(), limit.map(from_now))
    }

    /// A part of this, which may take so long.
    pub fn part(&self, limit: Option<Duration>) -> Request {
        let (all, path) = (Arc::clone(&self.all), self.path.clone());
        Request::below(all, path, self.deadline.min(limit.map(from_now)))
    }

    fn below(all: Arc<All>, mut path: Vec<usize>, deadline: Option<Instant>) -> Request {
        let mut canceled = all.canceled.lock().unwrap();
        path.push(canceled.len());
        canceled.push(None);
        drop(canceled);
        Request {
            all,
            path,
            deadline,
        }
    }

    /// When it ends at the latest, if that is settled.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Ends this, and all parts of it.
    pub fn cancel(&self) {
        // The clock is looked at under the lock: so nobody is told of a later end meanwhile.
        let mut canceled = self.all.canceled.lock().unwrap();
        canceled[self.number()].get_or_insert_with(Instant::now);
        drop(canceled);
        self.all.bell.notify_all();
    }

    /// Why it has ended, if it has.
    pub fn end(&self) -> Option<End> {
        self.why(&self.all.canceled.lock().unwrap())
    }

    /// Returns when it has ended, and says why.
    pub fn wait(&self) -> End {
        let mut canceled = self.all.canceled.lock().unwrap();
        loop {
            if let Some(end) = self.why(&canceled) {
                return end;
            }
            canceled = match self.deadline {
                Some(deadline) => {
                    let left = deadline.saturating_duration_since(Instant::now());
                    self.all.bell.wait_timeout(canceled, left).unwrap().0
                }
                None => self.all.bell.wait(canceled).unwrap(),
            };
        }
    }

    fn why(&self, canceled: &[Option<Instant>]) -> Option<End> {
        let first = self
            .path
            .iter()
            .filter_map(|number| canceled[*number])
            .min();
        let is_over = |deadline| deadline <= first.unwrap_or_else(Instant::now);
        if self.deadline.is_some_and(is_over) {
            Some(End::DeadlineExceeded)
        } else {
            first.map(|_| End::Canceled)
        }
    }

    fn number(&self) -> usize {
        self.path[self.path.len() - 1]
    }
}

fn from_now(limit: Duration) -> Instant {
    Instant::now() + limit
}
