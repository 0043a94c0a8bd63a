//! A receiver waits for the end, but still has a sender itself.
//!
//! - deadlock: 1 × "1" (has no message)

use crossbeam_channel::unbounded;

pub fn main() {
    let (sender, receiver) = unbounded();
    sender.send(1).unwrap();
    for number in &receiver {
        println!("{number}");
    }
    drop(sender);
}
