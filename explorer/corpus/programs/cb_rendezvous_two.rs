//! Two senders and two receivers meet in pairs, in either way.
//!
//! - done: 2 × "1 2"
//! - done: 2 × "2 1"

use crossbeam_channel::bounded;
use std::thread;

pub fn main() {
    let (sender, receiver) = bounded(0);
    let (again, shared) = (sender.clone(), receiver.clone());
    thread::scope(|scope| {
        scope.spawn(|| sender.send(1).unwrap());
        scope.spawn(|| again.send(2).unwrap());
        let one = scope.spawn(|| receiver.recv().unwrap());
        let other = scope.spawn(|| shared.recv().unwrap());
        println!("{} {}", one.join().unwrap(), other.join().unwrap());
    });
}
