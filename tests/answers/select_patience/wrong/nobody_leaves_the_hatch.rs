//! Rejected: the clerk can go home when nobody takes the answer
//!
//! As a goroutine would: both hold both ends, so he waits at the hatch for ever.

use crossbeam_channel::bounded;
use std::thread;
use std::time::Duration;

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let (send, receive) = bounded(0);
    let both_ends = receive.clone();
    thread::spawn(move || {
        let _ = send.send(search());
        drop(both_ends);
    });
    receive.recv_timeout(patience).ok()
}
