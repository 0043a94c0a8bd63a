//! Rejected: all work is done before the light goes off
//!
//! Each clerk counts itself in when it begins, so early ones do not know of late ones.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let shared = Arc::new((AtomicUsize::new(0), lights_out));
    work.into_iter()
        .map(|piece| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                shared.0.fetch_add(1, SeqCst);
                piece();
                if shared.0.fetch_sub(1, SeqCst) == 1 {
                    (shared.1)();
                }
            })
        })
        .collect()
}
