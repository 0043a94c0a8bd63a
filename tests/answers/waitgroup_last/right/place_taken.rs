//! Each takes a number when finished; the highest number is the last.

use parking_lot::Mutex;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let all = work.len();
    let shared = Arc::new((Mutex::new(0), lights_out));
    work.into_iter()
        .map(|piece| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                piece();
                let number = {
                    let mut taken = shared.0.lock();
                    *taken += 1;
                    *taken
                };
                if number == all {
                    (shared.1)();
                }
            })
        })
        .collect()
}
