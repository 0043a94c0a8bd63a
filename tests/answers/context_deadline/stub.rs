//! A request has parts, and these may have parts of their own. Each ends at its deadline, if it has
//! one, or when it is cancelled, whichever comes first; and all parts of it end with it, while what
//! it is a part of goes on. So a part never has more time than what it is a part of. Why it has
//! ended is settled by what came first, and everybody is told the same, whenever they ask. To let go
//! of a request ends nothing. Whoever waits for the end sleeps until then.

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
    /// By number: whether it was cancelled itself.
    canceled: Mutex<Vec<bool>>,
    bell: Condvar,
}

impl Request {
    /// A request that may take so long; without a limit, it has no deadline.
    pub fn new(limit: Option<Duration>) -> Request {
        Request::below(Arc::default(), Vec::new(), limit.map(from_now))
    }

    /// A part of this, which may take so long.
    pub fn part(&self, limit: Option<Duration>) -> Request {
        // TODO: this part may have more time than `self`.
        let (all, path) = (Arc::clone(&self.all), self.path.clone());
        Request::below(all, path, limit.map(from_now))
    }

    fn below(all: Arc<All>, mut path: Vec<usize>, deadline: Option<Instant>) -> Request {
        let mut canceled = all.canceled.lock().unwrap();
        path.push(canceled.len());
        canceled.push(false);
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
        self.all.canceled.lock().unwrap()[self.number()] = true;
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
            // TODO: nobody looks at the clock.
            canceled = self.all.bell.wait(canceled).unwrap();
        }
    }

    fn why(&self, canceled: &[bool]) -> Option<End> {
        // TODO: what was first?
        let was_canceled = self.path.iter().any(|number| canceled[*number]);
        was_canceled.then_some(End::Canceled)
    }

    fn number(&self) -> usize {
        self.path[self.path.len() - 1]
    }
}

fn from_now(limit: Duration) -> Instant {
    Instant::now() + limit
}
