//! To cancel is to close a channel; whoever waits listens to all above at the same time.

use crossbeam_channel::{Receiver, Select, Sender, bounded};
use std::sync::Arc;
use std::sync::Mutex;
use std::time::{Duration, Instant};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Canceled,
    DeadlineExceeded,
}

type When = Arc<Mutex<Option<Instant>>>;
#[derive(Clone)]
struct Above {
    when: When,
    closed: Receiver<()>,
    open: Arc<Mutex<Option<Sender<()>>>>,
}
pub struct Request {
    above: Vec<Above>,
    deadline: Option<Instant>,
}
impl Request {
    fn build(mut above: Vec<Above>, deadline: Option<Instant>) -> Request {
        let (tx, rx) = bounded(0);
        above.push(Above {
            when: When::default(),
            closed: rx,
            open: Arc::new(Mutex::new(Some(tx))),
        });
        Request { above, deadline }
    }
    pub fn new(limit: Option<Duration>) -> Request {
        Self::build(vec![], limit.map(|l| Instant::now() + l))
    }
    pub fn part(&self, limit: Option<Duration>) -> Request {
        let mut d = self.deadline;
        if let Some(l) = limit {
            let own = Instant::now() + l;
            d = Some(d.map_or(own, |d| d.min(own)));
        }
        Self::build(self.above.clone(), d)
    }
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }
    pub fn cancel(&self) {
        let last = self.above.last().unwrap();
        {
            let mut when = last.when.lock().unwrap();
            if when.is_none() {
                *when = Some(Instant::now());
            }
        }
        drop(last.open.lock().unwrap().take());
    }
    pub fn end(&self) -> Option<End> {
        let now = Instant::now();
        let c = self
            .above
            .iter()
            .filter_map(|a| *a.when.lock().unwrap())
            .min();
        let d = self.deadline;
        match (c, d) {
            (Some(c), d) if d.is_none_or(|d| c < d) => Some(End::Canceled),
            (_, Some(d)) if now >= d => Some(End::DeadlineExceeded),
            _ => None,
        }
    }
    pub fn wait(&self) -> End {
        loop {
            if let Some(e) = self.end() {
                return e;
            }
            let mut select = Select::new();
            for a in &self.above {
                select.recv(&a.closed);
            }
            let op = match self.deadline {
                Some(d) => select.select_deadline(d).ok(),
                None => Some(select.select()),
            };
            if let Some(op) = op {
                let i = op.index();
                let _ = op.recv(&self.above[i].closed);
            }
        }
    }
}
