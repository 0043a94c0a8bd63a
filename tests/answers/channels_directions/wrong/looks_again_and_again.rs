//! Rejected: whoever waits sleeps

use std::sync::mpsc::{Receiver, channel};
use std::thread;

pub fn merge<T: Send + 'static>(mut hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    thread::spawn(move || {
        while !hatches.is_empty() {
            hatches.retain(|hatch| match hatch.try_recv() {
                Ok(thing) => out.send(thing).is_ok(),
                Err(error) => error == std::sync::mpsc::TryRecvError::Empty,
            });
            thread::yield_now();
        }
    });
    all
}
