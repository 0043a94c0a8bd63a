//! Rejected: whoever starts a clerk waits until there is room
//!
//! A thousand clerks are started, and stand in line themselves.

use crossbeam_channel::{Receiver, Sender, bounded};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

pub struct Group {
    enter: Sender<()>,
    leave: Receiver<()>,
    clerks: Mutex<Vec<JoinHandle<bool>>>,
}

impl Group {
    pub fn new(limit: usize) -> Group {
        let (enter, leave) = bounded(limit);
        Group {
            enter,
            leave,
            clerks: Mutex::default(),
        }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        let (enter, leave) = (self.enter.clone(), self.leave.clone());
        let clerk = thread::spawn(move || {
            enter.send(()).unwrap();
            let panicked = catch_unwind(AssertUnwindSafe(job)).is_err();
            leave.recv().unwrap();
            panicked
        });
        self.clerks.lock().unwrap().push(clerk);
    }

    pub fn wait(&self) -> usize {
        let clerks = std::mem::take(&mut *self.clerks.lock().unwrap());
        let panicked = clerks.into_iter().map(|clerk| clerk.join().unwrap());
        panicked.filter(|panicked| *panicked).count()
    }
}
