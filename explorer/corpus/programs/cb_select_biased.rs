//! Two channels are ready: the first is chosen.
//!
//! - done: 1 × "left"

use crossbeam_channel::{select_biased, unbounded};

pub fn main() {
    let (left, from_left) = unbounded();
    let (right, from_right) = unbounded();
    left.send(1).unwrap();
    right.send(2).unwrap();
    select_biased! {
        recv(from_left) -> _ => println!("left"),
        recv(from_right) -> _ => println!("right"),
    }
}
