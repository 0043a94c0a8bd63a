//! Rejected: whoever was started last waits for nobody

use std::thread::{self, JoinHandle};

pub type Work = Box<dyn FnOnce() + Send>;

pub fn close(
    mut work: Vec<Work>,
    lights_out: impl Fn() + Send + Sync + 'static,
) -> Vec<JoinHandle<()>> {
    let last = work.pop().unwrap();
    let (tx, rx) = std::sync::mpsc::channel::<()>();
    let mut hs: Vec<_> = work
        .into_iter()
        .map(|w| {
            let tx = tx.clone();
            thread::spawn(move || {
                w();
                drop(tx)
            })
        })
        .collect();
    drop(tx);
    hs.push(thread::spawn(move || {
        last();
        while rx.recv().is_ok() {}
        lights_out()
    }));
    hs
}
