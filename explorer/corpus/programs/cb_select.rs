//! Two channels are ready: either may be chosen.
//!
//! - done: 1 × "left"
//! - done: 1 × "right"

use crossbeam_channel::{select, unbounded};

pub fn main() {
    let (left, from_left) = unbounded();
    let (right, from_right) = unbounded();
    left.send(1).unwrap();
    right.send(2).unwrap();
    select! {
        recv(from_left) -> message => println!("{}", if message.is_ok() { "left" } else { "?" }),
        recv(from_right) -> _ => println!("right"),
    }
}
