//! A message comes back if all receivers are gone.
//!
//! - done: 1 × "sending on a disconnected channel, 7"

use crossbeam_channel::unbounded;

pub fn main() {
    let (sender, receiver) = unbounded();
    drop(receiver);
    let error = sender.send(7).unwrap_err();
    println!("{error}, {}", error.into_inner());
}
