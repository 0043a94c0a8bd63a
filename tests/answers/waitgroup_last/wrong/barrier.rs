//! Rejected: nobody waits for anybody

use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let shared = Arc::new((Barrier::new(work.len()), lights_out));
    work.into_iter()
        .map(|piece| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                piece();
                if shared.0.wait().is_leader() {
                    (shared.1)();
                }
            })
        })
        .collect()
}
