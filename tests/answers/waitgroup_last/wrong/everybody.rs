//! Rejected: the light is turned off once

use std::sync::Arc;
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let lights_out = Arc::new(lights_out);
    work.into_iter()
        .map(|piece| {
            let lights_out = Arc::clone(&lights_out);
            thread::spawn(move || {
                piece();
                lights_out();
            })
        })
        .collect()
}
