//! Rejected: a part that was cancelled with the whole stays so
//!
//! Of several cancellations the nearest counts, and not the first.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Canceled,
    DeadlineExceeded,
}

pub struct Request {
    all: Arc<All>,
    path: Vec<usize>,
    deadline: Option<Instant>,
}
#[derive(Default)]
struct All {
    canceled: Mutex<Vec<Option<Instant>>>,
    bell: Condvar,
}
impl Request {
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
    pub fn new(limit: Option<Duration>) -> Request {
        Request::below(Arc::default(), Vec::new(), limit.map(from_now))
    }
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }
    fn number(&self) -> usize {
        self.path[self.path.len() - 1]
    }
}
fn from_now(limit: Duration) -> Instant {
    Instant::now() + limit
}
impl Request {
    pub fn part(&self, limit: Option<Duration>) -> Request {
        let own = limit.map(from_now);
        Request::below(
            self.all.clone(),
            self.path.clone(),
            own.into_iter().chain(self.deadline).min(),
        )
    }
}

impl Request {
    pub fn end(&self) -> Option<End> {
        self.why(&self.all.canceled.lock().unwrap())
    }
    fn why(&self, canceled: &[Option<Instant>]) -> Option<End> {
        let first = self.path.iter().rev().find_map(|n| canceled[*n]);
        match (first, self.deadline) {
            (Some(f), Some(d)) if f >= d => Some(End::DeadlineExceeded),
            (Some(_), _) => Some(End::Canceled),
            (None, Some(d)) if Instant::now() >= d => Some(End::DeadlineExceeded),
            _ => None,
        }
    }
}
impl Request {
    pub fn cancel(&self) {
        self.all.canceled.lock().unwrap()[self.number()].get_or_insert_with(Instant::now);
        self.all.bell.notify_all();
    }
}
impl Request {
    pub fn wait(&self) -> End {
        let mut canceled = self.all.canceled.lock().unwrap();
        loop {
            if let Some(end) = self.why(&canceled) {
                return end;
            }
            canceled = match self.deadline {
                None => self.all.bell.wait(canceled).unwrap(),
                Some(d) => {
                    self.all
                        .bell
                        .wait_timeout(canceled, d.saturating_duration_since(Instant::now()))
                        .unwrap()
                        .0
                }
            };
        }
    }
}
