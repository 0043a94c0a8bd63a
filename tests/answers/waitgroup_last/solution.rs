use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::AcqRel};
use std::thread::{self, JoinHandle};

/// What a clerk has left to do.
pub type Work = Box<dyn FnOnce() + Send>;

/// Starts a clerk for each piece of work. Returns their handles at once; there is one piece at
/// least.
pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let at_work = Arc::new(AtomicUsize::new(work.len()));
    let lights_out = Arc::new(lights_out);
    work.into_iter()
        .map(|piece| {
            let (at_work, lights_out) = (Arc::clone(&at_work), Arc::clone(&lights_out));
            thread::spawn(move || {
                piece();
                if at_work.fetch_sub(1, AcqRel) == 1 {
                    lights_out();
                }
            })
        })
        .collect()
}
