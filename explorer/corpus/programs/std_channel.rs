//! Two senders: the receiver gets what they sent, in one order or the other.
//!
//! - done: 79 × "1 2"
//! - done: 79 × "2 1"

use std::sync::mpsc::channel;
use std::thread;

pub fn main() {
    let (sender, receiver) = channel();
    for number in [1, 2] {
        let sender = sender.clone();
        thread::spawn(move || sender.send(number).unwrap());
    }
    drop(sender);
    let all: Vec<String> = receiver.iter().map(|number| number.to_string()).collect();
    println!("{}", all.join(" "));
}
