use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What `search` returns, or `None` if it takes longer than `patience`. `search` is called by a
/// thread of its own.
pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        // The reader may have left.
        let _ = send.send(search());
    });
    receive.recv_timeout(patience).ok()
}
