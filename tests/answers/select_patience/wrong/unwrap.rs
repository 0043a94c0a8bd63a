//! Rejected: the clerk can go home when nobody takes the answer
//! Says: panic

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || send.send(search()).ok().unwrap());
    receive.recv_timeout(patience).ok()
}
