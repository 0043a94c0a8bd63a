//! Rejected: never more at work, although two have waited

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

struct P(Arc<(Mutex<usize>, Condvar)>);

impl Drop for P {
    fn drop(&mut self) {
        *self.0.0.lock().unwrap() -= 1;
        self.0.1.notify_all();
    }
}

pub struct Group {
    limit: usize,
    s: Arc<(Mutex<usize>, Condvar)>,
    clerks: Mutex<Vec<JoinHandle<()>>>,
}

impl Group {
    pub fn new(limit: usize) -> Group {
        Group {
            limit,
            s: Arc::default(),
            clerks: Mutex::default(),
        }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        let mut n = self.s.0.lock().unwrap();
        if *n >= self.limit {
            n = self.s.1.wait(n).unwrap()
        }
        *n += 1;
        drop(n);
        let p = P(self.s.clone());
        let h = thread::spawn(move || {
            let _p = p;
            job()
        });
        self.clerks.lock().unwrap().push(h)
    }

    pub fn wait(&self) -> usize {
        let hs = std::mem::take(&mut *self.clerks.lock().unwrap());
        hs.into_iter().filter_map(|h| h.join().err()).count()
    }
}
