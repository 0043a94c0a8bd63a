//! Rejected: she leaves although the clerk is still looking

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            let _ = send.send(search());
        });
        receive.recv_timeout(patience).ok()
    })
}
