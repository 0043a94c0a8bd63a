//! A `select!` with a `default` in a loop looks until there is something.
//!
//! - done: "got 1"

use crossbeam_channel::{bounded, select};
use std::thread;

pub fn main() {
    let (send, receive) = bounded(1);
    let sender = thread::spawn(move || send.send(1).unwrap());
    let got = loop {
        select! {
            recv(receive) -> message => break message.unwrap(),
            default => thread::yield_now(),
        }
    };
    sender.join().unwrap();
    println!("got {got}");
}
