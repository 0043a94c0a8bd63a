//! Rejected: the light is turned off once
//! Says: turned off 0 times
//!
//! Two who try at the same time both get their pointer back.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
pub type Work = Box<dyn FnOnce() + Send>;
pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let light = Arc::new(lights_out);
    let mut own: Vec<_> = work.iter().map(|_| Arc::clone(&light)).collect();
    drop(light);
    work.into_iter()
        .map(|piece| {
            let light = own.pop().unwrap();
            thread::spawn(move || {
                piece();
                if let Ok(off) = Arc::try_unwrap(light) {
                    off()
                }
            })
        })
        .collect()
}
