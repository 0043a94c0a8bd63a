//! A message or the end of time: whichever comes first.
//!
//! - done: 1 × "message"
//! - done: 2 × "too late"

use crossbeam_channel::{after, select, unbounded};
use std::thread;
use std::time::Duration;

pub fn main() {
    let (sender, receiver) = unbounded();
    let other = thread::spawn(move || {
        let _ = sender.send(1);
        sender
    });
    let text = select! {
        recv(receiver) -> _ => "message",
        recv(after(Duration::from_millis(5))) -> _ => "too late",
    };
    other.join().unwrap();
    println!("{text}");
}
