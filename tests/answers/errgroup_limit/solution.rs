use crossbeam_channel::{Receiver, Sender, bounded};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

/// A group of which at most so many are at work.
pub struct Group {
    enter: Sender<()>,
    leave: Receiver<()>,
    /// Each says whether its job has panicked.
    clerks: Mutex<Vec<JoinHandle<bool>>>,
}

impl Group {
    /// A group that lets at most `limit` clerks work at once, at least one.
    pub fn new(limit: usize) -> Group {
        let (enter, leave) = bounded(limit);
        Group {
            enter,
            leave,
            clerks: Mutex::default(),
        }
    }

    /// Starts a clerk who does this job, as soon as there is room.
    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        self.enter.send(()).unwrap();
        let leave = self.leave.clone();
        let clerk = thread::spawn(move || {
            let panicked = catch_unwind(AssertUnwindSafe(job)).is_err();
            leave.recv().unwrap();
            panicked
        });
        self.clerks.lock().unwrap().push(clerk);
    }

    /// Returns when all that were started have ended. How many of them have panicked.
    pub fn wait(&self) -> usize {
        let clerks = std::mem::take(&mut *self.clerks.lock().unwrap());
        let panicked = clerks.into_iter().map(|clerk| clerk.join().unwrap());
        panicked.filter(|panicked| *panicked).count()
    }
}
