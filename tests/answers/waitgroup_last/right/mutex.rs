//! The number is behind a lock, and is counted and looked at under it.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let shared = Arc::new((Mutex::new(work.len()), lights_out));
    let clerk = |piece: Work| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            piece();
            let (at_work, lights_out) = &*shared;
            let mut at_work = at_work.lock().unwrap();
            *at_work -= 1;
            let last = *at_work == 0;
            drop(at_work);
            if last {
                lights_out();
            }
        })
    };
    work.into_iter().map(clerk).collect()
}
