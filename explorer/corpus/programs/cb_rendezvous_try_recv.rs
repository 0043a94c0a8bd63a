//! Who tries to receive meets a sender that has begun to wait, or does not.
//!
//! - done: 2 × "met"
//! - done: 1 × "nobody"

use crossbeam_channel::bounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = bounded(0);
    let other = thread::spawn(move || sender.send(()).is_ok());
    let met = receiver.try_recv().is_ok();
    drop(receiver);
    assert_eq!(other.join().unwrap(), met);
    println!("{}", if met { "met" } else { "nobody" });
}
