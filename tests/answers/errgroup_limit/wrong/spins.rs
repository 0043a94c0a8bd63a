//! Rejected: whoever waits sleeps
//! Says: looks again and again

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Group {
    room: Arc<AtomicUsize>,
    clerks: Mutex<Vec<JoinHandle<bool>>>,
}

impl Group {
    pub fn new(limit: usize) -> Group {
        Group {
            room: Arc::new(AtomicUsize::new(limit)),
            clerks: Mutex::default(),
        }
    }

    pub fn go(&self, job: impl FnOnce() + Send + 'static) {
        loop {
            let room = self.room.load(SeqCst);
            let take = |room| self.room.compare_exchange(room, room - 1, SeqCst, SeqCst);
            if room > 0 && take(room).is_ok() {
                break;
            }
            thread::yield_now();
        }
        let room = Arc::clone(&self.room);
        let clerk = thread::spawn(move || {
            let panicked = catch_unwind(AssertUnwindSafe(job)).is_err();
            room.fetch_add(1, SeqCst);
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
