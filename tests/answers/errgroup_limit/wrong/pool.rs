//! Rejected: each job has a clerk of its own
//!
//! As many threads as the limit, which take jobs from a channel.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

pub struct Group {
    tx: crossbeam_channel::Sender<Job>,
    s: Arc<(Mutex<(usize, usize)>, Condvar)>,
}

impl Group {
    pub fn new(limit: usize) -> Group {
        let (tx, rx) = crossbeam_channel::bounded::<Job>(0);
        let s: Arc<(Mutex<(usize, usize)>, Condvar)> = Arc::default();
        for _ in 0..limit {
            let (rx, s) = (rx.clone(), s.clone());
            thread::spawn(move || {
                for job in rx {
                    let fell = catch_unwind(AssertUnwindSafe(job)).is_err();
                    let mut g = s.0.lock().unwrap();
                    g.0 -= 1;
                    g.1 += fell as usize;
                    s.1.notify_all()
                }
            });
        }
        Group { tx, s }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        self.s.0.lock().unwrap().0 += 1;
        self.tx.send(Box::new(job)).unwrap()
    }

    pub fn wait(&self) -> usize {
        let mut g = self
            .s
            .1
            .wait_while(self.s.0.lock().unwrap(), |g| g.0 > 0)
            .unwrap();
        std::mem::take(&mut g.1)
    }
}
