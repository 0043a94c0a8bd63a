//! Without room, a sender waits until its message is taken.
//!
//! - done: 1 × "taken then sent"
//! - done: 2 × "sent then taken"

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::mpsc::sync_channel;
use std::thread;

static NEXT: AtomicU32 = AtomicU32::new(0);

pub fn main() {
    let (sender, receiver) = sync_channel(0);
    let other = thread::spawn(move || {
        sender.send(()).unwrap();
        NEXT.fetch_add(1, SeqCst)
    });
    receiver.recv().unwrap();
    let mine = NEXT.fetch_add(1, SeqCst);
    let others = other.join().unwrap();
    println!("{}", if mine < others { "taken then sent" } else { "sent then taken" });
}
