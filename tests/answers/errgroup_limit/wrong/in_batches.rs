//! Rejected: whoever starts a clerk does not wait for his end
//!
//! As soon as as many are at work as may be, all of them are waited for.

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

pub struct Group {
    limit: usize,
    clerks: Mutex<(Vec<JoinHandle<()>>, usize)>,
}

impl Group {
    pub fn new(limit: usize) -> Group {
        Group {
            limit,
            clerks: Mutex::default(),
        }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        let mut clerks = self.clerks.lock().unwrap();
        clerks.0.push(thread::spawn(job));
        if clerks.0.len() == self.limit {
            let done = std::mem::take(&mut clerks.0);
            clerks.1 += done
                .into_iter()
                .filter_map(|clerk| clerk.join().err())
                .count();
        }
    }

    pub fn wait(&self) -> usize {
        let mut clerks = self.clerks.lock().unwrap();
        let done = std::mem::take(&mut clerks.0);
        clerks.1 += done
            .into_iter()
            .filter_map(|clerk| clerk.join().err())
            .count();
        clerks.1
    }
}
