//! Without room, a sender alone waits for ever.
//!
//! - deadlock: 1 × "" (has no receiver yet)

use crossbeam_channel::bounded;

pub fn main() {
    let (sender, _receiver) = bounded(0);
    sender.send(7).unwrap();
}
