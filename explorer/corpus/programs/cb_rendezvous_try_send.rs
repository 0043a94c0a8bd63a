//! Who tries to send meets a receiver that has begun to wait, or does not.
//!
//! - done: 2 × "met"
//! - done: 1 × "nobody"

use crossbeam_channel::bounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = bounded(0);
    let other = thread::spawn(move || receiver.recv().is_ok());
    let met = sender.try_send(()).is_ok();
    drop(sender);
    assert_eq!(other.join().unwrap(), met);
    println!("{}", if met { "met" } else { "nobody" });
}
