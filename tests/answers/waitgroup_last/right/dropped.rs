//! The light hangs on what all clerks own together: the last owner drops it.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

struct Light<F: Fn()>(F);

impl<F: Fn()> Drop for Light<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

pub fn close(
    work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let mut lights = vec![Arc::new(Light(lights_out))];
    while lights.len() < work.len() {
        lights.push(Arc::clone(&lights[0]));
    }
    work.into_iter()
        .zip(lights)
        .map(|(piece, light)| {
            thread::spawn(move || {
                piece();
                drop(light);
            })
        })
        .collect()
}
