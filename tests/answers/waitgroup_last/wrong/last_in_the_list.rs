//! Rejected: all work is done before the light goes off
//!
//! The last who was started is not the last who finishes.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let lights_out = Arc::new(lights_out);
    let last = work.len() - 1;
    work.into_iter()
        .enumerate()
        .map(|(number, piece)| {
            let lights_out = Arc::clone(&lights_out);
            thread::spawn(move || {
                piece();
                if number == last {
                    lights_out();
                }
            })
        })
        .collect()
}
