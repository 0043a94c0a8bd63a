//! Two threads choose, one to send and one to receive, and meet.
//!
//! - done: 2 × "5"

use crossbeam_channel::{bounded, never, select};
use std::thread;

pub fn main() {
    let (sender, receiver) = bounded(0);
    let other = thread::spawn(move || {
        select! {
            send(sender, 5) -> sent => sent.unwrap(),
            recv(never::<()>()) -> _ => {}
        }
    });
    select! {
        recv(receiver) -> message => println!("{}", message.unwrap()),
        recv(never::<()>()) -> _ => {}
    }
    other.join().unwrap();
}
