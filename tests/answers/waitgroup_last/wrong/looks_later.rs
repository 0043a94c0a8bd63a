//! Rejected: the light is turned off once
//!
//! Counts down and looks in two steps.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let shared = Arc::new((AtomicUsize::new(work.len()), lights_out));
    work.into_iter()
        .map(|piece| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                piece();
                shared.0.fetch_sub(1, SeqCst);
                if shared.0.load(SeqCst) == 0 {
                    (shared.1)();
                }
            })
        })
        .collect()
}
