//! A message is sent to whichever channel has room.
//!
//! - done: 1 × "right: 7"

use crossbeam_channel::{bounded, select};

pub fn main() {
    let (left, _from_left) = bounded(1);
    let (right, from_right) = bounded(1);
    left.send(1).unwrap();
    select! {
        send(left, 7) -> sent => println!("left: {sent:?}"),
        send(right, 7) -> sent => {
            sent.unwrap();
            println!("right: {}", from_right.recv().unwrap());
        }
    }
}
