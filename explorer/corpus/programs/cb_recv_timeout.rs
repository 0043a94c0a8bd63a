//! A message comes in time, or not.
//!
//! - done: 1 × "Ok(1)"
//! - done: 1 × "Err(Timeout)"

use crossbeam_channel::unbounded;
use std::thread;
use std::time::Duration;

pub fn main() {
    let (sender, receiver) = unbounded();
    let other = thread::spawn(move || {
        let _ = sender.send(1);
        sender
    });
    let got = receiver.recv_timeout(Duration::from_secs(1));
    other.join().unwrap();
    println!("{got:?}");
}
