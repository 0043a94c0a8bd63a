//! Rejected: she goes on as soon as she has the answer

use std::{sync::mpsc, thread, time::Duration};
pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        let _ = tx.send(search());
    });
    thread::sleep(patience);
    rx.try_recv().ok()
}
