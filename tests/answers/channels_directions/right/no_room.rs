//! A hatch without room at the end, and the last sender is not cloned.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

pub fn merge<T: Send + 'static>(mut hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = sync_channel(0);
    if let Some(last) = hatches.pop() {
        for hatch in hatches {
            carry(hatch, out.clone());
        }
        carry(last, out);
    }
    all
}

fn carry<T: Send + 'static>(from: Receiver<T>, to: SyncSender<T>) {
    thread::spawn(move || while from.recv().is_ok_and(|thing| to.send(thing).is_ok()) {});
}
