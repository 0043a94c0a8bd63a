//! Nothing may be there yet.
//!
//! - done: 1 × "7"
//! - done: 1 × "nothing yet"

use crossbeam_channel::{select, unbounded};
use std::thread;

pub fn main() {
    let (sender, receiver) = unbounded();
    let other = thread::spawn(move || {
        let _ = sender.send(7);
        sender
    });
    let text = select! {
        recv(receiver) -> message => message.unwrap().to_string(),
        default => "nothing yet".to_owned(),
    };
    other.join().unwrap();
    println!("{text}");
}
