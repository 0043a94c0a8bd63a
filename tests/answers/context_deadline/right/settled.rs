//! No moments: whoever cancels looks first at the clock, for all parts.

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

pub struct Request {
    all: Arc<(Mutex<Vec<Part>>, Condvar)>,
    number: usize,
}

struct Part {
    above: Option<usize>,
    deadline: Option<Instant>,
    end: Option<End>,
}

/// Notes what has ended by now.
fn settle(parts: &mut [Part]) {
    let now = Instant::now();
    for number in 0..parts.len() {
        let part = &parts[number];
        let is_over = part.deadline.is_some_and(|deadline| deadline <= now);
        let above = part.above.and_then(|above| parts[above].end);
        let end = above.or(is_over.then_some(End::DeadlineExceeded));
        parts[number].end = parts[number].end.or(end);
    }
}

impl Request {
    pub fn new(limit: Option<Duration>) -> Request {
        let part = Part {
            above: None,
            deadline: limit.map(|limit| Instant::now() + limit),
            end: None,
        };
        Request {
            all: Arc::new((Mutex::new(vec![part]), Condvar::new())),
            number: 0,
        }
    }

    pub fn part(&self, limit: Option<Duration>) -> Request {
        let mut parts = self.all.0.lock().unwrap();
        let own = limit.map(|limit| Instant::now() + limit);
        let above = parts[self.number].deadline;
        parts.push(Part {
            above: Some(self.number),
            deadline: own.into_iter().chain(above).min(),
            end: None,
        });
        Request {
            all: Arc::clone(&self.all),
            number: parts.len() - 1,
        }
    }

    pub fn deadline(&self) -> Option<Instant> {
        self.all.0.lock().unwrap()[self.number].deadline
    }

    pub fn cancel(&self) {
        let mut parts = self.all.0.lock().unwrap();
        settle(&mut parts);
        parts[self.number].end.get_or_insert(End::Canceled);
        settle(&mut parts);
        self.all.1.notify_all();
    }

    pub fn end(&self) -> Option<End> {
        let mut parts = self.all.0.lock().unwrap();
        settle(&mut parts);
        parts[self.number].end
    }

    pub fn wait(&self) -> End {
        let mut parts = self.all.0.lock().unwrap();
        loop {
            settle(&mut parts);
            if let Some(end) = parts[self.number].end {
                return end;
            }
            let Some(deadline) = parts[self.number].deadline else {
                parts = self.all.1.wait(parts).unwrap();
                continue;
            };
            let left = deadline.saturating_duration_since(Instant::now());
            parts = self.all.1.wait_timeout(parts, left).unwrap().0;
        }
    }
}
