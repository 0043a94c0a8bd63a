//! Permits that go from hand to hand, given back when they are dropped; panics are seen by the join.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

pub struct Group {
    permits: Mutex<Receiver<()>>,
    back: Sender<()>,
    clerks: Mutex<Vec<JoinHandle<()>>>,
}

struct Permit(Sender<()>);

impl Drop for Permit {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

impl Group {
    pub fn new(limit: usize) -> Group {
        let (back, permits) = channel();
        for _ in 0..limit {
            back.send(()).unwrap();
        }
        Group {
            permits: Mutex::new(permits),
            back,
            clerks: Mutex::default(),
        }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        self.permits.lock().unwrap().recv().unwrap();
        let permit = Permit(self.back.clone());
        let clerk = thread::spawn(move || {
            let _permit = permit;
            job();
        });
        self.clerks.lock().unwrap().push(clerk);
    }

    pub fn wait(&self) -> usize {
        let mut panicked = 0;
        while let Some(clerk) = { self.clerks.lock().unwrap().pop() } {
            panicked += usize::from(clerk.join().is_err());
        }
        panicked
    }
}
