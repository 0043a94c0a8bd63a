//! Two channels, and a hatch without room.

use crossbeam_channel::{after, bounded, select};
use std::thread;
use std::time::Duration;

pub fn ask<T: Send + 'static>(
    search: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
) -> Option<T> {
    let (send, receive) = bounded(0);
    thread::spawn(move || send.send(search()).is_ok());
    select! {
        recv(receive) -> answer => answer.ok(),
        recv(after(patience)) -> _ => None,
    }
}
