//! Nobody receives: the second message waits for ever.
//!
//! - deadlock: 1 × "" (is full)

use crossbeam_channel::bounded;

pub fn main() {
    let (sender, _receiver) = bounded(1);
    sender.send(1).unwrap();
    sender.send(2).unwrap();
}
