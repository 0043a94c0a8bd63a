//! Rejected: never more at work than the limit
//!
//! The place is given back before the job begins.

use crossbeam_channel::{Receiver, Sender, bounded};
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

pub struct Group {
    enter: Sender<()>,
    leave: Receiver<()>,
    clerks: Mutex<Vec<JoinHandle<()>>>,
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
        self.enter.send(()).unwrap();
        let leave = self.leave.clone();
        let clerk = thread::spawn(move || {
            leave.recv().unwrap();
            job();
        });
        self.clerks.lock().unwrap().push(clerk);
    }

    pub fn wait(&self) -> usize {
        let clerks = std::mem::take(&mut *self.clerks.lock().unwrap());
        clerks
            .into_iter()
            .filter_map(|clerk| clerk.join().err())
            .count()
    }
}
