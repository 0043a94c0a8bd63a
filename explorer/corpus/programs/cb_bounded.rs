//! Where there is room for one, the second message waits.
//!
//! - done: 1 × "full"
//! - done: 2 × "sent"

use crossbeam_channel::bounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = bounded(1);
    sender.send(1).unwrap();
    let other = thread::spawn(move || receiver.recv().unwrap());
    let sent = match sender.try_send(2) {
        Err(error) if error.is_full() => "full",
        _ => "sent",
    };
    other.join().unwrap();
    println!("{sent}");
}
