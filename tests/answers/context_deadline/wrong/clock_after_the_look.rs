//! Rejected: whoever asks is told what is told later
//!
//! Looks whether it was cancelled, and then at the clock: it may be cancelled in between.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Canceled,
    DeadlineExceeded,
}

type Asks = Arc<dyn Fn() -> Option<Instant> + Send + Sync>;
pub struct Request {
    canceled: Arc<Mutex<Option<Instant>>>,
    first: Asks,
    bell: Arc<(Mutex<u64>, Condvar)>,
    deadline: Option<Instant>,
}
fn asks(mine: Arc<Mutex<Option<Instant>>>, above: Option<Asks>) -> Asks {
    Arc::new(move || {
        let m = *mine.lock().unwrap();
        let a = above.as_ref().and_then(|a| a());
        m.into_iter().chain(a).min()
    })
}
impl Request {
    pub fn new(limit: Option<Duration>) -> Request {
        let canceled = Arc::new(Mutex::new(None));
        Request {
            first: asks(canceled.clone(), None),
            canceled,
            bell: Arc::default(),
            deadline: limit.map(|l| Instant::now() + l),
        }
    }
    pub fn part(&self, limit: Option<Duration>) -> Request {
        let canceled = Arc::new(Mutex::new(None));
        let own = limit.map(|l| Instant::now() + l);
        Request {
            first: asks(canceled.clone(), Some(self.first.clone())),
            canceled,
            bell: self.bell.clone(),
            deadline: own.min(self.deadline).or(own).or(self.deadline),
        }
    }
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }
    pub fn cancel(&self) {
        let mut g = self.bell.0.lock().unwrap();
        *g += 1;
        self.canceled
            .lock()
            .unwrap()
            .get_or_insert_with(Instant::now);
        self.bell.1.notify_all();
    }
    pub fn end(&self) -> Option<End> {
        match ((self.first)(), self.deadline) {
            (Some(f), Some(d)) if f >= d => Some(End::DeadlineExceeded),
            (Some(_), _) => Some(End::Canceled),
            (None, Some(d)) if Instant::now() >= d => Some(End::DeadlineExceeded),
            _ => None,
        }
    }
    pub fn wait(&self) -> End {
        let mut round = self.bell.0.lock().unwrap();
        loop {
            if let Some(e) = self.end() {
                return e;
            }
            let seen = *round;
            round = match self.deadline {
                Some(d) => {
                    self.bell
                        .1
                        .wait_timeout_while(
                            round,
                            d.saturating_duration_since(Instant::now()),
                            |r| *r == seen,
                        )
                        .unwrap()
                        .0
                }
                None => self.bell.1.wait_while(round, |r| *r == seen).unwrap(),
            };
        }
    }
}
